using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Collections.Generic;

namespace TopHalf.Effects;

/// <summary>Loops that can be seen to have no bound of their own: one without an end, and one that goes on for as long as other threads interfere.</summary>
internal static class Loops
{
    /// <summary>What to tell of it; null where none is seen.</summary>
    public static string? In(Collection<Instruction> code, Flow flow)
    {
        bool returns = false;
        for (int i = 0; i < code.Count; i++)
        {
            if (!flow.Reached[i])
            {
                continue;
            }

            returns |= code[i].OpCode.Code is Code.Ret or Code.Jmp;
            foreach (Instruction target in DeadCode.Targets(code[i]))
            {
                if (flow.IndexOf(target) <= i && Retries(code, flow.IndexOf(target), i))
                {
                    return "tries again for as long as other threads interfere";
                }
            }
        }

        return returns ? null : "never returns";
    }

    private static bool Retries(Collection<Instruction> code, int from, int to)
    {
        for (int i = from; i <= to; i++)
        {
            if (code[i].OpCode.Code == Code.Call && code[i].Operand is MethodReference { Name: "CompareExchange", DeclaringType.FullName: "System.Threading.Interlocked" })
            {
                return true;
            }
        }

        return false;
    }
}
