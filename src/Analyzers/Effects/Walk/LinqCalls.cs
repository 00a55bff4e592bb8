using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>The few calls of LINQ that allocate nothing: over an array or a list, without a delegate.</summary>
internal static class LinqCalls
{
    /// <summary>Whether a call does nothing that a handler should not do.</summary>
    public static bool IsFree(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments)
        => method.Name is "Sum" or "Min" or "Max" or "Average" or "Any" or "Count" or "LongCount" or "Contains"
                or "FirstOrDefault" or "LastOrDefault" or "ElementAtOrDefault" or "SequenceEqual"
            && IsOverList(method, arguments);

    /// <summary>What is known of a call; one that takes an element of a list by its index throws, and makes no enumerator.</summary>
    public static ImmutableArray<EffectEntry> Effects(ImmutableArray<EffectEntry> known, IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments)
        => method.Name is "First" or "Last" or "ElementAt" or "Single" or "SingleOrDefault" && IsOverList(method, arguments)
            ? known.RemoveAll(static e => e.Rule?.Category == EffectRules.Enumerator.Category)
            : known;

    private static bool IsOverList(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments)
        => method.ContainingType is { Name: "Enumerable", ContainingNamespace.Name: "Linq" }
            && arguments.All(static a => a.Value is not IDelegateCreationOperation)
            && arguments.FirstOrDefault(static a => a.Parameter?.Ordinal == 0)?.Value is { } source
            && Source(source).Type is IArrayTypeSymbol or INamedTypeSymbol { Name: "List" };

    private static IOperation Source(IOperation source) => source is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand : source;
}
