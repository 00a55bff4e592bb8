using Spectre.Console;

namespace TopHalf.Tool;

/// <summary>What a measurement shows while it runs, and at its end.</summary>
internal static class LatencyReport
{
    /// <summary>Measures, with a table that is kept up to date on a terminal.</summary>
    public static void Measure(LatencyRun run, Screen screen, CancellationToken cancellation)
    {
        if (screen.Terminal is not { } terminal)
        {
            run.Measure(static () => { }, cancellation);
            return;
        }

        terminal.Live(Table(run)).AutoClear(true).Start(live => run.Measure(
            () =>
            {
                live.UpdateTarget(Table(run));
                live.Refresh();
            },
            cancellation));
    }

    public static void Show(LatencyRun run, LatencyOptions options, Screen screen)
    {
        SheetOf(run).Show(screen);
        screen.Writer.WriteLine();
        LatencyBars.Show(run.Histogram, screen.Writer);
        screen.Writer.WriteLine(
            $"not counted: {options.WarmUp} raises to warm up; raises came at most {LatencySummary.Microseconds(run.LatestRaise)} us late; " +
            $"{run.Collections} garbage collections in this process");
    }

    private static Table Table(LatencyRun run) => SheetOf(run).Framed();

    private static Sheet SheetOf(LatencyRun run)
    {
        var sheet = new Sheet(LatencySummary.Headings);
        sheet.Add(run.Summary.Cells);
        return sheet;
    }
}
