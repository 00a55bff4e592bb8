namespace TopHalf.Tool;

/// <summary>A step of a step program in words.</summary>
internal static class StepText
{
    /// <summary>Where the register is: <c>BAR 0 + 0x24, Mmio32</c>; empty for the handler's own step.</summary>
    public static string Register(Step step)
        => step.TouchesRegister ? $"{Place(step)}, {step.Type}" : "";

    /// <summary>What is done to it.</summary>
    /// <param name="step">The step.</param>
    /// <param name="handler">The name of the handler, for its own step.</param>
    public static string Action(Step step, string handler) => step.Operation switch
    {
        StepOperation.TestAny => $"status = read; goes on if status & {Mask(step)}",
        StepOperation.TestEqual => $"status = read; goes on if (status & {Mask(step)}) == {Value(step)}",
        StepOperation.Write => $"write {Value(step)}",
        StepOperation.Echo => $"write status & {Mask(step)}",
        StepOperation.Modify when step.Preserve != 0 => $"write (read & ~({Mask(step)} | {RegisterTypes.Format(step.Preserve, step.Type.Width())})) | {Value(step)}",
        StepOperation.Modify => $"write (read & ~{Mask(step)}) | {Value(step)}",
        StepOperation.Flush => "read, so that the write has arrived",
        StepOperation.Again => $"status = read again; goes back if it is pending, {step.Value} times at most",
        StepOperation.Unmask => "the kernel unmasks the line",
        StepOperation.Match => $"if status & {Bits(step)}: the next {step.Length}",
        StepOperation.EachBit => $"for each bit of status & {Bits(step)}, index from {step.Value}: the next {step.Length}",
        StepOperation.Bank => $"status = read; if status & {Mask(step)}: the next {step.Length}",
        StepOperation.Unclaimed => $"counts status & {Bits(step)}, which no handler claims; if any: the next {step.Length}",
        _ => $"{(step.Handler.Length == 0 ? handler : step.Handler)}(in irq)",
    };

    /// <summary>The ids that a driver is for.</summary>
    public static string Ids(DriverManifest manifest)
        => (manifest.VendorId, manifest.DeviceId) == (0, 0)
            ? "any device"
            : $"{Id(manifest.VendorId)}:{Id(manifest.DeviceId)}";

    /// <summary>A range of vectors: <c>3</c>, <c>1-64</c>.</summary>
    public static string Vectors(VectorRange range)
        => range.Count == 1 ? $"{range.First}" : $"{range.First}-{range.End - 1}";

    /// <summary>The name of a range's receive thread, and the user vectors that are declared there.</summary>
    public static string Thread(VectorRange range)
        => (range.Thread.Length == 0 ? "default" : range.Thread) + (UserVectors(range) is { } user ? $", {user}" : "");

    /// <summary>The declared user vectors of a range, the highest first: <c>user vector 63</c>, <c>user vectors 40-37</c>; null for assigned ones.</summary>
    public static string? UserVectors(VectorRange range) => range switch
    {
        { UserVector: < 0 } => null,
        { Count: 1 } => $"user vector {range.UserVector}",
        _ => $"user vectors {range.UserVector}-{range.UserVector - range.Count + 1}",
    };

    private static string Place(Step step)
    {
        StepAddress address = step.Address ?? new StepAddress();
        string start = address.Structure == VirtioStructure.None ? $"BAR {step.Bar}" : $"virtio {address.Structure}";
        string member = address.OffsetFrom is { } from ? $" + {from}" : "";
        string stride = address.StrideFrom ?? (address.Stride == 0 ? "" : $"0x{address.Stride:X2}");
        string each = stride.Length == 0 ? "" : $" + index * {stride}";
        string pair = address.IndexOffset is { } at
            ? $" of 0x{address.Index:X}{(address.IndexStride == 0 ? "" : $" + index * 0x{address.IndexStride:X}")} at 0x{at:X2}"
            : "";
        return $"{start} + 0x{step.Offset:X2}{member}{each}{pair}";
    }

    private static string Bits(Step step) => $"0x{step.Mask:X}";

    private static string Id(ushort id) => id == 0 ? "any" : $"{id:x4}";

    private static string Mask(Step step) => Moved(step, step.Mask);

    private static string Value(Step step) => Moved(step, step.Value);

    private static string Moved(Step step, ulong bits)
    {
        string text = RegisterTypes.Format(bits, step.Type.Width());
        return step.Address switch
        {
            { BitStride: 1 } => $"({text} << index)",
            { BitStride: > 1 and int stride } => $"({text} << index * {stride})",
            _ => text,
        };
    }
}
