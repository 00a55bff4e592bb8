using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
        if (target.IsStatic || SymbolEqualityComparer.Default.Equals(target.ContainingType.OriginalDefinition, receiver.OriginalDefinition))
        {
            Calls.VisitExactly(target, instance, arguments, place, null, body);
            return;
        }

        string name = Names.Of(target, target.ContainingType, null);
        bool isEnum = receiver.TypeKind == TypeKind.Enum;
        switch (target.ContainingType.TypeKind == TypeKind.Interface ? "" : target.Name)
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
                // A default member of an interface runs on a boxed copy, which optimised code avoids where it inlines the member.
                if (target.ContainingType.TypeKind == TypeKind.Interface)
                {
                    bool usesItself = UsesItself(target, body);
                    body.Report(
                        usesItself ? EffectRules.Box : EffectRules.Unoptimised,
                        place,
                        $"boxes {Names.Of(receiver)} for a default member{(usesItself ? ", unless that is inlined" : " where code is not optimised")}",
                        name);
                }

                Calls.VisitExactly(target, instance, arguments, place, receiver as INamedTypeSymbol, body);
                break;
        }
    }

    // One that does nothing with its object is inlined, or its box is seen to be needed by nobody.
    private static bool UsesItself(IMethodSymbol member, Body body)
        => !body.Model.IsSource(member) || member.DeclaringSyntaxReferences.Any(reference =>
            body.Model.GetModel(reference.SyntaxTree).GetOperation(reference.GetSyntax(body.Cancellation), body.Cancellation) is not { } operation
            || operation.Descendants().Any(static o => o is IInstanceReferenceOperation));

    /// <summary>Whether a call boxes the struct it is called on, and its argument with it: an inherited Equals, CompareTo or HasFlag.</summary>
    public static bool IsBoxed(IInvocationOperation call, Body body)
        => call.Instance?.Type is { } type
            && body.Type(type) is { IsValueType: true } and not ITypeParameterSymbol
            && call.TargetMethod is { Name: "Equals" or "CompareTo" or "HasFlag", ContainingType.SpecialType: SpecialType.System_Object or SpecialType.System_ValueType or SpecialType.System_Enum } method
            && !SymbolEqualityComparer.Default.Equals(
                (Implementations.Find(method, body.Type(type)) ?? method).ContainingType.OriginalDefinition, body.Type(type).OriginalDefinition);

    /// <summary>A call of <c>base</c> in a struct: of what object or ValueType does with its box.</summary>
    public static bool VisitBase(IMethodSymbol method, IOperation? instance, Place place, Body body)
    {
        if (instance?.Syntax is not BaseExpressionSyntax || body.Code.Method.ContainingType is not { IsValueType: true } type)
        {
            return false;
        }

        body.Report(
            method.Name == "ToString" ? EffectRules.NewString : EffectRules.Box, place,
            $"boxes {Names.Of(body.Type(type))}", Names.Of(method, method.ContainingType, null));
        return true;
    }
}
