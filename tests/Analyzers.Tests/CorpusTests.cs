using Microsoft.CodeAnalysis;
using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>
/// Handlers that were written from what C# does, not from what the analyzers do. Each line says what must be reported there; nothing else may be.
/// </summary>
public sealed class CorpusTests
{
    public static TheoryData<string> Files => [.. CorpusFile.Names()];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Reports_what_is_marked(string name)
    {
        CorpusFile file = CorpusFile.Read(name);
        if (!file.IsForThisRoslyn)
        {
            return;
        }

        GeneratorRun run = GeneratorRun.Generate(file.Options, [.. file.Sources]);
        string[] errors =
            [.. run.Output.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error).Select(static d => "C#: " + d.ToString())];
        Diagnostic[] found = errors.Length > 0 ? [] : [.. await AnalyzerTest.Analyze(run.Output, isNative: true, Beside(file))];
        List<string> wrong = [.. errors];
        CorpusMark[] marks = errors.Length > 0 ? [] : [.. file.Marks()];
        wrong.AddRange(marks.Where(m => !m.IsOptional && !found.Any(d => Fits(m, d))).Select(m => $"missing {m} {LineOf(file, m.Path, m.Line)}"));
        wrong.AddRange(found
            .Where(d => !marks.Any(m => Fits(m, d)) && (d.Severity > DiagnosticSeverity.Info || !file.IgnoresInformation))
            .Select(d => $"false {d.Severity} {PathOf(d)}({Line(d)}): {d.Id} {d.GetMessage(null)} {LineOf(file, PathOf(d), Line(d))}"));
        if (wrong.Count > 0)
        {
            throw new CheckFailedException($"{name}:\n{string.Join("\n", wrong.Order(StringComparer.Ordinal))}");
        }
    }

    private static AdditionalText[] Beside(CorpusFile file)
        => [.. file.Options.AdditionalFiles.Select(static f => new TextFile(f.Key, f.Value))];

    private static bool Fits(CorpusMark mark, Diagnostic diagnostic)
        => mark.Ids.Contains(diagnostic.Id) && mark.Line == Line(diagnostic) && mark.Path == PathOf(diagnostic);

    private static int Line(Diagnostic diagnostic) => diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1;

    private static string PathOf(Diagnostic diagnostic) => diagnostic.Location.GetLineSpan().Path ?? "";

    private static string LineOf(CorpusFile file, string path, int line)
    {
        string? text = path switch
        {
            DriverProject.Path => file.Sources[0],
            "InterruptEffects.txt" => file.Effects,
            _ when path.StartsWith("Driver", StringComparison.Ordinal) && int.TryParse(path[6..^3], out int number) => file.Sources[number - 1],
            _ => null,
        };
        return text?.Split('\n').ElementAtOrDefault(line - 1)?.Trim() is { } found ? $"[{found}]" : "";
    }
}
