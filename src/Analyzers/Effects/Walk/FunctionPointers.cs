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
        else if (DelegateTargets.Of(call.Target, body) is { } targets)
        {
            body.Dispatch(() =>
            {
                foreach (Code target in targets)
                {
                    body.Call(target, place);
                }
            });
        }
        else
        {
            body.Report(EffectRules.ExternCode, place, "a function pointer: its target is not known here; calling the method by its name would prove it");
        }
    }
}
