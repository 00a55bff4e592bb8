using System.Globalization;
using System.Text;
using BenchmarkDotNet.Reports;

namespace TopHalf.Benchmarks.Dispatch;

/// <summary>What one class of benchmarks measured, as a table of Markdown: a row for its parameters, a column for each rival.</summary>
internal static class Table
{
    private const string Ours = "TopHalf";

    /// <param name="summary">What was measured.</param>
    /// <param name="rivals">The columns with which ours is compared.</param>
    public static string Of(Summary summary, params string[] rivals)
    {
        string[] parameters = [.. summary.Reports[0].BenchmarkCase.Parameters.Items.Select(static p => p.Name)];
        string[] names = [.. summary.Reports.Select(Name).Distinct()];
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", [.. parameters, .. names, .. rivals.Select(r => $"{names.Single(IsOurs)} ÷ {r}")])} |\n");
        text.Append(CultureInfo.InvariantCulture, $"|{string.Concat(parameters.Select(static _ => "---|"))}{string.Concat(Enumerable.Repeat("--:|", names.Length + rivals.Length))}\n");
        foreach (IGrouping<string, BenchmarkReport> row in summary.Reports.GroupBy(static r => r.BenchmarkCase.Parameters.PrintInfo))
        {
            Dictionary<string, double> medians = row.ToDictionary(Name, static r => r.ResultStatistics!.Median);
            double ours = medians.Single(static m => IsOurs(m.Key)).Value;
            text.Append(CultureInfo.InvariantCulture, $"| {string.Join(" | ", (string[])[
                .. row.First().BenchmarkCase.Parameters.Items.Select(static p => p.ToDisplayText()),
                .. names.Select(n => medians[n].ToString("F1", CultureInfo.InvariantCulture)),
                .. rivals.Select(r => (ours / medians[r]).ToString("F2", CultureInfo.InvariantCulture))])} |\n");
        }

        return text.ToString();
    }

    /// <summary>The most bytes that an operation of ours allocated.</summary>
    public static long Allocated(Summary summary)
        => summary.Reports.Where(static r => IsOurs(Name(r))).Max(static r => r.GcStats.GetBytesAllocatedPerOperation(r.BenchmarkCase) ?? 0);

    private static bool IsOurs(string name) => name.EndsWith(Ours, StringComparison.Ordinal);

    private static string Name(BenchmarkReport report) => report.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo.Trim('\'');
}
