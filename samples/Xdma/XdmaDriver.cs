namespace TopHalf.Samples.Xdma;

/// <summary>
/// A driver for an FPGA with Xilinx's DMA subsystem: two channels each way with a vector for each, and the interrupts of the user's
/// logic on one vector.
/// </summary>
/// <remarks>
/// Nothing is acknowledged in the interrupt block: it follows the sources. A channel's events are cleared by the read of its status,
/// a user interrupt by the handler, in the logic. Meanwhile the source is masked, and what happens then is a message when it is
/// unmasked. What stands on the class is for the user's logic, around all of its sources; the channels have their own.
/// </remarks>
/// <param name="device">The card.</param>
/// <param name="timeLimit">After how long a transfer is taken for lost; thirty seconds unless told.</param>
[InterruptDriver(VendorId = 0x10EE)]
[DeviceBar(0, 0x1000)]
[DeviceBar(1, 0x1_0000)]
[IrqPending(RegisterType.Mmio32, bar: 1, offset: XdmaRegisters.UserRequest, mask: 0xFFFF)]
[IrqDisable(RegisterType.Mmio32, bar: 1, offset: XdmaRegisters.UserEnableClear, mask: 0xF, Flush = true)]
[IrqAck(RegisterType.Mmio32, bar: 1, offset: XdmaRegisters.UserRequest, mask: 0xF, Clear = IrqClear.AtSource)]
[IrqEnable(RegisterType.Mmio32, bar: 1, offset: XdmaRegisters.UserEnableSet, mask: 0xF)]
[IrqUnclaimed(RegisterType.Mmio32, bar: 1, offset: XdmaRegisters.UserEnableClear, mask: 0xFFFF, Flush = true)]
[IrqRelease(RegisterType.Mmio32, bar: 1, offset: XdmaRegisters.UserEnableClear, mask: 0xFFFF)]
[IrqRelease(RegisterType.Mmio32, bar: 1, offset: XdmaRegisters.ChannelEnableClear, mask: 0xFF, Flush = true)]
[IrqRelease(RegisterType.Mmio32, bar: 1, offset: XdmaRegisters.ToCard + XdmaRegisters.ControlClear, mask: XdmaRegisters.Run)]
[IrqRelease(RegisterType.Mmio32, bar: 1, offset: XdmaRegisters.ToCard + XdmaRegisters.ChannelStride + XdmaRegisters.ControlClear, mask: XdmaRegisters.Run)]
[IrqRelease(RegisterType.Mmio32, bar: 1, offset: XdmaRegisters.FromCard + XdmaRegisters.ControlClear, mask: XdmaRegisters.Run)]
[IrqRelease(RegisterType.Mmio32, bar: 1, offset: XdmaRegisters.FromCard + XdmaRegisters.ChannelStride + XdmaRegisters.ControlClear, mask: XdmaRegisters.Run)]
public sealed partial class XdmaDriver(PciDevice device, TimeSpan? timeLimit = null)
{
    /// <summary>Channels in each direction.</summary>
    public const int Channels = 2;

    private readonly TimeSpan _timeLimit = timeLimit ?? TimeSpan.FromSeconds(30);
    private readonly Bar _logic = device.GetBar(0);
    private readonly Bar _dma = device.GetBar(1);
    private readonly DmaBuffer _memory = device.AllocateDma(TransferMemory.Length); // freed with the device
    private readonly Engine[] _toCard = [new(), new()];
    private readonly Engine[] _fromCard = [new(), new()];
    private readonly long[] _userEvents = new long[UserLogic.Handled];

    /// <summary>The channels to the card.</summary>
    public IReadOnlyList<Engine> ToCard => _toCard;

    /// <summary>The channels from the card.</summary>
    public IReadOnlyList<Engine> FromCard => _fromCard;

    /// <summary>How many events of a source of the user's logic were handled; any thread may ask.</summary>
    public long UserEvents(int source) => Volatile.Read(ref _userEvents[source]);

    [MsiVector(0)]
    [StatusBits(0xF, Each = true)]
    private void OnUser(in Interrupt irq)
        => Interlocked.Add(ref _userEvents[irq.Index], _logic.Read32(UserLogic.Events + (4 * (uint)irq.Index)));

    [MsiVector(1, Count = Channels)]
    [IrqPending(RegisterType.Mmio32, 1, XdmaRegisters.ToCard + XdmaRegisters.StatusReadClears, XdmaRegisters.EventsToCard, Stride = XdmaRegisters.ChannelStride, ReadClears = true)]
    [IrqDisable(RegisterType.Mmio32, 1, XdmaRegisters.ToCard + XdmaRegisters.EventEnableClear, XdmaRegisters.EventsToCard, Stride = XdmaRegisters.ChannelStride, Flush = true)]
    [IrqEnable(RegisterType.Mmio32, 1, XdmaRegisters.ToCard + XdmaRegisters.EventEnableSet, XdmaRegisters.EventsToCard, Stride = XdmaRegisters.ChannelStride)]
    private void OnToCard(in Interrupt irq) => _toCard[irq.Index].Interrupted(irq.Status);

    [MsiVector(1 + Channels, Count = Channels)]
    [IrqPending(RegisterType.Mmio32, 1, XdmaRegisters.FromCard + XdmaRegisters.StatusReadClears, XdmaRegisters.EventsFromCard, Stride = XdmaRegisters.ChannelStride, ReadClears = true)]
    [IrqDisable(RegisterType.Mmio32, 1, XdmaRegisters.FromCard + XdmaRegisters.EventEnableClear, XdmaRegisters.EventsFromCard, Stride = XdmaRegisters.ChannelStride, Flush = true)]
    [IrqEnable(RegisterType.Mmio32, 1, XdmaRegisters.FromCard + XdmaRegisters.EventEnableSet, XdmaRegisters.EventsFromCard, Stride = XdmaRegisters.ChannelStride)]
    private void OnFromCard(in Interrupt irq) => _fromCard[irq.Index].Interrupted(irq.Status);
}
