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
            case IAnonymousFunctionOperation lambda:
                VisitLambda(lambda, creation, place, body);
                break;
            case IMethodReferenceOperation { Method.MethodKind: MethodKind.LocalFunction } local:
                VisitLocalFunction(local.Method, creation, place, body);
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

    private static void VisitLambda(IAnonymousFunctionOperation lambda, IDelegateCreationOperation creation, Place place, Body body)
    {
        string[] captured = Captures.Of(lambda, body);
        if (captured.Length == 0)
        {
            ReportStatic(creation, place, "a delegate for the lambda", body);
        }
        else if (captured is ["this"])
        {
            body.Report(EffectRules.NewDelegate, place, "a delegate for the lambda, which uses 'this'");
        }
        else
        {
            // The closure is made where the variables begin, so a throw after the lambda excuses nothing.
            bool outer = body.EndsInThrow;
            body.EndsInThrow = false;
            body.Report(EffectRules.Closure, place, $"a closure over {string.Join(", ", captured.Select(static c => $"'{c}'"))}, and a delegate");
            body.EndsInThrow = outer;
        }
    }

    private static void VisitLocalFunction(IMethodSymbol function, IDelegateCreationOperation creation, Place place, Body body)
    {
        string[] captured = Captures.Of(function, body);
        if (captured.Length == 0)
        {
            ReportStatic(creation, place, $"a delegate for {function.Name}", body);
        }
        else if (captured is ["this"])
        {
            body.Report(EffectRules.NewDelegate, place, $"a delegate for {function.Name}, which uses 'this'");
        }
        else
        {
            body.Report(EffectRules.Closure, place, $"a closure over {string.Join(", ", captured.Select(static c => $"'{c}'"))}, and a delegate");
        }
    }

    // C# keeps the delegate of a lambda or static method in a field of its own, unless it is written with 'new'.
    private static void ReportStatic(IDelegateCreationOperation creation, Place place, string what, Body body)
    {
        if (creation.Syntax is BaseObjectCreationExpressionSyntax
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
