namespace TopHalf.Declarations;

/// <summary>A BAR as <c>[DeviceBar]</c> declares it.</summary>
/// <param name="Index">The base address register, 0 to 5.</param>
/// <param name="Length">The length in bytes.</param>
/// <param name="IsPort">I/O ports instead of memory.</param>
public sealed record DeviceBar(byte Index, ulong Length, bool IsPort)
{
    /// <summary>What it is, in words.</summary>
    public string Kind => IsPort ? "I/O ports" : "memory";

    /// <summary>Reports a register that is not in this BAR; the generator of the driver does not mind, the device would.</summary>
    public void Check(RegisterPlace register, Anchor anchor, FaultSink faults)
    {
        if (register.Last >= Length)
        {
            faults.Add(
                DeclarationRules.RegisterOutsideBar, anchor, register.Offset, Index, Length, Length - register.Bytes);
        }
    }
}
