namespace TopHalf.Tool;

/// <summary>The files that a measurement is written to, where any are asked for.</summary>
internal sealed record LatencyFiles(string? Svg, string? Csv)
{
    /// <summary>Creates them, so that a wrong path is told before the measurement and not after it.</summary>
    /// <exception cref="BadInputException">One cannot be written.</exception>
    public void CheckCanBeWritten()
    {
        foreach ((string option, string? path) in ((string, string?)[])[("--svg", Svg), ("--csv", Csv)])
        {
            if (path is not null)
            {
                OutputFile.Write(option, path, "");
            }
        }
    }

    public void Write(LatencyRun run, string title)
    {
        if (Svg is not null)
        {
            using StreamWriter file = File.CreateText(Svg);
            LatencySvg.Write(run.Histogram, run.Summary, title, file);
        }

        if (Csv is not null)
        {
            using StreamWriter file = File.CreateText(Csv);
            LatencyCsv.Write(run.Histogram, file);
        }
    }
}
