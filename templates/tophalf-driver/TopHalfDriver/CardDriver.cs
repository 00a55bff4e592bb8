using TopHalf;

namespace TopHalfDriver;

/// <summary>A card whose channels each do one thing at a time and interrupt when it is done: each has a vector, and a block of registers.</summary>
[InterruptDriver(VendorId = 0x0ADD, DeviceId = 0x0DEC)]
[DeviceBar(0, ChannelRegisters.BarLength)]
public sealed partial class CardDriver(PciDevice device)
{
    public const int Channels = 0x0C07;

    private readonly Bar _registers = device.GetBar(0);
    private readonly long[] _completed = new long[Channels];

    /// <summary>Lets a channel begin.</summary>
    public void Start(int channel) => _registers.Write32(ChannelRegisters.At(channel, ChannelRegisters.Control), ChannelRegisters.Run);

    /// <summary>How often a channel has been done; any thread may ask.</summary>
    public long Completed(int channel) => Volatile.Read(ref _completed[channel]);

#if (several)
    // What tells that the card interrupted, and how that is cleared: from the card's manual. Of vector n at offset + n * Stride.
    [MsiVector(0, Count = Channels)]
    [IrqPending(RegisterType.Mmio32, bar: 0, ChannelRegisters.Status, mask: ChannelRegisters.Done, Stride = ChannelRegisters.Stride)]
    [IrqAck(RegisterType.Mmio32, bar: 0, ChannelRegisters.Status, mask: ChannelRegisters.Done, Stride = ChannelRegisters.Stride, Clear = IrqClear.Echo)]
#else
    // What tells that the card interrupted, and how that is cleared: from the card's manual.
    [MsiVector(0)]
    [IrqPending(RegisterType.Mmio32, bar: 0, ChannelRegisters.Status, mask: ChannelRegisters.Done)]
    [IrqAck(RegisterType.Mmio32, bar: 0, ChannelRegisters.Status, mask: ChannelRegisters.Done, Clear = IrqClear.Echo)]
#endif
    internal void OnDone(in Interrupt irq)
    {
        // Only this thread writes it: no lock, no Interlocked.
        ref long completed = ref _completed[irq.Index];
        Volatile.Write(ref completed, completed + irq.Signals);
    }
}
