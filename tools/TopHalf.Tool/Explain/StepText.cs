namespace TopHalf.Tool;

/// <summary>A step of a step program in words.</summary>
internal static class StepText
{
    /// <summary>Where the register is: <c>BAR 0 + 0x24, Mmio32</c>; empty for the handler's own step.</summary>
    public static string Register(Step step)
        => step.Operation == StepOperation.Handle ? "" : $"BAR {step.Bar} + 0x{step.Offset:X2}, {step.Type}";

    /// <summary>What is done to it.</summary>
    /// <param name="step">The step.</param>
    /// <param name="handler">The name of the handler, for its own step.</param>
    public static string Action(Step step, string handler) => step.Operation switch
    {
        StepOperation.TestAny => $"status = read; goes on if status & {Mask(step)}",
        StepOperation.TestEqual => $"status = read; goes on if (status & {Mask(step)}) == {Value(step)}",
        StepOperation.Write => $"write {Value(step)}",
        StepOperation.Echo => $"write status & {Mask(step)}",
        StepOperation.Modify => $"write (read & ~{Mask(step)}) | {Value(step)}",
        _ => $"{handler}(in irq)",
    };

    /// <summary>The ids that a driver is for.</summary>
    public static string Ids(DriverManifest manifest)
        => (manifest.VendorId, manifest.DeviceId) == (0, 0)
            ? "any device"
            : $"{Id(manifest.VendorId)}:{Id(manifest.DeviceId)}";

    /// <summary>A range of vectors: <c>3</c>, <c>1-64</c>.</summary>
    public static string Vectors(VectorRange range)
        => range.Count == 1 ? $"{range.First}" : $"{range.First}-{range.End - 1}";

    /// <summary>The name of a range's receive thread.</summary>
    public static string Thread(VectorRange range) => range.Thread.Length == 0 ? "default" : range.Thread;

    private static string Id(ushort id) => id == 0 ? "any" : $"{id:x4}";

    private static string Mask(Step step) => RegisterTypes.Format(step.Mask, step.Type.Width());

    private static string Value(Step step) => RegisterTypes.Format(step.Value, step.Type.Width());
}
