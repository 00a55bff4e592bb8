using TopHalf.Declarations;

namespace TopHalf.Generator;

/// <summary>A step as the expression that makes it in the manifest.</summary>
internal static class StepText
{
    public static string Of(StepModel step) => step.Operation == StepOperation.Handle
        ? $"{Types.Step}.Handle({Literals.Text(step.Handler)})"
        : $"new({Types.StepRole}.{step.Role}, {Types.StepOperation}.{step.Operation}{Place(step)}{Bits(step)}){Rest(step)}";

    private static string Place(StepModel step) => step.TouchesRegister
        ? $", {Types.RegisterType}.{step.Type}, Bar: {step.Bar}, Offset: {Literals.Offset(step.Offset)}"
        : "";

    private static string Bits(StepModel step)
    {
        // What looks at a status that was read before has no register of its own that would say how wide it is.
        int bits = step.TouchesRegister ? step.Type.Bits : 64;
        string mask = step.Operation is StepOperation.Flush or StepOperation.Again or StepOperation.Unmask
            ? ""
            : $", Mask: {(step.TouchesRegister ? Literals.Bits(step.Mask, bits) : Literals.Bits(step.Mask))}";
        return mask + step.Operation switch
        {
            StepOperation.TestEqual or StepOperation.Write or StepOperation.Modify => $", Value: {Literals.Bits(step.Value, bits)}",
            StepOperation.EachBit or StepOperation.Again => $", Value: {step.Value}",
            _ => "",
        };
    }

    private static string Rest(StepModel step)
    {
        string[] rest =
        [
            .. step.Preserve == 0 ? [] : new[] { $"Preserve = {Literals.Bits(step.Preserve, step.Type.Bits)}" },
            .. step.Address is null ? [] : new[] { $"Address = new({Address(step.Address, step.Type.Bits)})" },
            .. step.Extent == 0 ? [] : new[] { $"Extent = {Literals.Number(step.Extent)}" },
            .. step.Length == 0 ? [] : new[] { $"Length = {Literals.Number(step.Length)}" },
        ];
        return rest.Length == 0 ? "" : $" {{ {string.Join(", ", rest)} }}";
    }

    private static string Address(StepAddressModel address, int bits)
    {
        string[] parts =
        [
            .. address.Stride == 0 ? [] : new[] { $"Stride: {Literals.Offset(address.Stride)}" },
            .. address.OffsetFrom is null ? [] : new[] { $"OffsetFrom: {Literals.Text(address.OffsetFrom)}" },
            .. address.StrideFrom is null ? [] : new[] { $"StrideFrom: {Literals.Text(address.StrideFrom)}" },
            .. address.Structure == VirtioStructure.None ? [] : new[] { $"Structure: {Types.VirtioStructure}.{address.Structure}" },
            .. address.IndexOffset is not uint offset ? [] : new[] { $"IndexOffset: {Literals.Offset(offset)}, Index: {Literals.Bits(address.Index, bits)}" },
            .. address.IndexStride == 0 ? [] : new[] { $"IndexStride: {Literals.Bits(address.IndexStride)}" },
            .. address.BitStride == 0 ? [] : new[] { $"BitStride: {Literals.Number(address.BitStride)}" },
        ];
        return string.Join(", ", parts);
    }
}
