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
/// <param name="Value">The value to write or to compare with; what else it is, <see cref="StepOperation"/> says.</param>
public readonly record struct Step(
    StepRole Role,
    StepOperation Operation,
    RegisterType Type = default,
    byte Bar = 0,
    uint Offset = 0,
    ulong Mask = 0,
    ulong Value = 0)
{
    /// <summary>Bits that a read-modify-write writes as 0, since a 1 would clear them.</summary>
    public ulong Preserve { get; init; }

    /// <summary>How the register is found; null where it is at its offset.</summary>
    public StepAddress? Address { get; init; }

    /// <summary>The steps of the block that follows, for the operations that have one.</summary>
    public int Length { get; init; }

    /// <summary>How many sources one outer index has, for <see cref="StepOperation.EachBit"/>.</summary>
    public int Extent { get; init; }

    /// <summary>The name of the handler that a <see cref="StepOperation.Handle"/> calls; empty for other steps.</summary>
    public string Handler { get; init; } = "";

    /// <summary>The step at which a handler runs.</summary>
    /// <param name="handler">The name of its method.</param>
    public static Step Handle(string handler) => new(StepRole.Handle, StepOperation.Handle) { Handler = handler };

    /// <summary>A register of the device is read or written.</summary>
    internal bool TouchesRegister => Operation is not (StepOperation.Handle or StepOperation.Again or StepOperation.Unmask
        or StepOperation.Match or StepOperation.EachBit or StepOperation.Unclaimed);

    /// <summary>The step that needs no index any more: its register is the one that belongs to an index.</summary>
    internal Step At(int index)
        => Address is null ? this : this with
        {
            // What does not fit lies outside every BAR, and is refused for that when the driver is bound.
            Offset = (uint)Math.Min(Offset + ((ulong)(uint)index * Address.Stride), uint.MaxValue),
            Mask = Mask << (index * Address.BitStride),
            Value = Value << (index * Address.BitStride),
            Address = Address.At(index),
        };
}
