namespace TopHalf.VirtualMachine.Guest;

/// <summary>edu by its level-triggered line: without MSI it drives INTx until all that was raised is acknowledged.</summary>
[InterruptDriver(VendorId = 0x1234, DeviceId = 0x11E8)]
[IrqPending(RegisterType.Mmio32, bar: 0, offset: 0x24, mask: 0xFFFF)]
[IrqAck(RegisterType.Mmio32, bar: 0, offset: 0x64, mask: 0xFFFF, Clear = IrqClear.Echo)]
[IrqRelease(RegisterType.Mmio32, bar: 0, offset: 0x64, mask: 0xFFFF_FFFF)]
internal sealed partial class LineEdu(PciDevice device)
{
    private readonly Bar _registers = device.GetBar(0);
    private readonly long[] _byBit = new long[16];
    private long _low;

    /// <summary>Calls for one of the lower four bits, which are one source.</summary>
    public long Low => Volatile.Read(ref _low);

    /// <summary>Calls for a bit of the upper twelve, which are a source each.</summary>
    public long Of(int bit) => Volatile.Read(ref _byBit[bit]);

    public void Raise(uint bits) => _registers.Write32(0x60, bits);

    [IntxLine]
    [StatusBits(0x000F)]
    private void OnLow(in Interrupt irq) => Volatile.Write(ref _low, _low + 1);

    [IntxLine]
    [StatusBits(0xFFF0, Each = true)]
    private void OnHigh(in Interrupt irq) => Volatile.Write(ref _byBit[(irq.Index + 4) & 15], _byBit[(irq.Index + 4) & 15] + 1);
}

/// <summary>edu by its line, of whose bits the driver looks at one only: any other holds the line high.</summary>
[InterruptDriver(VendorId = 0x1234, DeviceId = 0x11E8)]
[IrqRelease(RegisterType.Mmio32, bar: 0, offset: 0x64, mask: 0xFFFF_FFFF)]
internal sealed partial class DeafEdu(PciDevice device)
{
    private readonly Bar _registers = device.GetBar(0);
    private long _handled;

    public long Handled => Volatile.Read(ref _handled);

    public void Raise(uint bits) => _registers.Write32(0x60, bits);

    [IntxLine]
    [IrqPending(RegisterType.Mmio32, bar: 0, offset: 0x24, mask: 0x1)]
    [IrqAck(RegisterType.Mmio32, bar: 0, offset: 0x64, mask: 0x1)]
    private void OnBit(in Interrupt irq) => Volatile.Write(ref _handled, _handled + 1);
}

/// <summary>edu by its line, whose handler says that it clears the cause, and does not.</summary>
[InterruptDriver(VendorId = 0x1234, DeviceId = 0x11E8)]
[IrqRelease(RegisterType.Mmio32, bar: 0, offset: 0x64, mask: 0xFFFF_FFFF)]
internal sealed partial class ForgetfulEdu(PciDevice device)
{
    private readonly Bar _registers = device.GetBar(0);
    private long _handled;

    public long Handled => Volatile.Read(ref _handled);

    /// <summary>What was raised and not acknowledged.</summary>
    public uint Pending => _registers.Read32(0x24);

    public void Raise(uint bits) => _registers.Write32(0x60, bits);

    [IntxLine]
    [IrqPending(RegisterType.Mmio32, bar: 0, offset: 0x24, mask: 0x1, Recheck = 3)]
    [IrqAck(RegisterType.Mmio32, bar: 0, offset: 0x64, mask: 0x1, Clear = IrqClear.AtSource)]
    private void OnBit(in Interrupt irq) => Volatile.Write(ref _handled, _handled + 1);
}
