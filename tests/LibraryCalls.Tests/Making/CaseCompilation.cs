using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using TopHalf.CompilerTesting;

namespace TopHalf.LibraryCalls.Tests;

/// <summary>Cases as a compilation: one that the compiler refuses is left out, and told.</summary>
internal sealed class CaseCompilation
{
    private const int CasesInFile = 250;

    private readonly Dictionary<string, (int Start, Case Case)[]> _places = new(StringComparer.Ordinal);

    public CaseCompilation(IEnumerable<Case> cases, params string[] shared)
        : this(Options, cases, shared)
    {
    }

    public CaseCompilation(ProjectOptions options, IEnumerable<Case> cases, params string[] shared)
    {
        string[] files = [.. cases.Chunk(CasesInFile).Select((chunk, i) => Text(chunk, i))];
        Compilation = DriverProject.Create(options, [Support, .. files, .. shared]);
    }

    /// <summary>How the cases are compiled.</summary>
    public static ProjectOptions Options { get; } = ProjectOptions.Default with
    {
        Language = LanguageVersion.CSharp13,
        Nullable = false,
        Optimization = OptimizationLevel.Release,
        AllowUnsafe = true,
        Severities = new Dictionary<string, ReportDiagnostic> { ["SYSLIB5003"] = ReportDiagnostic.Suppress },
    };

    /// <summary>What every case uses.</summary>
    public static string Support { get; } = Repository.Read("tests/LibraryCalls.Tests/Cases/Support.cs");

    /// <summary>What is compiled.</summary>
    public CSharpCompilation Compilation { get; }

    /// <summary>The image. That a case does not compile is a mistake of a recipe, or a line for what is left out.</summary>
    public byte[] Emit()
    {
        using var image = new MemoryStream();
        EmitResult result = Compilation.Emit(image);
        return result.Success ? image.ToArray() : throw new CheckFailedException(string.Join("\n", result.Diagnostics
            .Where(static d => d.Severity == DiagnosticSeverity.Error)
            .Select(d => $"{At(d.Location)?.Member} {At(d.Location)?.Call} {d}")));
    }

    /// <summary>The case that a place is in.</summary>
    public Case? At(Location location)
    {
        if (!_places.TryGetValue(location.SourceTree?.FilePath ?? "", out (int Start, Case Case)[]? places))
        {
            return null;
        }

        int index = Array.FindLastIndex(places, p => p.Start <= location.SourceSpan.Start);
        return index < 0 ? null : places[index].Case;
    }

    private string Text(Case[] cases, int file)
    {
        var text = new System.Text.StringBuilder($"namespace LibraryCalls;\ninternal static class Cases{file}\n{{\n");
        _places[$"Driver{file + 2}.cs"] = [.. cases.Select(c =>
        {
            int start = text.Length;
            text.Append(c.Text);
            return (start, c);
        })];
        return text.Append("}\n").ToString();
    }
}
