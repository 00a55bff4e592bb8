using Mono.Cecil;
using Mono.Cecil.Cil;

namespace TopHalf.Effects;

/// <summary>Calls of members that a reviewed line says something of unless an argument is a certain constant, with that constant.</summary>
internal static class Conditions
{
    private const string Unless = "unless ";

    /// <summary>Whether the constant stands there, so that nothing is done. Only the last argument is looked at, which is where the choices are.</summary>
    public static bool Spare(Instruction call, MethodDefinition target, Corrections corrections)
        => target.Parameters.Count > 0 && Constant(call.Previous) is { } value
            && corrections.OfMember(target) is { } lines
            && lines.All(l => l.Effect == "none" || (l.Condition.StartsWith(Unless, StringComparison.Ordinal)
                && l.Condition[Unless.Length..].Split('=') is [var name, var constants] && name == target.Parameters[^1].Name && constants.Split('|').Contains(value)));

    /// <summary>Whether formats are asked for with the provider that the caller gave: who gives one knows what it is.</summary>
    public static bool IsGiven(Instruction call, MethodDefinition target)
        => target is { Name: "GetInstance", Parameters: [{ ParameterType.FullName: "System.IFormatProvider" }] }
            && call.Previous?.OpCode.Code is Code.Ldarg or Code.Ldarg_S or (>= Code.Ldarg_0 and <= Code.Ldarg_3);

    private static string? Constant(Instruction? instruction) => instruction?.OpCode.Code switch
    {
        >= Code.Ldc_I4_0 and <= Code.Ldc_I4_8 and var code => (code - Code.Ldc_I4_0).ToString(System.Globalization.CultureInfo.InvariantCulture),
        Code.Ldc_I4 or Code.Ldc_I4_S => System.Convert.ToString(instruction.Operand, System.Globalization.CultureInfo.InvariantCulture),
        Code.Ldnull => "null",
        _ => null,
    };
}
