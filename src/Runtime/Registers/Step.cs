namespace TopHalf;

/// <summary>
/// One step of a step program: the form to which all descriptors of a driver are compiled, and from which everything that
/// executes or explains them works.
/// </summary>
/// <param name="Role">Why the step is there.</param>
/// <param name="Operation">What it does.</param>
/// <param name="Type">How the register is reached, and its width.</param>
/// <param name="Bar">The base address register, 0 to 5.</param>
/// <param name="Offset">Bytes from the start of the BAR.</param>
/// <param name="Mask">The bits that matter; for <see cref="StepOperation.Echo"/> only those that the test looks at.</param>
/// <param name="Value">The value to write or to compare with.</param>
public readonly record struct Step(
    StepRole Role,
    StepOperation Operation,
    RegisterType Type = default,
    byte Bar = 0,
    uint Offset = 0,
    ulong Mask = 0,
    ulong Value = 0)
{
    /// <summary>The step at which the handler runs.</summary>
    public static Step Handle => new(StepRole.Handle, StepOperation.Handle);
}
