using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>Arrays: written, made for params, copied by a range.</summary>
internal static class Arrays
{
    public static void Visit(IArrayCreationOperation creation, Body body)
    {
        body.Walker.VisitChildren(creation);
        if (creation.Type is not null && body.Type(creation.Type) is IArrayTypeSymbol type)
        {
            string remedy = type is { Rank: 1, ElementType.IsUnmanagedType: true } ? "stackalloc, or a field of the driver," : "a field of the driver";
            body.Report(EffectRules.NewArray, Names.PlaceOf(creation.Syntax), $"new {Names.Of(type)}; {remedy} does not allocate");
        }
    }

    public static void Visit(IArrayElementReferenceOperation element, Body body)
    {
        body.Walker.VisitChildren(element);
        if (element.Indices is [{ Type: { Name: "Range", ContainingNamespace.Name: "System" } }])
        {
            body.Report(EffectRules.Slice, element.Syntax, "copies a part of an array; AsSpan and a range do not");
        }

        ImplicitThrows.Visit(element, body);
    }

    /// <summary>The arguments that the compiler puts together for a params parameter.</summary>
    public static void VisitParams(IArgumentOperation argument, Body body)
    {
        switch (argument.Value)
        {
            case IArrayCreationOperation { Initializer.ElementValues: { } values }:
                foreach (IOperation value in values)
                {
                    body.Walker.Visit(value);
                }

                if (!values.IsEmpty)
                {
                    body.Report(
                        EffectRules.Params, Names.PlaceOf(argument.Syntax),
                        $"an array, for '{argument.Parameter?.Name}'; an overload with params ReadOnlySpan does not allocate");
                }

                break;
            case ICollectionExpressionOperation collection:
                CollectionExpressions.VisitElements(collection, body);
                if (CollectionExpressions.Allocates(collection, body) is { } what)
                {
                    body.Report(EffectRules.Params, Names.PlaceOf(argument.Syntax), $"{what}, for '{argument.Parameter?.Name}'; an overload with params ReadOnlySpan does not allocate");
                }

                CollectionExpressions.VisitConstruction(collection, Names.PlaceOf(argument.Syntax), body);
                break;
            default:
                body.Walker.Visit(argument.Value);
                break;
        }
    }
}
