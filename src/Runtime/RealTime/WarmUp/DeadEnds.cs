using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace TopHalf;

/// <summary>
/// Which instructions lead to a throw and nowhere else. What is called on the way makes a message, with half of the library behind
/// it; it need not be ready, since the binding ends there.
/// </summary>
[RequiresUnreferencedCode("Reads the bodies of methods.")]
internal sealed class DeadEnds
{
    // A throw helper has few instructions, and either throws or calls another one.
    private const int Short = 64;
    private const int MaximalDepth = 3;
    private static readonly Module Library = typeof(object).Module;

    private readonly Dictionary<MethodKey, bool> _neverReturns = [];
    private int _depth;

    /// <summary>By the index of the instruction.</summary>
    public bool[] Of(MethodCode code)
    {
        bool[] dead = new bool[code.Instructions.Count];
        int[] places = Places(code.Instructions);
        Spread(code.Instructions, places, dead);

        // Only then what is called: nothing need be loaded that an outright throw hides.
        bool any = false;
        for (int i = 0; i < dead.Length; i++)
        {
            IlInstruction instruction = code.Instructions[i];
            if (!dead[i] && instruction.Code == IlCode.Call && code.Method(instruction.Token) is { } called && NeverReturns(called))
            {
                dead[i] = any = true;
            }
        }

        if (any)
        {
            Spread(code.Instructions, places, dead);
        }

        return dead;
    }

    private bool NeverReturns(MethodBase method)
    {
        var key = MethodKey.Of(method);
        if (_neverReturns.TryGetValue(key, out bool known))
        {
            return known;
        }

        // One that calls itself is taken to return.
        _neverReturns.Add(key, false);
        return _neverReturns[key] = method.Module == Library ? IsMarked(method) : OnlyThrows(method);
    }

    // In the library what the compiler makes itself has a body that throws; its throw helpers are all marked, and static.
    private static bool IsMarked(MethodBase method)
        => method.IsStatic && method.IsDefined(typeof(DoesNotReturnAttribute), inherit: false);

    private bool OnlyThrows(MethodBase method)
    {
        if (_depth == MaximalDepth || method.IsVirtual
            || MethodCode.Of(method) is not { Instructions.Count: > 0 and < Short } code)
        {
            return false;
        }

        _depth++;
        bool never = Of(code)[0];
        _depth--;
        return never;
    }

    // Backwards until nothing is added. Code that goes round for ever is not dead: nothing in it is, to begin with.
    private static void Spread(List<IlInstruction> code, int[] places, bool[] dead)
    {
        bool changed;
        do
        {
            changed = false;
            for (int i = code.Count - 1; i >= 0; i--)
            {
                if (!dead[i] && IsDead(code, i, places, dead))
                {
                    dead[i] = changed = true;
                }
            }
        }
        while (changed);
    }

    private static bool IsDead(List<IlInstruction> code, int index, int[] places, bool[] dead)
    {
        IlInstruction instruction = code[index];
        switch (instruction.Code)
        {
            case IlCode.Throw or IlCode.Rethrow:
                return true;
            case IlCode.Return or IlCode.Jump or IlCode.EndFinally or IlCode.EndFilter:
                return false;
        }

        foreach (int target in instruction.Targets)
        {
            if (!dead[places[target]])
            {
                return false;
            }
        }

        return IlCode.GoesElsewhere(instruction.Code) || (index + 1 < dead.Length && dead[index + 1]);
    }

    /// <summary>The index of the instruction at each offset.</summary>
    private static int[] Places(List<IlInstruction> code)
    {
        int[] places = new int[code.Count == 0 ? 0 : code[^1].Offset + 1];
        for (int i = 0; i < code.Count; i++)
        {
            places[code[i].Offset] = i;
        }

        return places;
    }
}
