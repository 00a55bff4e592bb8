using Mono.Cecil;
using Mono.Cecil.Cil;

namespace TopHalf.Effects;

/// <summary>The type of the object that a virtual call is made on, where the instructions just before show it: C# names the first declaration of a
/// method, and not the class that it was called on.</summary>
internal static class Receivers
{
    private const int MaximalDistance = 40;

    /// <summary>Null where it is not seen. <c>IsExact</c>: of that class, and not of one below.</summary>
    public static (TypeDefinition Type, bool IsExact)? Of(Instruction call, MethodDefinition method)
    {
        // How many values lie above the receiver.
        int above = ((MethodReference)call.Operand).Parameters.Count;
        Instruction? current = call.Previous;
        for (int i = 0; i < MaximalDistance && current is not null; i++, current = current.Previous)
        {
            if (current.OpCode.OpCodeType == OpCodeType.Prefix)
            {
                continue;
            }

            if (current.OpCode.FlowControl is not (FlowControl.Next or FlowControl.Call) || current.OpCode.Code == Code.Dup || Pushed(current) is not { } pushed)
            {
                return null;
            }

            if (pushed > 0 && above == 0)
            {
                return TypeOf(current, method);
            }

            above = above - pushed + Popped(current);
            if (above < 0)
            {
                return null;
            }
        }

        return null;
    }

    private static (TypeDefinition, bool)? TypeOf(Instruction instruction, MethodDefinition method)
    {
        bool isExact = instruction.OpCode.Code == Code.Newobj;
        TypeReference? type = instruction.OpCode.Code switch
        {
            Code.Ldarg_0 when !method.IsStatic => method.DeclaringType,
            Code.Ldarg_0 or Code.Ldarg_1 or Code.Ldarg_2 or Code.Ldarg_3
                => Parameter(method, instruction.OpCode.Code - Code.Ldarg_0 - (method.IsStatic ? 0 : 1)),
            Code.Ldarg_S or Code.Ldarg => ((ParameterDefinition)instruction.Operand).ParameterType,
            >= Code.Ldloc_0 and <= Code.Ldloc_3 => method.Body.Variables[instruction.OpCode.Code - Code.Ldloc_0].VariableType,
            Code.Ldloc_S or Code.Ldloc => ((VariableDefinition)instruction.Operand).VariableType,
            Code.Ldfld or Code.Ldsfld => ((FieldReference)instruction.Operand).FieldType,
            Code.Call or Code.Callvirt => ((MethodReference)instruction.Operand).ReturnType,
            Code.Newobj => ((MethodReference)instruction.Operand).DeclaringType,
            Code.Castclass or Code.Isinst or Code.Box => (TypeReference)instruction.Operand,
            _ => null,
        };
        return AssemblySet.Resolve(type) is { } definition ? (definition, isExact || definition.IsSealed) : null;
    }

    private static TypeReference? Parameter(MethodDefinition method, int index) => index < method.Parameters.Count ? method.Parameters[index].ParameterType : null;

    private static int? Pushed(Instruction instruction) => instruction.OpCode.StackBehaviourPush switch
    {
        StackBehaviour.Push0 => 0,
        StackBehaviour.Push1_push1 => null,
        StackBehaviour.Varpush => ((instruction.Operand as MethodReference)?.ReturnType ?? (instruction.Operand as CallSite)?.ReturnType) is { MetadataType: MetadataType.Void } ? 0 : 1,
        _ => 1,
    };

    private static int Popped(Instruction instruction)
    {
        switch (instruction.OpCode.StackBehaviourPop)
        {
            case StackBehaviour.Pop0:
                return 0;
            case StackBehaviour.Pop1 or StackBehaviour.Popi or StackBehaviour.Popref:
                return 1;
            case StackBehaviour.Pop1_pop1 or StackBehaviour.Popi_pop1 or StackBehaviour.Popi_popi or StackBehaviour.Popi_popi8
                or StackBehaviour.Popi_popr4 or StackBehaviour.Popi_popr8 or StackBehaviour.Popref_pop1 or StackBehaviour.Popref_popi:
                return 2;
            case StackBehaviour.Varpop when instruction.Operand is CallSite site:
                return site.Parameters.Count + 1;
            case StackBehaviour.Varpop when instruction.Operand is MethodReference called:
                return called.Parameters.Count + (called.HasThis && instruction.OpCode.Code != Code.Newobj ? 1 : 0);
            default:
                return 3;
        }
    }
}
