namespace TopHalf.VirtualMachine.Guest;

/// <summary>edu as a card of three sources with a vector for each. It has one vector, which they share, and the third is on a thread of its own.</summary>
[InterruptDriver(VendorId = 0x1234, DeviceId = 0x11E8, TooFewVectors = VectorShortage.Share)]
[IrqPending(RegisterType.Mmio32, bar: 0, offset: 0x24, mask: 0x1, BitStride = 1)]
[IrqAck(RegisterType.Mmio32, bar: 0, offset: 0x64, mask: 0x1, Clear = IrqClear.Echo, BitStride = 1)]
internal sealed partial class SharingEdu(PciDevice device)
{
    private readonly Bar _registers = device.GetBar(0);
    private readonly long[] _handled = new long[3];

    public void Raise(uint sources) => _registers.Write32(0x60, sources);

    public long Handled(int source) => Volatile.Read(ref _handled[source]);

    [MsiVector(0, Count = 2)]
    private void OnFirst(in Interrupt irq) => Volatile.Write(ref _handled[irq.Index], _handled[irq.Index] + 1);

    [MsiVector(2, Thread = "third")]
    [IrqPending(RegisterType.Mmio32, bar: 0, offset: 0x24, mask: 0x4)]
    [IrqAck(RegisterType.Mmio32, bar: 0, offset: 0x64, mask: 0x4, Clear = IrqClear.Echo)]
    private void OnThird(in Interrupt irq) => Volatile.Write(ref _handled[2], _handled[2] + 1);
}
