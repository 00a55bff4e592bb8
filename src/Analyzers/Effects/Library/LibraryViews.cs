using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>
/// What stands behind an interface that a member of the library returns, where it is always the same: the keys of a sorted list are a
/// view of its array.
/// </summary>
internal static class LibraryViews
{
    /// <summary>Whether a call reads such a view, and does nothing that a handler should not do.</summary>
    public static bool IsRead(IMethodSymbol method, IOperation? instance, Body body)
        => method.Name is "get_Item" or "get_Count" or "CopyTo" && IsView(instance, body, 0);

    private static bool IsView(IOperation? value, Body body, int depth) => value switch
    {
        IPropertyReferenceOperation { Property: { Name: "Keys" or "Values", ContainingType: { Name: "SortedList", Arity: 2 } list } }
            => LibraryCalls.IsPlatform(list.ContainingAssembly),
        IConversionOperation { OperatorMethod: null } conversion => IsView(conversion.Operand, body, depth),
        IParenthesizedOperation parenthesized => IsView(parenthesized.Operand, body, depth),
        ILocalReferenceOperation local => AreViews(local.Local, body, depth),
        IFieldReferenceOperation field => AreViews(field.Field, body, depth),
        _ => false,
    };

    private static bool AreViews(ISymbol variable, Body body, int depth)
        => depth < Env.MaximalDepth
            && body.Model.Values.Of(variable) is { IsEmpty: false } values
            && values.All(v => IsView(v, body, depth + 1));
}
