using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Collections.Generic;

namespace TopHalf.Effects;

/// <summary>Which instructions lead to a throw and nowhere else.</summary>
internal static class DeadCode
{
    /// <summary>By the index of the instruction. Code that goes round for ever is not dead.</summary>
    public static bool[] Of(MethodDefinition method, NeverReturns neverReturns)
    {
        Collection<Instruction> code = method.Body.Instructions;
        bool[] dead = new bool[code.Count];
        var index = new Dictionary<Instruction, int>(code.Count);
        for (int i = 0; i < code.Count; i++)
        {
            index.Add(code[i], i);
            dead[i] = code[i].OpCode.Code is Code.Call or Code.Callvirt && neverReturns.IsAt(code[i], method);
        }

        bool changed;
        do
        {
            changed = false;
            for (int i = code.Count - 1; i >= 0; i--)
            {
                if (!dead[i] && IsDead(code, i, index, dead))
                {
                    dead[i] = changed = true;
                }
            }
        }
        while (changed);
        return dead;
    }

    private static bool IsDead(Collection<Instruction> code, int i, Dictionary<Instruction, int> index, bool[] dead)
    {
        Instruction instruction = code[i];
        return instruction.OpCode.FlowControl switch
        {
            FlowControl.Throw => true,
            FlowControl.Return => false,
            FlowControl.Branch => dead[index[(Instruction)instruction.Operand]],
            FlowControl.Cond_Branch => Targets(instruction).All(t => dead[index[t]]) && Next(i, dead),
            _ => Next(i, dead),
        };
    }

    private static bool Next(int i, bool[] dead) => i + 1 < dead.Length && dead[i + 1];

    /// <summary>Where an instruction may go, but for the next one.</summary>
    public static IEnumerable<Instruction> Targets(Instruction instruction) => instruction.Operand switch
    {
        Instruction target => [target],
        Instruction[] targets => targets,
        _ => [],
    };
}
