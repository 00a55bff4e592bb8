namespace TopHalf.Benchmarks;

/// <summary>docs/performance.md, whose measured parts stand between markers of their programs.</summary>
internal static class PerformancePage
{
    /// <summary>The folder of the documents.</summary>
    public static string Folder { get; } = Path.Combine(Root(), "docs");

    /// <summary>Replaces what stands between <c>&lt;!-- name: … --&gt;</c> and <c>&lt;!-- /name --&gt;</c>.</summary>
    public static void Write(string name, string markdown)
    {
        string page = Path.Combine(Folder, "performance.md");
        string text = File.ReadAllText(page);
        int marker = text.IndexOf($"<!-- {name}: ", StringComparison.Ordinal);
        int begin = marker < 0 ? -1 : text.IndexOf('\n', marker) + 1;
        int end = text.IndexOf($"<!-- /{name} -->", StringComparison.Ordinal);
        if (begin <= 0 || end < begin)
        {
            throw new InvalidOperationException($"docs/performance.md needs the lines '<!-- {name}: … -->' and '<!-- /{name} -->'.");
        }

        File.WriteAllText(page, $"{text[..begin]}{markdown}{text[end..]}");
    }

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
