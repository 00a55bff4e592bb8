using TopHalf.Declarations;

namespace TopHalf.Generator;

/// <summary>Register accesses as C# text. Ports and memory look the same: a <c>Bar</c> knows which it is.</summary>
internal static class RegisterAccess
{
    /// <summary>Reads the step's register at its width.</summary>
    public static string Read(StepModel step) => $"bar{step.Bar}.Read{step.Type.Bits}({Literals.Offset(step.Offset)})";

    /// <summary>The statement of a step that writes.</summary>
    public static string Write(StepModel step)
    {
        int bits = step.Type.Bits;
        string value = step.Operation switch
        {
            StepOperation.Write => Literals.Bits(step.Value, bits),
            StepOperation.Echo => Narrow(step, $"status & {Literals.Bits(step.Mask, bits)}", from: 64),
            // Both sides of "or" are computed here, so that the text shows what stays and what is set.
            StepOperation.Modify => Narrow(
                step,
                $"({Read(step)} & {Literals.Bits(~step.Mask & step.Type.AllOnes, bits)}) | {Literals.Bits(step.Value & step.Mask, bits)}",
                from: Math.Max(bits, 32)),
            _ => throw new ArgumentOutOfRangeException(nameof(step), step.Operation, "Not a step that writes."),
        };
        return $"bar{step.Bar}.Write{bits}({Literals.Offset(step.Offset)}, {value});";
    }

    // C# computes with 32 bits or more; a cast is written only where it narrows.
    private static string Narrow(StepModel step, string expression, int from) => (from == step.Type.Bits, step.Type.Bits) switch
    {
        (true, _) => expression,
        (_, 8) => $"(byte)({expression})",
        (_, 16) => $"(ushort)({expression})",
        _ => $"(uint)({expression})",
    };
}
