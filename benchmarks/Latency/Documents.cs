namespace TopHalf.Benchmarks.Latency;

/// <summary>Puts what was measured into docs/performance.md, between its markers, and the plots beside it.</summary>
internal static class Documents
{
    private const string Begin = "<!-- latency: written by benchmarks/Latency -->";
    private const string End = "<!-- /latency -->";

    public static void Write(Comparison comparison, Func<PressureKind, string> caption, string introduction)
    {
        string docs = Path.Combine(Root(), "docs");
        Directory.CreateDirectory(Path.Combine(docs, "images"));
        foreach (PressureKind pressure in comparison.Pressures)
        {
            File.WriteAllText(Path.Combine(docs, "images", FileName(pressure)), Plot.Draw(comparison, pressure));
        }

        string page = Path.Combine(docs, "performance.md");
        string text = File.ReadAllText(page);
        int begin = text.IndexOf(Begin, StringComparison.Ordinal);
        int end = text.IndexOf(End, StringComparison.Ordinal);
        if (begin < 0 || end < begin)
        {
            throw new InvalidOperationException($"docs/performance.md needs the lines '{Begin}' and '{End}'.");
        }

        IEnumerable<string> parts = comparison.Pressures.Select(pressure =>
            $"{caption(pressure)}\n\n{Table.Of(comparison, pressure)}\n![Histograms of latency, {pressure.Text()}](images/{FileName(pressure)})\n");
        File.WriteAllText(page, $"{text[..begin]}{Begin}\n{introduction}\n{string.Join("\n", parts)}{text[end..]}");
    }

    private static string FileName(PressureKind pressure) => $"latency-{pressure.FileName()}.svg";

    private static string Root()
    {
        for (string? folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "Generators.sln")))
            {
                return folder;
            }
        }

        throw new InvalidOperationException("This program is not within its repository, whose docs it should write.");
    }
}
