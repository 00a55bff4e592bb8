using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Collections.Generic;

namespace TopHalf.Effects;

/// <summary>Calls of what throws for a bad argument and returns for a good one: <c>ArgumentNullException.ThrowIfNull</c>.</summary>
internal static class Checks
{
    public static bool AreIn(Collection<Instruction> code, Flow flow)
    {
        for (int i = 0; i < code.Count; i++)
        {
            if (flow.Reached[i] && code[i].OpCode.Code == Code.Call
                && code[i].Operand is MethodReference called && called.Name.StartsWith("ThrowIf", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
