namespace TopHalf.Declarations;

/// <summary>A BAR as <c>[DeviceBar]</c> declares it.</summary>
/// <param name="Index">The base address register, 0 to 5.</param>
/// <param name="Length">The length in bytes.</param>
/// <param name="IsPort">I/O ports instead of memory.</param>
public sealed record DeviceBar(byte Index, ulong Length, bool IsPort)
{
    /// <summary>What it is, in words.</summary>
    public string Kind => IsPort ? "I/O ports" : "memory";

    /// <summary>
    /// Reports a register that is not in this BAR, and tells whether it is; the generator of the driver does not mind, the device would.
    /// </summary>
    public bool Check(RegisterPlace register, Anchor anchor, FaultSink faults)
    {
        bool fits = register.Last < Length;
        if (!fits)
        {
            Report(register, $"an offset of at most 0x{Length - register.Bytes:X}", anchor, faults);
        }

        return fits;
    }

    /// <summary>Reports the last of several registers, the first of which is in this BAR, if it is not.</summary>
    public void CheckLast(RegisterPlace first, uint stride, int last, Anchor anchor, FaultSink faults)
    {
        RegisterPlace register = first with { Offset = first.Offset + ((ulong)stride * (ulong)last) };
        if (register.Last >= Length)
        {
            ulong most = (Length - first.Bytes - first.Offset) / (ulong)last / first.Bytes * first.Bytes;
            Report(register, most == 0 ? "a smaller offset" : $"a Stride of at most 0x{most:X}", anchor, faults);
        }
    }

    private void Report(RegisterPlace register, string remedy, Anchor anchor, FaultSink faults)
        => faults.Add(DeclarationRules.RegisterOutsideBar, anchor, register.Offset, Index, Length, remedy);
}
