using System.Globalization;
using System.Text;

namespace TopHalf.Benchmarks.Latency;

/// <summary>What was measured, as tables of Markdown.</summary>
internal static class Table
{
    /// <summary>The variants beside one pressure.</summary>
    public static string Of(Comparison comparison, PressureKind pressure)
    {
        var text = new StringBuilder();
        text.Append("| waits by | receiver | woken p50 | p99 | p99.9 | max | acknowledged p99.9 | handled p50 | p99.9 | max | coalesced | ÷ C: woken p50 | p99.9 | acknowledged p99.9 | GCs, ms |\n");
        text.Append("|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n");
        foreach (Summary row in comparison.Of(pressure))
        {
            text.Append(CultureInfo.InvariantCulture, $"| {row.Variant.Wait.Text()} | {row.Variant.Name} | ");
            text.AppendJoin(" | ", new[] { row.Woken(50), row.Woken(99), row.Woken(99.9), row.Woken(100), row.Acknowledged(99.9), row.Handled(50), row.Handled(99.9), row.Handled(100) }.Select(Text));
            text.Append(CultureInfo.InvariantCulture, $" | {row.Coalesced:P1} | ");
            Summary? twin = comparison.TwinOf(row);
            text.AppendJoin(" | ", twin is null || row.Variant.IsTwin
                ? ["", "", ""]
                : [Ratio(row, twin, s => s.Woken(50)), Ratio(row, twin, s => s.Woken(99.9)), Ratio(row, twin, s => s.Acknowledged(99.9))]);
            text.Append(CultureInfo.InvariantCulture, $" | {row.Collections:F0}, {row.Paused:F0} |\n");
        }

        return text.ToString();
    }

    /// <summary>The targets, each variant's figure and whether it is reached.</summary>
    public static string OfTargets(Comparison comparison)
    {
        var text = new StringBuilder("| target | receiver | measured | reached |\n|---|---|--:|---|\n");
        foreach (Target target in Target.All)
        {
            foreach (Summary row in comparison.Of(target.Pressure).Where(static s => !s.Variant.IsTwin))
            {
                if (comparison.TwinOf(row) is { } twin)
                {
                    double measured = target.Measure(row, twin);
                    string figure = measured.ToString(target.Format, CultureInfo.InvariantCulture);
                    text.Append(CultureInfo.InvariantCulture, $"| {target.Text} | {row.Variant.Name}, {row.Variant.Wait.Text()} | {figure} | {(measured <= target.Limit ? "yes" : "**no**")} |\n");
                }
            }
        }

        return text.ToString();
    }

    /// <summary>How the source itself fared: what no receiver can make good.</summary>
    public static string OfSource(Comparison comparison)
        => string.Join("; ", comparison.Pressures.Select(pressure =>
        {
            IReadOnlyList<Summary> rows = comparison.Of(pressure);
            return string.Create(CultureInfo.InvariantCulture, $"{pressure.Text()}: p99.9 {Text(rows.Max(static r => r.Late(99.9)))}, max {Text(rows.Max(static r => r.Late(100)))} µs");
        }));

    // Three digits are what such numbers are worth.
    private static string Text(double microseconds)
        => microseconds.ToString(microseconds switch { < 10 => "F2", < 100 => "F1", _ => "#,0" }, CultureInfo.InvariantCulture);

    private static string Ratio(Summary row, Summary twin, Func<Summary, double> value)
        => (value(row) / value(twin)).ToString("F2", CultureInfo.InvariantCulture);
}
