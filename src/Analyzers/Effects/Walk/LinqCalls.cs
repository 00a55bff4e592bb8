using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>The few calls of LINQ that allocate nothing: over an array or a list, without a delegate.</summary>
internal static class LinqCalls
{
    public static bool IsFree(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments)
        => method.ContainingType is { Name: "Enumerable", ContainingNamespace.Name: "Linq" }
            && method.Name is "Sum" or "Min" or "Max" or "Average" or "Any" or "Count" or "LongCount" or "Contains"
                or "FirstOrDefault" or "LastOrDefault" or "ElementAtOrDefault" or "SequenceEqual"
            && arguments.All(static a => a.Value is not IDelegateCreationOperation)
            && arguments.FirstOrDefault(static a => a.Parameter?.Ordinal == 0)?.Value is { } source
            && Source(source).Type is IArrayTypeSymbol or INamedTypeSymbol { Name: "List" };

    private static IOperation Source(IOperation source) => source is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand : source;
}
