using System.Globalization;
using BenchmarkDotNet.Reports;

namespace TopHalf.Benchmarks.Dispatch;

/// <summary>The milliseconds of binding, as a table of Markdown.</summary>
internal static class BindTable
{
    public static string Of(Summary summary)
    {
        IEnumerable<string> rows = summary.Reports
            .GroupBy(static r => r.BenchmarkCase.Parameters[nameof(BindBenchmark.Vectors)])
            .Select(static g => $"| {g.Key} | {Of(g, TopHalfMode.Managed)} | {Of(g, TopHalfMode.Native)} |\n");
        return $"| vectors, one thread | managed | native top half |\n|--:|--:|--:|\n{string.Concat(rows)}";
    }

    private static string Of(IEnumerable<BenchmarkReport> reports, TopHalfMode mode)
        => (reports.Single(r => r.BenchmarkCase.Parameters[nameof(BindBenchmark.TopHalf)].Equals(mode)).ResultStatistics!.Median / 1e6)
            .ToString("F1", CultureInfo.InvariantCulture);
}
