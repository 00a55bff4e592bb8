using System.Globalization;

namespace TopHalf.Tool;

/// <summary>A histogram as lines of text.</summary>
internal static class LatencyBars
{
    private const int Longest = 50;

    public static void Show(LatencyHistogram histogram, TextWriter writer) => Show(LatencyScale.Steps(histogram), writer);

    /// <param name="steps">From the first that has any to the last.</param>
    /// <param name="writer">Takes the lines.</param>
    public static void Show(IReadOnlyList<LatencyBucket> steps, TextWriter writer)
    {
        if (steps.Count == 0)
        {
            return;
        }

        writer.WriteLine("latency us      (bars are logarithms of the counts)");
        double full = Math.Log2(1 + steps.Max(static step => step.Count));
        int countWidth = Text(steps.Max(static step => step.Count)).Length;
        for (int i = 0; i < steps.Count; i++)
        {
            LatencyBucket step = steps[i];
            if (step.Count == 0 && steps[i - 1].Count == 0)
            {
                continue; // of a gap, one line is enough
            }

            int length = (int)Math.Ceiling(Longest * (Math.Log2(1 + step.Count) / full));
            writer.WriteLine($"{Edge(step.First),7} - {Edge(step.Last + 1),7}  {Text(step.Count).PadLeft(countWidth)}  {new string('#', length)}".TrimEnd());
        }
    }

    /// <summary>Microseconds, as short as they are exact.</summary>
    public static string Edge(long nanoseconds) => (nanoseconds / 1000.0).ToString("0.###", CultureInfo.InvariantCulture);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
