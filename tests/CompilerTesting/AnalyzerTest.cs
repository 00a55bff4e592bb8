using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using TopHalf.Analyzers;

namespace TopHalf.CompilerTesting;

/// <summary>
/// Runs all our analyzers on a driver, after the generator, as a build does, and compares what they report with the markup:
/// ids and exact spans. C# errors count too (mark them where they are meant), so that a fault of ours never comes with a
/// cascade; so do analyzers that throw.
/// </summary>
public static class AnalyzerTest
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        .. typeof(DriverAnalyzer).Assembly.GetTypes()
            .Where(static t => t.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !t.IsAbstract)
            .Select(static t => (DiagnosticAnalyzer)Activator.CreateInstance(t)!),
    ];

    /// <summary>Every rule that an analyzer reports, once, by id.</summary>
    public static IEnumerable<DiagnosticDescriptor> ReportedRules
        => Analyzers.SelectMany(static a => a.SupportedDiagnostics).Distinct().OrderBy(static r => r.Id, StringComparer.Ordinal);

    /// <summary>Checks a source that must report exactly what is marked.</summary>
    public static Task Verify(string source) => Verify(source, ProjectOptions.Default);

    /// <summary>Checks a source that must report exactly what is marked, with these messages, in the order of the source.</summary>
    public static Task Verify(string source, params string[] messages) => Verify(source, ProjectOptions.Default, messages);

    /// <summary>Checks a source in a project of one's own.</summary>
    public static async Task Verify(string source, ProjectOptions options, params string[] messages)
    {
        var files = options.AdditionalFiles.ToDictionary(static f => f.Key, static f => Markup.Parse(f.Value));
        options = options with { AdditionalFiles = files.ToDictionary(static f => f.Key, static f => f.Value.Text) };
        var markup = Markup.Parse(source);
        Diagnostic[] found = await Find(markup.Text, options);
        files.Add(DriverProject.Path, markup);
        string expected = string.Join("\n", files.OrderBy(static f => f.Key, StringComparer.Ordinal)
            .SelectMany(f => f.Value.Expected.Select(e => Describe(f.Key, e.Id, e.Span, files))));
        string actual = string.Join("\n", found.Select(d => Describe(PathOf(d), d.Id, d.Location.SourceSpan, files)));
        if (expected != actual)
        {
            throw new CheckFailedException(
                $"Expected:\n{expected}\nReported:\n{actual}\nIn full:\n{string.Join("\n", found.Select(static d => d.ToString()))}");
        }

        if (messages.Length > 0)
        {
            string[] said = [.. found.Select(static d => d.GetMessage(System.Globalization.CultureInfo.InvariantCulture))];
            if (!said.SequenceEqual(messages))
            {
                throw new CheckFailedException(
                    $"Expected messages:\n{string.Join("\n", messages)}\nReported:\n{string.Join("\n", said)}");
            }
        }
    }

    /// <summary>The ids of all that is reported for a source, by position.</summary>
    public static async Task<string[]> Report(string source, ProjectOptions options)
        => [.. (await Find(source, options)).Select(static d => d.Id)];

    private static async Task<Diagnostic[]> Find(string source, ProjectOptions options)
    {
        GeneratorRun run = GeneratorRun.Generate(options, source);
        IEnumerable<Diagnostic> errors = run.Output.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error);
        AdditionalText[] files = [.. options.AdditionalFiles.Select(static f => new TextFile(f.Key, f.Value))];
        return
        [
            .. (await Analyze(run.Output, options.IsNative, files)).Concat(errors)
                .OrderBy(PathOf, StringComparer.Ordinal)
                .ThenBy(static d => d.Location.SourceSpan.Start)
                .ThenBy(static d => d.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>All that our analyzers report for a compilation. None may throw, which a build would show as AD0001.</summary>
    public static Task<ImmutableArray<Diagnostic>> Analyze(Compilation compilation, params AdditionalText[] files)
        => Analyze(compilation, isNative: false, files);

    /// <summary>The same in a project that may be compiled with NativeAOT.</summary>
    public static async Task<ImmutableArray<Diagnostic>> Analyze(Compilation compilation, bool isNative, params AdditionalText[] files)
    {
        Exception? thrown = null;
        CompilationWithAnalyzers analyzed = compilation.WithAnalyzers(
            Analyzers,
            new CompilationWithAnalyzersOptions(
                new AnalyzerOptions([.. files], new BuildProperties(isNative)),
                onAnalyzerException: (exception, _, _) => thrown = exception,
                concurrentAnalysis: true,
                logAnalyzerExecutionTime: false));
        ImmutableArray<Diagnostic> diagnostics = await analyzed.GetAnalyzerDiagnosticsAsync();
        return thrown is null ? diagnostics : throw new CheckFailedException("An analyzer threw: " + thrown);
    }

    private static string PathOf(Diagnostic diagnostic) => diagnostic.Location.GetLineSpan().Path ?? "";

    // What is reported in a generated file, or in none, has no text here.
    private static string Describe(string path, string id, TextSpan span, Dictionary<string, Markup> files)
        => $"  {path}: {id} at {span}: {(files.TryGetValue(path, out Markup? file) ? file.Text[span.Start..Math.Min(span.End, file.Text.Length)] : "")}";
}
