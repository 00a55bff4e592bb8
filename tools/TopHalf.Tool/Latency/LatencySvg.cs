using System.Globalization;
using System.Xml;

namespace TopHalf.Tool;

/// <summary>A histogram as a picture: latency from left to right and counts upwards, both logarithmic.</summary>
internal static class LatencySvg
{
    private const double Width = 800;
    private const double Height = 420;
    private const double Left = 70;
    private const double Right = 780;
    private const double Top = 60;
    private const double Bottom = 360;
    private const string Namespace = "http://www.w3.org/2000/svg";

    public static void Write(LatencyHistogram histogram, LatencySummary summary, string title, TextWriter target)
    {
        using XmlWriter svg = XmlWriter.Create(target, new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true });
        svg.WriteStartElement("svg", Namespace);
        svg.WriteAttributeString("viewBox", $"0 0 {Text(Width)} {Text(Height)}");
        svg.WriteAttributeString("font-family", "sans-serif");
        svg.WriteAttributeString("font-size", "12");
        Rectangle(svg, 0, 0, Width, Height, "white");
        Label(svg, Left, 24, "start", title);
        Label(svg, Left, 42, "start", string.Join(", ", LatencySummary.Headings.Zip(summary.Cells, static (heading, cell) => $"{heading} {cell}")));
        Label(svg, (Left + Right) / 2, Height - 12, "middle", "latency in microseconds");
        if (histogram.Count > 0)
        {
            Plot(svg, histogram, summary);
        }

        svg.WriteEndElement();
    }

    private static void Plot(XmlWriter svg, LatencyHistogram histogram, LatencySummary summary)
    {
        IReadOnlyList<LatencyBucket> steps = LatencyScale.Steps(histogram);
        // Whole decades, at least one of each.
        double low = Math.Floor(Math.Log10(Math.Max(1, steps[0].First)));
        double high = Math.Max(low + 1, Math.Ceiling(Math.Log10(steps[^1].Last + 1)));
        double most = Math.Max(1, Math.Ceiling(Math.Log10(steps.Max(static step => step.Count))));
        double X(double nanoseconds) => Left + ((Right - Left) * Math.Clamp((Math.Log10(Math.Max(1, nanoseconds)) - low) / (high - low), 0, 1));

        // A count of one is a bar of its own, so that the scale begins below it.
        double Y(double count) => count < 1 ? Bottom : Bottom - ((Bottom - Top) * (Math.Log10(count) + 0.3) / (most + 0.3));

        for (double decade = 0; decade <= most; decade++)
        {
            double y = Y(Math.Pow(10, decade));
            Line(svg, Left, y, Right, y, "#ddd");
            Label(svg, Left - 6, y + 4, "end", Math.Pow(10, decade).ToString("0", CultureInfo.InvariantCulture));
        }

        for (double decade = low; decade <= high; decade++)
        {
            double x = X(Math.Pow(10, decade));
            Line(svg, x, Top, x, Bottom + 5, "#ddd");
            Label(svg, x, Bottom + 20, "middle", LatencyBars.Edge((long)Math.Pow(10, decade)));
        }

        foreach (LatencyBucket step in steps.Where(static step => step.Count > 0))
        {
            double x = X(step.First);
            Rectangle(svg, x, Y(step.Count), Math.Max(1, X(step.Last + 1) - x - 1), Bottom - Y(step.Count), "#3b6ea5");
        }

        Mark(svg, X(summary.Median), "p50");
        Mark(svg, X(summary.Percentile99), "p99");
        Mark(svg, X(summary.Maximum), "max");
    }

    private static void Mark(XmlWriter svg, double x, string name)
    {
        Line(svg, x, Top, x, Bottom, "#b3261e");
        Label(svg, x, Top - 4, "middle", name);
    }

    private static void Rectangle(XmlWriter svg, double x, double y, double width, double height, string fill)
        => Element(svg, "rect", ("x", Text(x)), ("y", Text(y)), ("width", Text(width)), ("height", Text(height)), ("fill", fill));

    private static void Line(XmlWriter svg, double x1, double y1, double x2, double y2, string stroke)
        => Element(svg, "line", ("x1", Text(x1)), ("y1", Text(y1)), ("x2", Text(x2)), ("y2", Text(y2)), ("stroke", stroke));

    private static void Label(XmlWriter svg, double x, double y, string anchor, string text)
    {
        svg.WriteStartElement("text", Namespace);
        svg.WriteAttributeString("x", Text(x));
        svg.WriteAttributeString("y", Text(y));
        svg.WriteAttributeString("text-anchor", anchor);
        svg.WriteString(text);
        svg.WriteEndElement();
    }

    private static void Element(XmlWriter svg, string name, params (string Name, string Value)[] attributes)
    {
        svg.WriteStartElement(name, Namespace);
        foreach ((string attribute, string value) in attributes)
        {
            svg.WriteAttributeString(attribute, value);
        }

        svg.WriteEndElement();
    }

    private static string Text(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
