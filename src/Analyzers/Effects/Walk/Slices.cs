using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>Ranges and indexes from the end: the members that the compiler calls for them.</summary>
internal static class Slices
{
    public static void Visit(IImplicitIndexerReferenceOperation reference, Body body)
    {
        body.Walker.VisitChildren(reference);
        Place place = Names.PlaceOf(reference.Syntax);
        VisitMember(reference.LengthSymbol, reference.Instance, place, body);
        VisitMember(reference.IndexerSymbol, reference.Instance, place, body);
    }

    /// <summary>A Length, Count, Slice or indexer that a construct uses by its pattern.</summary>
    public static void VisitMember(ISymbol? member, IOperation? instance, Place place, Body body)
    {
        IMethodSymbol? method = member switch
        {
            IMethodSymbol m => m,
            IPropertySymbol property => property.GetMethod,
            _ => null,
        };
        if (method is null)
        {
            return;
        }

        if (method is { Name: "Substring", ContainingType.SpecialType: SpecialType.System_String })
        {
            body.Report(EffectRules.Slice, place, "copies a part of a string; AsSpan and a range do not");
        }
        else
        {
            Calls.Visit(method, instance, Members.IsVirtual(method, instance), [], place, null, body);
        }
    }
}
