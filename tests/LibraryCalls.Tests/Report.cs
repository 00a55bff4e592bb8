using System.Globalization;
using System.Text;

namespace TopHalf.LibraryCalls.Tests;

/// <summary>How many were run, and what was not: the sums to read, and every member by name in a file beside the tests.</summary>
internal static class Report
{
    private const string Name = "library-calls.txt";

    /// <summary>Writes the file, and returns the sums.</summary>
    public static string Write(LibraryRun run)
    {
        (Case Case, Outcome Outcome)[] free = [.. run.Free], allocating = [.. run.Allocating];
        var silent = free.Where(static f => f.Outcome.Calls == 0).ToLookup(static f => f.Case.Member, static f => f.Outcome.Note);
        HashSet<string> ran = [.. free.Where(static f => f.Outcome.Calls > 0).Select(static f => f.Case.Member)];
        string[] thrown = [.. silent.Where(s => !ran.Contains(s.Key)).Select(static s => $"{s.Key}: {s.First()}")];
        var measured = allocating.Where(static a => a.Outcome.Calls > 0).ToArray();
        var without = run.Without.GroupBy(static w => w.Value).OrderByDescending(static g => g.Count()).ToArray();
        var sums = new StringBuilder();
        sums.AppendLine(CultureInfo.InvariantCulture, $"{ran.Count} members said to be free were run, in {free.Count(static f => f.Outcome.Calls > 0)} instantiations and {free.Sum(static f => (long)f.Outcome.Calls)} measured calls;");
        sums.AppendLine(CultureInfo.InvariantCulture, $"{thrown.Length} more threw with all arguments; for {run.Without.Count} there are no arguments, or they are left out.");
        sums.AppendLine(CultureInfo.InvariantCulture, $"{run.Verdicts.Count(static v => v.Value.Blocks)} instantiations are said to block, {run.Verdicts.Count(static v => v.Value.Allocates)} to allocate, {run.Verdicts.Count(static v => v.Value.IsUnknown)} not to be known.");
        sums.Append(CultureInfo.InvariantCulture, $"Of {measured.Length} members said to allocate, {measured.Count(static a => a.Outcome.Bytes == 0)} did not with any argument. By name: {Name} beside the tests.");
        File.WriteAllLines(Path.Combine(AppContext.BaseDirectory, Name),
        [
            sums.ToString(), "",
            "# Said to be free, threw with all arguments", .. thrown, "",
            "# Said to allocate, did not", .. measured.Where(static a => a.Outcome.Bytes == 0).Select(static a => a.Case.Member), "",
            "# Not run", .. without.SelectMany(static g => g.Select(static w => w.Key).Order(StringComparer.Ordinal).Prepend($"## {g.Count()}: {g.Key}")),
        ]);
        return sums.ToString();
    }
}
