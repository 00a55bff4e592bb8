using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>Collection expressions: what they become depends on their target.</summary>
internal static class CollectionExpressions
{
    public static void Visit(ICollectionExpressionOperation collection, Body body)
    {
        VisitElements(collection, body);
        if (Allocates(collection, body) is { } what)
        {
            string remedy = collection.Type is { IsRefLikeType: true } ? "stackalloc and CopyTo do not allocate" : "a span of the same does not allocate";
            body.Report(EffectRules.CollectionExpression, collection.Syntax, $"{what}; {remedy}");
        }

        VisitConstruction(collection, Place.Of(collection.Syntax), body);
    }

    /// <summary>What is inside.</summary>
    public static void VisitElements(ICollectionExpressionOperation collection, Body body)
    {
        bool isTold = Allocates(collection, body) is not null;
        foreach (IOperation element in collection.Elements)
        {
            if (element is ISpreadOperation spread)
            {
                body.Walker.Visit(spread.Operand);
                Spreads.Visit(spread, collection.Type, isTold, body);
            }
            else
            {
                body.Walker.Visit(element);
            }
        }
    }

    /// <summary>What it allocates; nothing, if it does not.</summary>
    public static string? Allocates(ICollectionExpressionOperation collection, Body body)
    {
        if (collection.Type is not { } type)
        {
            return null;
        }

        bool isEmpty = collection.Elements.IsEmpty;
        string made = $"new {Names.Of(body.Type(type))}";
        switch (type)
        {
            case IArrayTypeSymbol:
                return isEmpty ? null : made;
            case INamedTypeSymbol { Name: "Span" or "ReadOnlySpan", ContainingNamespace.Name: "System" }:
                return collection.Elements.Any(static e => e is ISpreadOperation)
                    ? "an array for the span, whose length is not constant" : null;
            case INamedTypeSymbol { TypeKind: TypeKind.Interface, Name: "IEnumerable" or "IReadOnlyCollection" or "IReadOnlyList" }:
                return isEmpty ? null : $"an object for {Names.Of(type)}";
            case INamedTypeSymbol { TypeKind: TypeKind.Interface }:
                return $"a list for {Names.Of(type)}";
            case { Name: "ImmutableArray", ContainingNamespace.Name: "Immutable" }:
                return isEmpty ? null : made;
            case { IsReferenceType: true } when collection.ConstructMethod is null or { MethodKind: MethodKind.Constructor }:
                return made;
            case { IsReferenceType: true } when collection.ConstructMethod is { } create && !body.Model.IsSource(create):
                return isEmpty ? null : made;
            default:
                return null;
        }
    }

    /// <summary>The builder or constructor that makes it, where its code can be read.</summary>
    public static void VisitConstruction(ICollectionExpressionOperation collection, Place place, Body body)
    {
        if (collection.ConstructMethod is not { } construct || collection.Type is IArrayTypeSymbol or { TypeKind: TypeKind.Interface })
        {
            return;
        }

        if (body.Model.IsSource(construct))
        {
            Calls.Visit(construct, null, false, [], place, null, body);
        }

        // Without a builder each element goes through Add.
        if (construct.MethodKind == MethodKind.Constructor && !collection.Elements.IsEmpty && collection.Type is { } type)
        {
            foreach (IMethodSymbol add in type.GetMembers("Add").OfType<IMethodSymbol>().Where(m => m.Parameters.Length == 1 && body.Model.IsSource(m)).Take(1))
            {
                Calls.Visit(add, null, false, [], place, null, body);
            }
        }
    }
}
