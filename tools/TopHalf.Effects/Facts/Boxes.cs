using Mono.Cecil;
using Mono.Cecil.Cil;

namespace TopHalf.Effects;

/// <summary>Which box instructions make a box: the JIT takes away those that are only looked at.</summary>
internal static class Boxes
{
    private const int MaximalDistance = 24;

    public static bool IsMade(Instruction box)
    {
        Instruction? next = box.Next;
        if (next?.OpCode.Code == Code.Ldstr)
        {
            next = next.Next;
        }

        if (next?.OpCode.Code == Code.Isinst)
        {
            next = next.Next;
        }

        return next?.OpCode.Code switch
        {
            Code.Brtrue or Code.Brtrue_S or Code.Brfalse or Code.Brfalse_S or Code.Unbox_Any => false,
            Code.Ldnull => next.Next?.OpCode.Code is not (Code.Ceq or Code.Cgt_Un or Code.Bne_Un or Code.Beq or Code.Bne_Un_S or Code.Beq_S),
            Code.Callvirt or Code.Call => next.Operand is not (MethodReference { Name: "GetType", DeclaringType.FullName: "System.Object" } or MethodReference { Name: "ThrowIfNull" }),
            _ => true,
        } && IsValue((TypeReference)box.Operand) && !IsReceiver(box);
    }

    // Of a value that is boxed only to call a member of an interface on it, the JIT makes none where the type is known.
    private static bool IsReceiver(Instruction box)
    {
        if (box.Operand is not GenericParameter)
        {
            return false;
        }

        Instruction? next = box.Next;
        for (int i = 0; i < MaximalDistance && next is not null; i++, next = next.Next)
        {
            if (next.OpCode.Code == Code.Callvirt)
            {
                return AssemblySet.Resolve(((MethodReference)next.Operand).DeclaringType) is { IsInterface: true };
            }

            if (next.OpCode.FlowControl is not (FlowControl.Next or FlowControl.Call))
            {
                return false;
            }
        }

        return false;
    }

    // Enum and ValueType are classes that only values are below.
    private static bool IsClass(TypeReference constraint)
        => constraint.FullName is not ("System.Enum" or "System.ValueType" or "System.Object") && AssemblySet.Resolve(constraint) is { IsInterface: false, IsValueType: false };

    private static bool IsValue(TypeReference type)
        => type is GenericParameter parameter
            ? !parameter.HasReferenceTypeConstraint && !parameter.Constraints.Any(static c => IsClass(c.ConstraintType))
            : type.IsValueType || AssemblySet.Resolve(type) is { IsValueType: true };
}
