namespace TopHalf.Declarations;

/// <summary>One step of a step program; the fields of the runtime's <c>Step</c>, in its order.</summary>
public sealed record StepModel(
    StepRole Role,
    StepOperation Operation,
    RegisterType Type = default,
    byte Bar = 0,
    uint Offset = 0,
    ulong Mask = 0,
    ulong Value = 0)
{
    /// <summary>The step at which the handler runs.</summary>
    public static readonly StepModel Handle = new(StepRole.Handle, StepOperation.Handle);
}
