namespace TopHalf.Samples.E1000e;

/// <summary>
/// A driver for Intel's 82574L, a gigabit network card: a vector of MSI-X each for what was received, for what was sent, and for all
/// other causes.
/// </summary>
/// <remarks>
/// <para>
/// <see cref="Prepare"/>, then enable interrupts, then <see cref="Start"/>. Frames are sent and received by one thread at a time. The
/// end of the binding resets the card, which has forgotten the rings before their memory is freed.
/// </para>
/// <para>
/// The queues' causes are in EIAC: the card clears them and masks them itself with the message, so that their handlers have nothing to
/// look at, and the write of IMS lets the next message out. The third vector stands for several causes, which its handler finds in ICR.
/// </para>
/// </remarks>
[InterruptDriver(VendorId = 0x8086, DeviceId = 0x10D3)]
[DeviceBar(0, 0x2_0000)]
[IrqRelease(RegisterType.Mmio32, bar: 0, offset: E1000eRegisters.MaskClear, mask: 0xFFFF_FFFF)]
[IrqRelease(RegisterType.Mmio32, bar: 0, offset: E1000eRegisters.ReceiveControl, mask: 0xFFFF_FFFF, value: 0)]
[IrqRelease(RegisterType.Mmio32, bar: 0, offset: E1000eRegisters.TransmitControl, mask: 0xFFFF_FFFF, value: 0)]
[IrqRelease(RegisterType.Mmio32, bar: 0, offset: E1000eRegisters.Control, mask: E1000eRegisters.Reset, Modify = true)]
public sealed partial class E1000eDriver
{
    /// <summary>How many vectors it uses.</summary>
    public const int VectorCount = 3;

    private const int ReceiveVector = 0;
    private const int TransmitVector = 1;
    private const int OtherVector = 2;

    private readonly PciDevice _device;
    private readonly TimeSpan _timeLimit;
    private readonly Bar _registers;
    private readonly DescriptorRing _receive;
    private readonly DescriptorRing _transmit;
    private readonly long[] _handled = new long[VectorCount];
    private long _linkChanges;
    private long _overruns;

    /// <summary>Allocates the rings; the card is left as it is.</summary>
    /// <param name="device">The card.</param>
    /// <param name="timeLimit">After how long what the card does at once is taken for lost; ten seconds unless told.</param>
    /// <exception cref="IOException">It is another card; there is no memory for the rings.</exception>
    public E1000eDriver(PciDevice device, TimeSpan? timeLimit = null)
    {
        _device = device;
        _timeLimit = timeLimit ?? TimeSpan.FromSeconds(10);
        uint identifier = device.ReadConfig32(0);
        if (identifier != E1000eRegisters.Identifier)
        {
            throw new IOException($"{device.Name}: it is {identifier & 0xFFFF:x4}:{identifier >> 16:x4}, and this driver is for 8086:10d3, Intel's 82574L.");
        }

        const int Descriptors = 4096;
        const int Buffers = DescriptorRing.Entries * DescriptorRing.BufferSize;
        _registers = device.GetBar(0);
        DmaBuffer memory = device.AllocateDma(Descriptors + (2 * Buffers)); // freed with the device
        _receive = new DescriptorRing(memory, 0, Descriptors);
        _transmit = new DescriptorRing(memory, DescriptorRing.Length, Descriptors + Buffers);
    }

    /// <summary>How often the handler of a vector has run: 0 is receive, 1 transmit, 2 all others.</summary>
    public long Handled(int vector) => Volatile.Read(ref _handled[vector]);

    /// <summary>How often the link came or went.</summary>
    public long LinkChanges => Volatile.Read(ref _linkChanges);

    /// <summary>How often frames were lost because all descriptors were full.</summary>
    public long Overruns => Volatile.Read(ref _overruns);

    [MsiVector(ReceiveVector)]
    [IrqDisable(RegisterType.Mmio32, bar: 0, offset: E1000eRegisters.MaskClear, mask: E1000eRegisters.Received)]
    [IrqEnable(RegisterType.Mmio32, bar: 0, offset: E1000eRegisters.MaskSet, mask: E1000eRegisters.Received)]
    private void OnReceived(in Interrupt irq)
    {
        _receive.Drain();
        Interlocked.Increment(ref _handled[ReceiveVector]);
    }

    [MsiVector(TransmitVector)]
    [IrqDisable(RegisterType.Mmio32, bar: 0, offset: E1000eRegisters.MaskClear, mask: E1000eRegisters.Sent)]
    [IrqEnable(RegisterType.Mmio32, bar: 0, offset: E1000eRegisters.MaskSet, mask: E1000eRegisters.Sent)]
    private void OnSent(in Interrupt irq)
    {
        _transmit.Drain();
        Interlocked.Increment(ref _handled[TransmitVector]);
    }

    // The read of ICR clears it on the card, as long as an interrupt is asserted; QEMU's does not. So what was found is cleared by the
    // write of a 1 too. And the read takes causes of the queues with it, whose own messages have not gone: pending for that reason,
    // never acknowledged here, and set again. The card clears those itself when their messages go.
    [MsiVector(OtherVector)]
    [IrqPending(RegisterType.Mmio32, bar: 0, offset: E1000eRegisters.Causes, mask: E1000eRegisters.Others | E1000eRegisters.Queues)]
    [IrqDisable(RegisterType.Mmio32, bar: 0, offset: E1000eRegisters.MaskClear, mask: E1000eRegisters.Others)]
    [IrqAck(RegisterType.Mmio32, bar: 0, offset: E1000eRegisters.Causes, mask: E1000eRegisters.Others, Clear = IrqClear.Echo)]
    [IrqAck(RegisterType.Mmio32, bar: 0, offset: E1000eRegisters.Causes, mask: E1000eRegisters.Queues, Clear = IrqClear.AtSource)]
    [IrqEnable(RegisterType.Mmio32, bar: 0, offset: E1000eRegisters.MaskSet, mask: E1000eRegisters.Others)]
    private void OnOther(in Interrupt irq)
    {
        uint queues = (uint)irq.Status & E1000eRegisters.Queues;
        if (queues != 0)
        {
            _registers.Write32(E1000eRegisters.CauseSet, queues);
        }

        if ((irq.Status & E1000eRegisters.LinkChange) != 0)
        {
            Interlocked.Increment(ref _linkChanges);
        }

        if ((irq.Status & E1000eRegisters.Overrun) != 0)
        {
            Interlocked.Increment(ref _overruns);
        }

        Interlocked.Increment(ref _handled[OtherVector]);
    }
}
