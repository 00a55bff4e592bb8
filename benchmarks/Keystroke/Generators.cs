using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TopHalf.Declarations;

namespace TopHalf.Benchmarks.Keystroke;

/// <summary>Has no pipeline: what the driver of generators costs by itself.</summary>
internal sealed class NoGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
    }
}

/// <summary>Finds the driver classes as ours does, and does nothing with them.</summary>
internal sealed class EmptyGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
        => context.RegisterSourceOutput(
            context.SyntaxProvider.ForAttributeWithMetadataName(
                KnownNames.InterruptDriver,
                static (node, _) => node is ClassDeclarationSyntax or RecordDeclarationSyntax,
                static (_, _) => 0),
            static (_, _) => { });
}

/// <summary>Reads every attribute of every driver at each run, as the transform of a first version does.</summary>
internal sealed class NaiveGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
        => context.RegisterSourceOutput(
            context.SyntaxProvider.ForAttributeWithMetadataName(
                KnownNames.InterruptDriver,
                static (node, _) => node is ClassDeclarationSyntax or RecordDeclarationSyntax,
                static (attributed, cancellationToken) =>
                {
                    var type = (INamedTypeSymbol)attributed.TargetSymbol;
                    return DriverParser.Parse(type, DriverParser.FindDriverAttribute(type)!, new FaultFlag(), cancellationToken);
                }),
            static (_, _) => { });
}
