using System.Runtime.CompilerServices;

namespace TopHalf.CompilerTesting;

/// <summary>Files of this repository that tests hold against each other: pages, release notes, the sources of tests.</summary>
public static class Repository
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", ".."));

    /// <summary>Reads a file by its path from the root, with <c>\n</c> at the end of lines.</summary>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path)).ReplaceLineEndings("\n");

    /// <summary>Replaces a file by its path from the root: for tests that accept what they received.</summary>
    public static void Write(string path, string text) => File.WriteAllText(Path.Combine(Root, path), text);

    /// <summary>The names of the files in a folder, without their extension.</summary>
    public static string[] Names(string folder, string pattern)
        => [.. Directory.EnumerateFiles(Path.Combine(Root, folder), pattern).Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    /// <summary>The paths of the files in and below a folder, from there and without their extension.</summary>
    public static string[] Names(string folder, string pattern, SearchOption depth)
        => [.. Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, depth)
            .Select(f => Path.ChangeExtension(Path.GetRelativePath(Path.Combine(Root, folder), f), null).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    /// <summary>The pages: all files in Markdown, from the root, but for what a build or a tool has made.</summary>
    public static string[] Pages()
        => [.. new[] { "docs", "samples", "benchmarks", "eng", "tools", ".github" }
            .Select(static folder => Path.Combine(Root, folder))
            .Where(Directory.Exists)
            .SelectMany(static folder => Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(Root, "*.md"))
            .Select(static file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
            .Where(static page => !page.Contains("/node_modules/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];

    /// <summary>Whether there is a file of that path from the root.</summary>
    public static bool Has(string path) => File.Exists(Path.Combine(Root, path));

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
