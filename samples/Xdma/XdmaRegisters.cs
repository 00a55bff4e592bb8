namespace TopHalf.Samples.Xdma;

/// <summary>
/// Registers of Xilinx's DMA/Bridge Subsystem for PCI Express, by its product guide PG195: offsets in the BAR of the subsystem.
/// Each channel has its own block, <see cref="ChannelStride"/> from one to the next.
/// </summary>
public static class XdmaRegisters
{
    /// <summary>Bytes from a channel's block to the next one's.</summary>
    public const uint ChannelStride = 0x100;

    /// <summary>The first channel that moves bytes from the host to the card.</summary>
    public const uint ToCard = 0x0000;

    /// <summary>The first channel that moves bytes from the card to the host.</summary>
    public const uint FromCard = 0x1000;

    /// <summary>The interrupt block.</summary>
    public const uint Interrupts = 0x2000;

    /// <summary>From a channel's block to that of its descriptors.</summary>
    public const uint ToDescriptors = 0x4000;

    /// <summary>What a block is, at its offset 0: 0x1fc, the kind of block, and for a channel its number in bits 11:8.</summary>
    public const uint Identifier = 0x00;

    // A channel's block.

    /// <summary>Control: run, and which events the status notes.</summary>
    public const uint Control = 0x04;

    /// <summary>A written 1 sets a bit of <see cref="Control"/>.</summary>
    public const uint ControlSet = 0x08;

    /// <summary>A written 1 clears a bit of <see cref="Control"/>.</summary>
    public const uint ControlClear = 0x0C;

    /// <summary>Status: busy, and the events since they were cleared. A written 1 clears.</summary>
    public const uint Status = 0x40;

    /// <summary>The same; its read clears the events.</summary>
    public const uint StatusReadClears = 0x44;

    /// <summary>Descriptors done since the channel was started.</summary>
    public const uint Completed = 0x48;

    /// <summary>Which events of the status interrupt.</summary>
    public const uint EventEnable = 0x90;

    /// <summary>A written 1 sets a bit of <see cref="EventEnable"/>.</summary>
    public const uint EventEnableSet = 0x94;

    /// <summary>A written 1 clears a bit of <see cref="EventEnable"/>.</summary>
    public const uint EventEnableClear = 0x98;

    // A channel's block of descriptors.

    /// <summary>Where the first descriptor is: 64 bits.</summary>
    public const uint FirstDescriptor = 0x80;

    // The interrupt block, from the start of the BAR.

    /// <summary>User interrupts: which may interrupt.</summary>
    public const uint UserEnable = Interrupts + 0x04;

    /// <summary>A written 1 sets a bit of <see cref="UserEnable"/>.</summary>
    public const uint UserEnableSet = Interrupts + 0x08;

    /// <summary>A written 1 clears a bit of <see cref="UserEnable"/>.</summary>
    public const uint UserEnableClear = Interrupts + 0x0C;

    /// <summary>Channels: which may interrupt; first those to the card, behind them those from the card.</summary>
    public const uint ChannelEnable = Interrupts + 0x10;

    /// <summary>A written 1 sets a bit of <see cref="ChannelEnable"/>.</summary>
    public const uint ChannelEnableSet = Interrupts + 0x14;

    /// <summary>A written 1 clears a bit of <see cref="ChannelEnable"/>.</summary>
    public const uint ChannelEnableClear = Interrupts + 0x18;

    /// <summary>User interrupts that are pending and enabled.</summary>
    public const uint UserRequest = Interrupts + 0x40;

    /// <summary>Channels that are pending and enabled.</summary>
    public const uint ChannelRequest = Interrupts + 0x44;

    /// <summary>User interrupts that are pending.</summary>
    public const uint UserPending = Interrupts + 0x48;

    /// <summary>Channels that are pending.</summary>
    public const uint ChannelPending = Interrupts + 0x4C;

    /// <summary>The vector of each user interrupt: a byte for each, four registers.</summary>
    public const uint UserVectors = Interrupts + 0x80;

    /// <summary>The vector of each channel: a byte for each, two registers.</summary>
    public const uint ChannelVectors = Interrupts + 0xA0;

    // Bits.

    /// <summary>Of control: the channel runs.</summary>
    public const uint Run = 0x1;

    /// <summary>Of status: the channel works.</summary>
    public const uint Busy = 0x1;

    /// <summary>A descriptor was done that says "stop".</summary>
    public const uint Stopped = 0x2;

    /// <summary>A descriptor was done that says "completed".</summary>
    public const uint Done = 0x4;

    /// <summary>Source and destination of a descriptor are not aligned to each other.</summary>
    public const uint AlignMismatch = 0x8;

    /// <summary>What was fetched is no descriptor.</summary>
    public const uint WrongMagic = 0x10;

    /// <summary>The length of a descriptor is none that a stream can have.</summary>
    public const uint InvalidLength = 0x20;

    /// <summary>A read failed, in the host's memory or in the card's: five bits.</summary>
    public const uint ReadError = 0x1F << 9;

    /// <summary>A write to the card's memory failed: five bits, of which the lower two say why. Of channels to the card only.</summary>
    public const uint WriteError = 0x1F << 14;

    /// <summary>A descriptor could not be fetched: five bits.</summary>
    public const uint DescriptorError = 0x1F << 19;

    /// <summary>The events that are errors.</summary>
    public const uint Errors = AlignMismatch | WrongMagic | InvalidLength | ReadError | WriteError | DescriptorError;

    /// <summary>The events of a channel to the card that interrupt.</summary>
    public const uint EventsToCard = Stopped | Done | Errors;

    /// <summary>The events of a channel from the card that interrupt.</summary>
    public const uint EventsFromCard = EventsToCard & ~WriteError;
}
