namespace TopHalf.Benchmarks.Latency;

/// <summary>Puts what was measured into docs/performance.md, and the plots beside it.</summary>
internal static class Documents
{
    /// <param name="name">Of the part of the page, and what the plots' names begin with.</param>
    /// <param name="comparison">What was measured.</param>
    /// <param name="caption">Of what was measured beside a pressure.</param>
    /// <param name="introduction">What stands above all.</param>
    public static void Write(string name, Comparison comparison, Func<PressureKind, string> caption, string introduction)
    {
        string images = Path.Combine(PerformancePage.Folder, "images");
        Directory.CreateDirectory(images);
        foreach (PressureKind pressure in comparison.Pressures)
        {
            File.WriteAllText(Path.Combine(images, FileName(name, pressure)), Plot.Draw(comparison, pressure));
        }

        IEnumerable<string> parts = comparison.Pressures.Select(pressure =>
            $"{caption(pressure)}\n\n{Table.Of(comparison, pressure)}\n![Histograms of latency, {pressure.Text()}](images/{FileName(name, pressure)})\n");
        PerformancePage.Write(name, $"{introduction}\n{string.Join("\n", parts)}");
    }

    private static string FileName(string name, PressureKind pressure) => $"{name}-{pressure.FileName()}.svg";
}
