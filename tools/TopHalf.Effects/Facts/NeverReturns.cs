using Mono.Cecil;
using Mono.Cecil.Cil;

namespace TopHalf.Effects;

/// <summary>Which methods only throw: what they make is a matter of exceptions, and what comes after a call of one is never reached.</summary>
internal sealed class NeverReturns(AssemblySet assemblies, Hierarchy hierarchy)
{
    // A throw helper has few instructions, and throws or calls another one.
    private const int Short = 200;
    private const int MaximalDepth = 6;

    private readonly Dictionary<MethodDefinition, bool> _known = [];
    private int _depth;

    /// <summary>Whether a call in a method does not come back: of a value in a box, as its own type answers.</summary>
    public bool IsAt(Instruction call, MethodDefinition caller)
    {
        if (call.Operand is not MethodReference reference || assemblies.Resolve(reference) is not { } target)
        {
            return false;
        }

        return target is { IsAbstract: true } && Receivers.Of(call, caller) is { IsExact: true, Type: { IsValueType: true } boxed }
            ? hierarchy.ImplementationIn(boxed, target) is { } own && Is(own)
            : Is(target);
    }

    private bool Is(MethodDefinition method)
    {
        if (_known.TryGetValue(method, out bool known))
        {
            return known;
        }

        // One that calls itself is taken to return.
        _known.Add(method, false);
        return _known[method] = IsMarked(method) || OnlyThrows(method);
    }

    private static bool IsMarked(MethodDefinition method)
        => method.HasCustomAttributes && method.CustomAttributes.Any(static a => a.AttributeType.Name == "DoesNotReturnAttribute");

    private bool OnlyThrows(MethodDefinition method)
    {
        // The runtime puts its own code in place of an intrinsic's, which often throws only.
        if (_depth == MaximalDepth || method is { IsVirtual: true, IsFinal: false, DeclaringType.IsSealed: false } || !method.HasBody || Intrinsics.Is(method) || method.Body.CodeSize > Short)
        {
            return false;
        }

        _depth++;
        bool[] dead = DeadCode.Of(method, this);
        _depth--;
        return dead.Length > 0 && dead[0];
    }
}
