namespace TopHalf.Declarations;

/// <summary>One step of a step program; the fields of the runtime's <c>Step</c>, in its order.</summary>
public sealed record StepModel(
    StepRole Role,
    StepOperation Operation,
    RegisterType Type = default,
    byte Bar = 0,
    uint Offset = 0,
    ulong Mask = 0,
    ulong Value = 0,
    ulong Preserve = 0,
    StepAddressModel? Address = null,
    int Length = 0,
    int Extent = 0,
    string Handler = "")
{
    /// <summary>The step at which a handler runs.</summary>
    public static StepModel Handle(string handler) => new(StepRole.Handle, StepOperation.Handle, Handler: handler);

    /// <summary>A block follows.</summary>
    public bool HasBlock => Operation is StepOperation.Match or StepOperation.EachBit or StepOperation.Bank or StepOperation.Unclaimed;

    /// <summary>A register of the device is read or written.</summary>
    public bool TouchesRegister => Operation is not (StepOperation.Handle or StepOperation.Again or StepOperation.Unmask
        or StepOperation.Match or StepOperation.EachBit or StepOperation.Unclaimed);
}
