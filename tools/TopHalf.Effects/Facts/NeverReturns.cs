using Mono.Cecil;
using Mono.Cecil.Cil;

namespace TopHalf.Effects;

/// <summary>Which methods only throw: what they make is a matter of exceptions, and what comes after a call of one is never reached.</summary>
internal sealed class NeverReturns(AssemblySet assemblies)
{
    // A throw helper has few instructions, and throws or calls another one.
    private const int Short = 200;
    private const int MaximalDepth = 6;

    private readonly Dictionary<MethodDefinition, bool> _known = [];
    private int _depth;

    public bool Is(MethodDefinition method)
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
        if (_depth == MaximalDepth || method.IsVirtual || !method.HasBody || Intrinsics.Is(method) || method.Body.CodeSize > Short)
        {
            return false;
        }

        _depth++;
        bool[] dead = DeadCode.Of(method.Body.Instructions, this, assemblies);
        _depth--;
        return dead.Length > 0 && dead[0];
    }
}
