using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Collections.Generic;

namespace TopHalf.Effects;

/// <summary>What is done only where a field is null, and fills that field: done once.</summary>
internal static class LazyRegions
{
    // From the load of the field to the test: a copy on the stack or in a local.
    private const int MaximalDistance = 4;

    /// <summary>By the index of the instruction.</summary>
    public static bool[] Of(MethodDefinition method, Flow flow, AssemblySet assemblies)
    {
        Collection<Instruction> code = method.Body.Instructions;
        bool[] lazy = new bool[code.Count];
        for (int i = 1; i < code.Count; i++)
        {
            if (code[i].OpCode.Code is not (Code.Brtrue or Code.Brtrue_S or Code.Brfalse or Code.Brfalse_S)
                || !flow.Reached[i] || TestedField(code, i) is not { } field)
            {
                continue;
            }

            bool isNullNext = code[i].OpCode.Code is Code.Brtrue or Code.Brtrue_S;
            int target = flow.IndexOf((Instruction)code[i].Operand);
            bool[] full = flow.From(isNullNext ? target : i + 1, -1);
            bool[] empty = flow.From(isNullNext ? i + 1 : target, -1);
            if (Enumerable.Range(0, code.Count).Any(k => empty[k] && !full[k] && Fills(code[k], field, assemblies, 0)))
            {
                for (int k = 0; k < code.Count; k++)
                {
                    lazy[k] |= empty[k] && !full[k];
                }
            }
        }

        return lazy;
    }

    private static FieldReference? TestedField(Collection<Instruction> code, int test)
    {
        for (int i = test - 1; i >= 0 && test - i <= MaximalDistance; i--)
        {
            switch (code[i].OpCode.Code)
            {
                case Code.Ldsfld or Code.Ldfld or Code.Ldsflda or Code.Ldflda:
                    var field = (FieldReference)code[i].Operand;
                    return field.FieldType.IsValueType ? null : field;
                case Code.Dup or Code.Volatile:
                case Code.Call when code[i].Operand is MethodReference { Name: "Read", DeclaringType.Name: "Volatile" }:
                case >= Code.Stloc_0 and <= Code.Stloc_3 or Code.Stloc_S or Code.Stloc or >= Code.Ldloc_0 and <= Code.Ldloc_3 or Code.Ldloc_S or Code.Ldloc:
                    continue;
                default:
                    return null;
            }
        }

        return null;
    }

    // Also where what is called fills it, or what that calls.
    private static bool Fills(Instruction instruction, FieldReference field, AssemblySet assemblies, int depth)
        => instruction.OpCode.Code switch
        {
            Code.Stsfld or Code.Stfld or Code.Ldsflda or Code.Ldflda => instruction.Operand is FieldReference stored && stored.Name == field.Name
                && stored.DeclaringType.GetElementType().FullName == field.DeclaringType.GetElementType().FullName,
            Code.Call or Code.Callvirt => depth < 2
                && assemblies.Resolve((MethodReference)instruction.Operand) is { HasBody: true } called
                && called.Body.Instructions.Any(i => Fills(i, field, assemblies, depth + 1)),
            _ => false,
        };
}
