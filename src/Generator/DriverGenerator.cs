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
        IncrementalValuesProvider<DriverModel> drivers = FindDrivers(context);

        // The compilation changes with every edit; these four facts of it hardly ever do.
        IncrementalValueProvider<CompilationFacts> facts = context.CompilationProvider
            .Select(static (compilation, _) => CompilationFacts.Of(compilation))
            .WithTrackingName(TrackingNames.Facts);

        IncrementalValuesProvider<(DriverModel Driver, CompilationFacts Facts)> outputs = drivers
            .Combine(facts)
            .WithTrackingName(TrackingNames.Outputs);

        // Names only, so that a change of one driver does not wake the others.
        IncrementalValueProvider<EquatableArray<string>> clashes = drivers
            .Where(static driver => driver.CanReopen) // others have no file
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

    /// <summary>The models of all driver classes: the first stage of the pipeline.</summary>
    public static IncrementalValuesProvider<DriverModel> FindDrivers(IncrementalGeneratorInitializationContext context)
        // Runs for every driver on every edit, so it asks the cache first, and returns values only: where they are equal to those
        // of the last run, nothing after this line runs.
        => context.SyntaxProvider
            .ForAttributeWithMetadataName(
                KnownNames.InterruptDriver,
                static (node, _) => node is (ClassDeclarationSyntax or RecordDeclarationSyntax) && !IsInNamelessNamespace(node),
                static (attributed, cancellationToken) => DriverCache.Get(attributed, cancellationToken))
            .Where(static driver => driver is not null)
            .Select(static (driver, _) => driver!)
            .WithTrackingName(TrackingNames.Drivers);

    // While its name is typed; the class would have the file of the one without a namespace.
    private static bool IsInNamelessNamespace(SyntaxNode node)
        => node.Ancestors().Any(static n => n is BaseNamespaceDeclarationSyntax { Name.IsMissing: true });
}
