using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using TopHalf.Declarations;

namespace TopHalf.Generator;

/// <summary>
/// Writes the members of every class with <c>[InterruptDriver]</c>. It reports nothing: what is wrong with a declaration is
/// said by the analyzers, since a pipeline that carries locations runs anew on every keystroke.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class DriverGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // Runs for every driver on every edit, so it looks at the one class and returns values only: where they are equal to
        // those of the last run, nothing after this line runs.
        IncrementalValuesProvider<DriverModel> drivers = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownNames.InterruptDriver,
                static (node, _) => node is ClassDeclarationSyntax or RecordDeclarationSyntax,
                static (attributed, cancellationToken) => Parse(attributed, cancellationToken))
            .Where(static driver => driver is not null)
            .Select(static (driver, _) => driver!)
            .WithTrackingName(TrackingNames.Drivers);

        // The compilation changes with every edit; these four facts of it hardly ever do.
        IncrementalValueProvider<CompilationFacts> facts = context.CompilationProvider
            .Select(static (compilation, _) => CompilationFacts.Of(compilation))
            .WithTrackingName(TrackingNames.Facts);

        IncrementalValuesProvider<(DriverModel Driver, CompilationFacts Facts)> outputs = drivers
            .Combine(facts)
            .WithTrackingName(TrackingNames.Outputs);

        // Names only, so that a change of one driver does not wake the others.
        IncrementalValueProvider<EquatableArray<string>> clashes = drivers
            .Select(static (driver, _) => HintName.Of(driver))
            .Collect()
            .Select(static (names, _) => HintName.FindClashes(names));

        context.RegisterSourceOutput(outputs.Combine(clashes), static (production, source) =>
        {
            ((DriverModel driver, CompilationFacts facts), EquatableArray<string> clashes) = source;
            if (DriverFile.Write(driver, facts) is { } text)
            {
                production.AddSource(HintName.Of(driver, clashes), SourceText.From(text, Encoding.UTF8));
            }
        });
    }

    private static DriverModel? Parse(GeneratorAttributeSyntaxContext attributed, CancellationToken cancellationToken)
    {
        // Twice the attribute on two parts of a class is an error of C#'s (CS0579), and must not become two files of one name.
        if (attributed.TargetSymbol is not INamedTypeSymbol type
            || DriverParser.FindDriverAttribute(type) is not { } attribute
            || attribute.ApplicationSyntaxReference is not { } application
            || application.SyntaxTree != attributed.TargetNode.SyntaxTree
            || !attributed.TargetNode.Span.Contains(application.Span))
        {
            return null;
        }

        return DriverParser.Parse(type, attribute, new FaultFlag(), cancellationToken);
    }
}
