using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace TopHalf.Tool;

/// <summary>A board as text, or as what a terminal keeps up to date.</summary>
internal static class TopView
{
    // What a person can take in; the busiest come first.
    private const int MostVectors = 30;

    public static void Write(TopBoard board, string heading, Screen screen)
    {
        screen.Writer.WriteLine(heading);
        SheetOf(board).Show(screen);
        screen.Writer.Write(Below(board));
        screen.Writer.WriteLine();
    }

    public static IRenderable Framed(TopBoard board, string heading)
        => new Rows(new Text(heading), SheetOf(board).Framed(), new Text(Below(board)));

    private static Sheet SheetOf(TopBoard board)
    {
        var sheet = new Sheet(TopBoard.Headings);
        foreach (string[] cells in board.Vectors.Take(MostVectors))
        {
            sheet.Add(cells);
        }

        return sheet;
    }

    private static string Below(TopBoard board)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        if (board.Vectors.Count > MostVectors)
        {
            text.WriteLine($"and {board.Vectors.Count - MostVectors} vectors that were less busy");
        }

        if (board.Vectors.Count == 0)
        {
            text.WriteLine("no driver has its interrupts enabled");
        }

        foreach (TopThread thread in board.Threads.Where(static thread => thread.Quantiles.Count > 0))
        {
            text.WriteLine();
            text.WriteLine(
                $"{thread.Device} {thread.Driver}{(thread.Name.Length == 0 ? "" : $", thread {thread.Name}")}: from the wake-up to the end of the handlers, " +
                $"p50 {Time(thread, "0.5")}, p99 {Time(thread, "0.99")}, p99.9 {Time(thread, "0.999")}, longest {Time(thread, "1")} us");
            LatencyBars.Show(Between(thread.Buckets), text);
        }

        return text.ToString();
    }

    // From the first step that has any to the last.
    private static LatencyBucket[] Between(IReadOnlyList<LatencyBucket> buckets)
    {
        LatencyBucket[] all = [.. buckets];
        int first = Array.FindIndex(all, static bucket => bucket.Count > 0);
        int last = Array.FindLastIndex(all, static bucket => bucket.Count > 0);
        return first < 0 ? [] : all[first..(last + 1)];
    }

    private static string Time(TopThread thread, string quantile)
        => thread.Quantiles.TryGetValue(quantile, out double seconds) ? (seconds * 1e6).ToString("0.0", CultureInfo.InvariantCulture) : "-";
}
