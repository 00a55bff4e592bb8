using TopHalf.CompilerServices;
using TopHalf.Generator.Tests.Running;

namespace TopHalf.Generator.Tests.Properties;

/// <summary>
/// Runs a script in all ways: the generated C#, the native top half with the generated C# behind it, and the reference interpreter in
/// the order of each. Everything is one sequence on the caller's thread.
/// </summary>
/// <param name="defect">What the reference is to do wrong, to see that it is found; null for nothing.</param>
internal sealed class Trial(Func<Step, Step>? defect = null) : IDisposable
{
    private readonly ScriptedCard _card = new();

    /// <summary>Register accesses and calls so far, in all ways together.</summary>
    public long Steps { get; private set; }

    /// <summary>Where one of the ways does something else than the reference: both beside each other. Null where all agree.</summary>
    public string? Disagreement(BatchDriver driver, Script script)
    {
        _card.Start(script); // it is there again, to be bound
        ScriptedEvent[] events = [.. script.Signals.Select(
            (s, i) => new ScriptedEvent(driver.Vectors[s.Pick % driver.Vectors.Length], s.Signals, 1000 * (i + 1)))];
        return Differ("generated code", Generated(driver, script, events), Reference(driver, script, events, handlersLast: false))
            ?? Differ("native top half", Native(driver, script, events), Reference(driver, script, events, handlersLast: true));
    }

    public void Dispose() => _card.Dispose();

    private static string? Differ(string name, RunResult seen, RunResult reference)
        => seen.Equals(reference) ? null : $"{name} | reference\n{seen.Beside(reference)}";

    private RunResult Generated(BatchDriver driver, Script script, ScriptedEvent[] events)
    {
        using InterruptReplay replay = driver.NewDispatcher().PrepareReplay(
            _card, [.. events.Select(static e => new InterruptEvent(e.Vector, e.Signals, e.Timestamp))]);
        return Run(script, replay.Run, () => Counted.Of(replay.Statistics));
    }

    private RunResult Native(BatchDriver driver, Script script, ScriptedEvent[] events)
    {
        InterruptDispatcher dispatcher = driver.NewDispatcher();
        dispatcher.Attach(_card, driver.Bound);
        using var receiver = new SteppedTopHalf(_card, driver.Bound, events);
        return Run(script, () => dispatcher.Run(receiver), () => Counted.Of(InterruptStatistics.Of(driver.Bound, [receiver])));
    }

    private RunResult Reference(BatchDriver driver, Script script, ScriptedEvent[] events, bool handlersLast)
    {
        var counted = default(Counted);
        return Run(
            script,
            () =>
            {
                foreach (ScriptedEvent e in events)
                {
                    StepOutcome outcome = Reference(driver, e, handlersLast);
                    _card.LeavesLineMasked |= !outcome.IsSettled;
                    counted = new Counted(
                        counted.Handled + (outcome.IsPending ? 1 : 0),
                        counted.Spurious + (outcome.IsPending ? 0 : 1),
                        counted.Coalesced + e.Signals - 1,
                        counted.Unclaimed + outcome.Unclaimed,
                        counted.Unsettled + (outcome.IsSettled ? 0 : 1));
                }
            },
            () => counted);
    }

    private StepOutcome Reference(BatchDriver driver, ScriptedEvent e, bool handlersLast)
    {
        HandlerManifest handler = driver.Bound.HandlerOf(e.Vector)!;
        ReadOnlySpan<Step> program = defect is null ? handler.Program : Array.ConvertAll(handler.Program.ToArray(), step => defect(step));
        return StepInterpreter.Run(
            program,
            _card,
            handler.IndexOf(e.Vector),
            call => _card.Add(new Happening(default, call.Handler, e.Vector, call.Index, call.Status, e.Signals, e.Timestamp)),
            handlersLast);
    }

    private RunResult Run(Script script, Action run, Func<Counted> count)
    {
        _card.Start(script);
        DriverBatch.Listen(_card.Add);
        bool isGone = false;
        try
        {
            run();
        }
        catch (DeviceGoneException)
        {
            isGone = true;
        }
        finally
        {
            DriverBatch.Listen(null);
        }

        Happening[] trace = _card.TakeTrace();
        Steps += trace.Length;
        return new RunResult(trace, isGone ? null : count());
    }
}
