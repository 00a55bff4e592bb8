using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>Calls through function pointers.</summary>
internal static class FunctionPointers
{
    public static void Visit(IFunctionPointerInvocationOperation call, Body body)
    {
        body.Walker.VisitChildren(call);
        Place place = Place.Of(call.Target.Syntax);
        IMethodSymbol? signature = (call.Target.Type as IFunctionPointerTypeSymbol)?.Signature;
        if (signature is { CallingConvention: not System.Reflection.Metadata.SignatureCallingConvention.Default })
        {
            if (!signature.UnmanagedCallingConventionTypes.Any(static t => t.Name == "CallConvSuppressGCTransition"))
            {
                body.Report(
                    EffectRules.NativeCall, place, "unmanaged code: a transition that a collection can stop; SuppressGCTransition if it is short and never blocks");
            }
        }
        else if (Target(call.Target, body, 0) is { } method)
        {
            Calls.VisitExactly(method, null, call.Arguments, place, null, body);
        }
        else
        {
            body.Report(EffectRules.ExternCode, place, "a function pointer: its target is not known here; calling the method by its name would prove it");
        }
    }

    private static IMethodSymbol? Target(IOperation pointer, Body body, int depth) => pointer switch
    {
        IAddressOfOperation { Reference: IMethodReferenceOperation reference } => body.Model.Substitution.Apply(reference.Method, body.Code.Env),
        IConversionOperation conversion => Target(conversion.Operand, body, depth),
        IParenthesizedOperation parenthesized => Target(parenthesized.Operand, body, depth),
        ILocalReferenceOperation local => Known(local.Local, body, depth),
        IFieldReferenceOperation field => Known(field.Field, body, depth),
        _ => null,
    };

    private static IMethodSymbol? Known(ISymbol variable, Body body, int depth)
        => depth < Env.MaximalDepth && body.Model.Values.Of(variable) is [var value] ? Target(value, body, depth + 1) : null;
}
