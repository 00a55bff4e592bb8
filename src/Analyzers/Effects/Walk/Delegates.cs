using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>Delegates: what making one costs.</summary>
internal static class Delegates
{
    public static void Visit(IDelegateCreationOperation creation, Body body)
    {
        Place place = Names.PlaceOf(creation.Syntax);
        switch (creation.Target)
        {
            case IAnonymousFunctionOperation:
                VisitFunction(creation, "a delegate for the lambda", place, body);
                break;
            case IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } local }:
                VisitFunction(creation, $"a delegate for {local.Name}", place, body);
                break;
            case IMethodReferenceOperation reference:
                body.Walker.Visit(reference.Instance);
                if (!reference.Method.IsStatic || reference.Instance is not null || IsExtension(reference, creation))
                {
                    string boxed = reference.Instance?.Type is { IsValueType: true } type ? $", and boxes {Names.Of(type)}" : "";
                    body.Report(EffectRules.NewDelegate, place, $"a delegate for {reference.Method.Name}{boxed}");
                }
                else
                {
                    ReportStatic(creation, place, $"a delegate for {reference.Method.Name}", body);
                }

                break;
            default:
                body.Walker.Visit(creation.Target);
                body.Report(EffectRules.NewDelegate, place, "a delegate made from another one");
                break;
        }
    }

    /// <summary>
    /// <c>+=</c> and <c>-=</c>: the delegate that is added, and the combination. They are one construct, and have one remedy.
    /// </summary>
    public static void VisitCombination(ICompoundAssignmentOperation combination, Body body)
    {
        body.Walker.Visit(combination.Target);
        string own = VisitAdded(combination.Value, body) ? "a delegate, and " : "";
        body.Report(
            EffectRules.NewDelegate, combination.Syntax,
            own + (combination.OperatorKind == BinaryOperatorKind.Add ? "one combined of two" : "one of what is left, where others are"));
    }

    /// <summary>Visits a delegate that goes into another one. Whether it is made for that, which is then left to be told.</summary>
    public static bool VisitAdded(IOperation value, Body body)
    {
        switch (value)
        {
            case IConversionOperation { OperatorMethod: null } conversion:
                return VisitAdded(conversion.Operand, body);
            case IDelegateCreationOperation { Target: IAnonymousFunctionOperation or IMethodReferenceOperation } creation
                when !(Captures.Of(creation, body) is { } captures && Closures.IsMadeHere(captures, body)):
                if (creation.Target is IMethodReferenceOperation { Instance: { } instance })
                {
                    body.Walker.Visit(instance);
                }

                return true;
            default:
                body.Walker.Visit(value);
                return false;
        }
    }

    private static void VisitFunction(IDelegateCreationOperation creation, string what, Place place, Body body)
    {
        if (Captures.Of(creation, body) is not { IsEmpty: false } captures)
        {
            ReportStatic(creation, place, what, body);
        }
        else if (!Closures.IsMadeHere(captures, body))
        {
            string used = captures.Variables.Count > 0 ? "variables of the code around" : "'this'";
            body.Report(EffectRules.NewDelegate, place, $"{what}, which uses {used}; a read-only field with it does not allocate");
        }
    }

    // C# keeps the delegate of a lambda or static method in a field of its own, unless it is written with 'new'; of a local function
    // only if that says that it is static.
    private static void ReportStatic(IDelegateCreationOperation creation, Place place, string what, Body body)
    {
        if (creation.Target is IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction, IsStatic: false } local })
        {
            body.Report(EffectRules.NewDelegate, place, $"{what}; 'static' on {local.Name} would make it once");
        }
        else if (creation.Syntax is BaseObjectCreationExpressionSyntax
            && creation.Target is not IAnonymousFunctionOperation)
        {
            body.Report(EffectRules.NewDelegate, place, what);
        }
        else
        {
            body.ReportFirstUse(
                EffectRules.CachedDelegate, place, $"{what}, made at the first use; a static read-only field of the driver is made before", null, place);
        }
    }

    private static bool IsExtension(IMethodReferenceOperation reference, IDelegateCreationOperation creation)
        => reference.Method.IsExtensionMethod
            && reference.Syntax is MemberAccessExpressionSyntax
            && creation.Type is INamedTypeSymbol { DelegateInvokeMethod: { } invoke }
            && invoke.Parameters.Length < reference.Method.Parameters.Length + (reference.Method.ReducedFrom is null ? 0 : 1);
}
