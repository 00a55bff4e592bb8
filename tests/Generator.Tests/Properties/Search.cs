using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace TopHalf.Generator.Tests.Properties;

/// <summary>A driver and a script on which the ways of a dispatch do not agree, as small as could be found.</summary>
internal sealed record Counterexample(DriverSpec Driver, Script Script, string Difference)
{
    public override string ToString() => $"{Driver}\n{Script}\n\n{Difference}";
}

/// <summary>Looks for disagreements among drivers and scripts at random, and makes what it finds small.</summary>
internal static class Search
{
    /// <summary>More of one driver's smaller ones than this are not compiled at once.</summary>
    private const int Together = 24;

    /// <summary>The first disagreement; null for none.</summary>
    /// <param name="trial">What runs the scripts.</param>
    /// <param name="drivers">The drivers.</param>
    /// <param name="scripts">How many for each driver.</param>
    /// <param name="seed">Where the scripts begin.</param>
    public static Counterexample? Find(Trial trial, IReadOnlyList<BatchDriver> drivers, int scripts, ulong seed)
        => drivers.Select((driver, i) => FindOf(trial, driver, scripts, seed + (ulong)i)).FirstOrDefault(static found => found is not null) is { } first
            ? MakeSmall(trial, first, seed)
            : null;

    // FsCheck makes the scripts, and shrinks the first that fails: the last that fails is then the smallest.
    private static Counterexample? FindOf(Trial trial, BatchDriver driver, int scripts, ulong seed)
    {
        Counterexample? last = null;
        Property agrees = Prop.ForAll(ScriptGens.For(driver), script =>
        {
            Counterexample? found = Try(trial, driver, script);
            last = found ?? last;
            return found is null;
        });
        var replay = new Replay(new Rnd(seed), FSharpOption<int>.None);
        try
        {
            Check.One(Config.QuickThrowOnFailure.WithMaxTest(scripts).WithQuietOnSuccess(true).WithReplay(FSharpOption<Replay>.Some(replay)), agrees);
        }
        catch (Exception) when (last is not null)
        {
            // It is told with its driver.
        }

        return last;
    }

    private static Counterexample? Try(Trial trial, BatchDriver driver, Script script)
    {
        string? difference;
        try
        {
            difference = trial.Disagreement(driver, script);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            difference = exception.ToString();
        }

        return difference is null ? null : new Counterexample(driver.Spec, script, difference);
    }

    private static Counterexample MakeSmall(Trial trial, Counterexample large, ulong seed)
    {
        while (SmallerDriver(trial, large, seed) is { } smaller)
        {
            large = smaller;
        }

        BatchDriver driver = DriverBatch.CompileQuickly([large.Driver])[0];
        while (Shrinks.Of(large.Script).Select(script => Try(trial, driver, script)).FirstOrDefault(static found => found is not null) is { } smaller)
        {
            large = smaller;
        }

        return large;
    }

    // The script that the larger one failed on, or others: the registers may lie elsewhere now.
    private static Counterexample? SmallerDriver(Trial trial, Counterexample large, ulong seed)
        => DriverBatch.Valid([.. Shrinks.Of(large.Driver)])
            .Chunk(Together)
            .SelectMany(DriverBatch.CompileQuickly)
            .Select(driver => Try(trial, driver, large.Script) ?? FindOf(trial, driver, scripts: 5, seed))
            .FirstOrDefault(static found => found is not null);
}
