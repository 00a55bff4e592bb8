using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>Calls on a struct: its own member without a box, an inherited one with it.</summary>
internal static class ValueReceivers
{
    public static void Visit(
        IMethodSymbol method,
        IOperation? instance,
        ITypeSymbol receiver,
        ImmutableArray<IArgumentOperation> arguments,
        Place place,
        Body body)
    {
        IMethodSymbol target = Implementations.Find(method, receiver) ?? method;
        if (SymbolEqualityComparer.Default.Equals(target.ContainingType.OriginalDefinition, receiver.OriginalDefinition))
        {
            Calls.VisitExactly(target, instance, arguments, place, null, body);
            return;
        }

        string name = Names.Of(target, target.ContainingType, null);
        bool isEnum = receiver.TypeKind == TypeKind.Enum;
        switch (target.Name)
        {
            case "GetType":
                body.Report(EffectRules.Unoptimised, place, $"boxes {Names.Of(receiver)} where code is not optimised", name);
                break;
            case "HasFlag":
                body.Report(EffectRules.Unoptimised, place, "boxes both values where code is not optimised; (value & flag) != 0 does not", name);
                break;
            case "GetHashCode" when isEnum:
                break;
            case "ToString":
                body.Report(EffectRules.NewString, place, isEnum ? "looks the name up and makes a string" : "makes a string", name);
                break;
            case "Equals" or "GetHashCode" or "CompareTo":
                body.Report(
                    EffectRules.Box, place,
                    isEnum ? $"boxes {Names.Of(receiver)}" : $"boxes {Names.Of(receiver)}, which does not override it", name);
                break;
            default:
                // A default member of an interface runs on a boxed copy, which optimised code avoids.
                if (target.ContainingType.TypeKind == TypeKind.Interface)
                {
                    body.Report(EffectRules.Unoptimised, place, $"boxes {Names.Of(receiver)} for a default member where code is not optimised", name);
                }

                Calls.VisitExactly(target, instance, arguments, place, receiver as INamedTypeSymbol, body);
                break;
        }
    }
}
