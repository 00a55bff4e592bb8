using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TopHalf.Declarations;

/// <summary>What a handler method has to be, so that generated code can call it directly.</summary>
internal static class HandlerChecks
{
    /// <summary>Checks a method with a vector. Gives one fault for one mistake: a method of a wrong kind is not looked at further.</summary>
    public static void Check(IMethodSymbol method, FaultSink faults)
    {
        if (method.MethodKind is MethodKind.Constructor or MethodKind.StaticConstructor
            || (method.IsMarked(CallChecks.UnmanagedCallersOnly) && method.Parameters.Any(static p => p.RefKind != RefKind.None)))
        {
            // C# says that a constructor is no place for [MsiVector] (CS0592), and that native code has no "in" (CS8977).
            faults.AddRejectedByCompiler();
            return;
        }

        if (method.MethodKind != MethodKind.Ordinary)
        {
            faults.Add(DeclarationRules.HandlerNotOrdinary, Anchor.Name(method), method.Name);
            return;
        }

        // The words of a partial method may be on either part.
        IMethodSymbol body = method.PartialImplementationPart ?? method;
        if (body.IsAsync && method.Parameters.Any(static p => p.RefKind != RefKind.None || p.Type.IsRefLikeType))
        {
            // C# says that an async method can have no such parameter (CS1988, CS4012), and stops before it would be told of ours.
            faults.AddRejectedByCompiler();
            return;
        }

        if (body.IsAsync)
        {
            faults.Add(DeclarationRules.HandlerAsync, Anchor.Word(body, SyntaxKind.AsyncKeyword), method.Name);
            return;
        }

        CheckSignature(method, faults);
        if (method.Arity > 0)
        {
            faults.Add(DeclarationRules.HandlerGeneric, Anchor.TypeParameters(method), method.Name);
        }

        CallChecks.Check(method, faults);
    }

    /// <summary>A method without a vector is never called by us, so its descriptors would never run.</summary>
    public static void CheckNoHandler(IMethodSymbol method, ImmutableArray<AttributeData> attributes, FaultSink faults)
    {
        // One vector is missing, however many descriptors wait for it.
        if (attributes.FirstOrDefault(static a => a.NeedsVector) is { } attribute)
        {
            faults.Add(DeclarationRules.DescriptorWithoutVector, Anchor.Attribute(attribute), attribute.ShortName, method.Name);
        }
    }

    private static void CheckSignature(IMethodSymbol method, FaultSink faults)
    {
        if (!method.ReturnsVoid)
        {
            Wrong(Anchor.ReturnType(method), "nobody takes what a handler returns");
        }

        if (method.Parameters.Length != 1)
        {
            Wrong(Anchor.Parameters(method), "a handler takes the interrupt and nothing else");
            return;
        }

        IParameterSymbol parameter = method.Parameters[0];
        if (parameter.Type.TypeKind == TypeKind.Error)
        {
            faults.AddRejectedByCompiler();
        }
        else if (!parameter.Type.IsNamed(KnownNames.Interrupt))
        {
            Wrong(Anchor.ParameterType(parameter), "what a handler takes is the interrupt");
        }
        else if (parameter.RefKind != RefKind.In)
        {
            Wrong(Anchor.Parameter(parameter), "the interrupt is passed by 'in'");
        }

        void Wrong(Anchor anchor, string why) => faults.Add(DeclarationRules.HandlerSignature, anchor, method.Name, why);
    }
}
