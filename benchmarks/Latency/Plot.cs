using System.Globalization;
using System.Text;

namespace TopHalf.Benchmarks.Latency;

/// <summary>The latency histograms beside one pressure as SVG: a row of panels for each way to wait, logarithmic axes, the same on all.</summary>
internal static class Plot
{
    private const int PanelWidth = 430;
    private const int PanelHeight = 170;
    private const int Left = 70;
    private const int Top = 78;
    private const int Gap = 60;
    private const int RowGap = 62;

    private static readonly (string Title, Func<Measurement, long[]> Latencies)[] Columns =
    [
        ("raised → acknowledged", static m => m.Acknowledged),
        ("raised → handled", static m => m.Handled),
    ];

    public static string Draw(Comparison comparison, PressureKind pressure)
    {
        IReadOnlyList<Summary> all = comparison.Of(pressure);
        WaitKind[] waits = [.. all.Select(static s => s.Variant.Wait).Distinct()];
        var axes = Axes.For([.. all.SelectMany(static s => Columns.Select(c => new Histogram(s.Pool(c.Latencies))))]);
        int width = Left + Columns.Length * (PanelWidth + Gap) - Gap + 30;
        int height = Top + waits.Length * (PanelHeight + RowGap);

        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" font-family=\"sans-serif\" font-size=\"12\" fill=\"#222\">\n");
        svg.Append(CultureInfo.InvariantCulture, $"<rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left}\" y=\"24\" font-size=\"16\" font-weight=\"bold\">Latency, {pressure.Text()}</text>\n");
        DrawLegend(svg, all);
        for (int row = 0; row < waits.Length; row++)
        {
            for (int column = 0; column < Columns.Length; column++)
            {
                svg.Append(CultureInfo.InvariantCulture, $"<g transform=\"translate({Left + column * (PanelWidth + Gap)} {Top + row * (PanelHeight + RowGap)})\">\n");
                DrawPanel(svg, axes, $"{waits[row].Text()}: {Columns[column].Title}", labels: column == 0);
                foreach (Summary summary in all.Where(s => s.Variant.Wait == waits[row]))
                {
                    DrawHistogram(svg, axes, new Histogram(summary.Pool(Columns[column].Latencies)), summary.Variant.Color);
                }

                svg.Append("</g>\n");
            }
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static void DrawLegend(StringBuilder svg, IReadOnlyList<Summary> all)
    {
        int x = Left;
        foreach ((string name, string color) in all.Select(static s => (s.Variant.Name, s.Variant.Color)).Distinct())
        {
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x}\" y=\"36\" width=\"18\" height=\"10\" fill=\"{color}\"/><text x=\"{x + 24}\" y=\"46\">{name}</text>\n");
            x += 50 + 7 * name.Length;
        }
    }

    private static void DrawPanel(StringBuilder svg, Axes axes, string title, bool labels)
    {
        svg.Append(CultureInfo.InvariantCulture, $"<text y=\"-6\" font-weight=\"bold\">{title}</text>\n");
        for (int decade = axes.FirstDecade; decade <= axes.LastDecade; decade++)
        {
            double x = axes.X(decade, PanelWidth);
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{x:F1} 0V{PanelHeight}\" stroke=\"#ddd\"/><text x=\"{x:F1}\" y=\"{PanelHeight + 16}\" text-anchor=\"middle\">{Axes.Latency(decade)}</text>\n");
        }

        for (int decade = 0; decade <= axes.CountDecades; decade++)
        {
            double y = axes.Y(Math.Pow(10, decade), PanelHeight);
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M0 {y:F1}H{PanelWidth}\" stroke=\"#ddd\"/>");
            svg.Append(labels ? string.Create(CultureInfo.InvariantCulture, $"<text x=\"-8\" y=\"{y + 4:F1}\" text-anchor=\"end\">{Math.Pow(10, decade):#,0}</text>\n") : "\n");
        }

        svg.Append(CultureInfo.InvariantCulture, $"<rect width=\"{PanelWidth}\" height=\"{PanelHeight}\" fill=\"none\" stroke=\"#888\"/>\n");
        if (labels)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text transform=\"translate(-56 {PanelHeight / 2}) rotate(-90)\" text-anchor=\"middle\">events</text>\n");
        }
    }

    /// <summary>An outline over its bins; from an empty bin it goes down to the axis.</summary>
    private static void DrawHistogram(StringBuilder svg, Axes axes, Histogram histogram, string color)
    {
        var path = new StringBuilder();
        double end = double.NaN;
        foreach ((double start, int count) in histogram.Bins)
        {
            (double x, double y) = (axes.X(start, PanelWidth), axes.Y(count, PanelHeight));
            if (!(Math.Abs(x - end) < 0.1))
            {
                path.Append(double.IsNaN(end) ? "" : string.Create(CultureInfo.InvariantCulture, $"V{PanelHeight}"));
                path.Append(CultureInfo.InvariantCulture, $"M{x:F1} {PanelHeight}");
            }

            end = axes.X(start + 1.0 / Histogram.BinsPerDecade, PanelWidth);
            path.Append(CultureInfo.InvariantCulture, $"V{y:F1}H{end:F1}");
        }

        path.Append(CultureInfo.InvariantCulture, $"V{PanelHeight}");
        svg.Append(CultureInfo.InvariantCulture, $"<path d=\"{path}\" fill=\"{color}\" fill-opacity=\"0.12\" stroke=\"{color}\" stroke-width=\"1.5\" stroke-linejoin=\"round\"/>\n");
    }
}
