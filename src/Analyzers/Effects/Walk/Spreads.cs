using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>Spreads of a collection expression: they walk like foreach, and convert each element.</summary>
internal static class Spreads
{
    /// <summary>Visits one. Where the collection around it is told, an enumerator goes without saying.</summary>
    public static void Visit(ISpreadOperation spread, ITypeSymbol? collection, bool isTold, Body body)
    {
        Place place = Place.Of(spread.Syntax);
        ITypeSymbol? target = collection switch
        {
            IArrayTypeSymbol array => array.ElementType,
            INamedTypeSymbol { TypeArguments: [var element] } => element,
            _ => null,
        };
        Operators.VisitMethod(spread.ElementConversion.MethodSymbol, null, spread.Syntax, body);
        if (spread.ElementConversion is { MethodSymbol: null, IsIdentity: false })
        {
            Boxing.Visit(spread.ElementType, target, place, body);
        }

        if (spread.Operand.Type is not { } type || Enumeration.IsWalkedByIndex(type) || type.Name == "List")
        {
            return;
        }

        IMethodSymbol? getEnumerator = type.GetMembers("GetEnumerator").OfType<IMethodSymbol>().FirstOrDefault(static m => m.Parameters.IsEmpty);
        if (getEnumerator is not null && (!isTold || body.Model.IsSource(getEnumerator)))
        {
            Enumeration.VisitGet(getEnumerator, spread.Operand, place, body);
        }
        else if (!isTold && type.TypeKind == TypeKind.Interface)
        {
            body.Report(EffectRules.Enumerator, place, "an enumerator object");
        }
    }
}
