using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>
/// A file of the corpus as a project: the sources, a library that they reference as metadata, and files beside them. Sections start with
/// <c>//--- source</c>, <c>//--- library</c> or <c>//--- InterruptEffects.txt</c>; what comes before the first is a source.
/// </summary>
internal sealed partial record CorpusFile(string Name, string Symbol, IReadOnlyList<string> Sources, string? Library, string? Effects)
{
    private const string Folder = "tests/Analyzers.Tests/Corpus";

    private const string Usings = "global using System; global using System.Collections.Generic; global using System.Diagnostics; "
        + "global using System.Linq; global using System.Runtime.CompilerServices; global using System.Threading; "
        + "global using System.Threading.Tasks; global using TopHalf;";

    /// <summary>The newest C# that this Roslyn has.</summary>
    public static LanguageVersion Language { get; } =
        LanguageVersionFacts.TryParse("14", out LanguageVersion version) ? version : LanguageVersion.CSharp13;

    private string Text => Sources[0];

    /// <summary>False where the file needs a newer C# than this Roslyn has.</summary>
    public bool IsForThisRoslyn => !Text.Contains("// needs C# 14", StringComparison.Ordinal) || Language > LanguageVersion.CSharp13;

    /// <summary>Information need not be marked; a planted mistake may bring some with it.</summary>
    public bool IgnoresInformation => Symbol.Length > 0 || Text.Contains("// information is not the point", StringComparison.Ordinal);

    private bool IsDebug => Text.Contains("// debug build", StringComparison.Ordinal);

    /// <summary>The project that the file is compiled in.</summary>
    public ProjectOptions Options => ProjectOptions.Default with
    {
        Language = Language,
        AllowUnsafe = true,
        Library = Library,
        AdditionalFiles = Effects is null
            ? ProjectOptions.Default.AdditionalFiles
            : new Dictionary<string, string> { ["InterruptEffects.txt"] = AnyMark().Replace(Effects, "") },
        PreprocessorSymbols = [.. Symbol.Length > 0 ? [Symbol] : Array.Empty<string>(), .. IsDebug ? ["DEBUG"] : Array.Empty<string>()],
        Optimization = IsDebug ? OptimizationLevel.Debug : OptimizationLevel.Release,
    };

    /// <summary>Every file, and every variant of it: a file with <c>#if PLANTED</c> is compiled without and with the symbol.</summary>
    public static IEnumerable<string> Names() => Repository.Names(Folder, "*.cs", SearchOption.AllDirectories).SelectMany(static name =>
        PlantedSymbol().Matches(Repository.Read($"{Folder}/{name}.cs")).Select(static m => m.Groups[1].Value).Distinct()
            .Select(symbol => $"{name}+{symbol}").Prepend(name));

    /// <summary>Reads a file by the name that <see cref="Names"/> gives.</summary>
    public static CorpusFile Read(string name)
    {
        string[] parts = name.Split('+');
        string[] sections = SectionStart().Split(Repository.Read($"{Folder}/{parts[0]}.cs"));
        List<string> sources = [sections[0], Usings];
        string? library = null;
        string? effects = null;
        for (int i = 1; i < sections.Length; i += 2)
        {
            switch (sections[i])
            {
                case "source": sources.Add(sections[i + 1]); break;
                case "library": library = Usings + sections[i + 1]; break;
                case "InterruptEffects.txt": effects = sections[i + 1].TrimStart('\n'); break;
                default: throw new CheckFailedException($"{name} has a section '{sections[i]}'.");
            }
        }

        return new CorpusFile(name, parts.Length > 1 ? parts[1] : "", sources, library, effects);
    }

    /// <summary>What the file says about its lines. A mark in code that the variant leaves out does not count.</summary>
    public IEnumerable<CorpusMark> Marks()
    {
        foreach (SyntaxTree tree in DriverProject.Create(Options, [.. Sources]).SyntaxTrees)
        {
            foreach (SyntaxTrivia comment in tree.GetRoot().DescendantTrivia().Where(static t => t.IsKind(SyntaxKind.SingleLineCommentTrivia)))
            {
                foreach (CorpusMark mark in MarksOf(comment.ToString(), tree.FilePath, comment.GetLocation().GetLineSpan().StartLinePosition.Line + 1))
                {
                    yield return mark;
                }
            }
        }

        string[] lines = (Effects ?? "").Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            foreach (CorpusMark mark in MarksOf(lines[i], "InterruptEffects.txt", i + 1))
            {
                yield return mark;
            }
        }
    }

    private IEnumerable<CorpusMark> MarksOf(string text, string path, int line)
        => Mark().Matches(text).Where(IsForThisVariant).SelectMany(m => m.Groups["ids"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(ids => new CorpusMark(path, line, ids.Split('|'), IsOptional: m.Groups["kind"].Value == "?")));

    private bool IsForThisVariant(Match mark) => mark.Groups["symbol"] is { Success: true } symbol
        ? Symbol == "PLANTED_" + symbol.Value
        : mark.Groups["kind"].Value != "p" || Symbol.Length > 0;

    [GeneratedRegex(@"^//--- (.+)$", RegexOptions.Multiline)]
    private static partial Regex SectionStart();

    [GeneratedRegex(@"^#(?:el)?if (PLANTED\w*)", RegexOptions.Multiline)]
    private static partial Regex PlantedSymbol();

    [GeneratedRegex(@"//(?<kind>[!ip?])(:(?<symbol>\w+))?(?<ids>( TH[0-9|TH]+)+)")]
    private static partial Regex Mark();

    [GeneratedRegex(@"\s*//[!ip?](:\w+)? TH.*$", RegexOptions.Multiline)]
    private static partial Regex AnyMark();
}
