using Mono.Cecil;
using Mono.Cecil.Cil;

namespace TopHalf.Effects;

/// <summary>Whether a method replaces an array that its object holds: it does when the array is full, and not at every call.</summary>
internal static class Growth
{
    public static bool In(MethodDefinition method, Flow flow)
        => !method.IsStatic && !method.IsConstructor
            && method.Body.Instructions.Any(i => i.OpCode.Code is Code.Stfld or Code.Ldflda
                && i.Operand is FieldReference { FieldType: ArrayType } field
                && field.DeclaringType.GetElementType().FullName == method.DeclaringType.FullName
                && flow.Reached[flow.IndexOf(i)]);
}
