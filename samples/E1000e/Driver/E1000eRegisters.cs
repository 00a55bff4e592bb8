namespace TopHalf.Samples.E1000e;

/// <summary>Registers of Intel's 82574L, by its datasheet (chapter 10): offsets in BAR 0, all of 32 bits.</summary>
public static class E1000eRegisters
{
    /// <summary>Vendor and device, as the first 32 bits of configuration space have them.</summary>
    public const uint Identifier = 0x10D3_8086;

    /// <summary>Control: <see cref="SetLinkUp"/>, <see cref="Reset"/>.</summary>
    public const uint Control = 0x0000;

    /// <summary>Status: <see cref="LinkUp"/>.</summary>
    public const uint Status = 0x0008;

    /// <summary>Of the memory that has the card's settings: <see cref="SettingsRead"/>.</summary>
    public const uint Settings = 0x0010;

    /// <summary>More of control: <see cref="ClearsPendingMessages"/>.</summary>
    public const uint ExtendedControl = 0x0018;

    /// <summary>ICR: the causes. A written 1 clears, and where an interrupt was asserted a read clears them all.</summary>
    public const uint Causes = 0x00C0;

    /// <summary>ICS: a written 1 sets a cause, as if it had happened.</summary>
    public const uint CauseSet = 0x00C8;

    /// <summary>IMS: a written 1 unmasks a cause; its read tells which are unmasked.</summary>
    public const uint MaskSet = 0x00D0;

    /// <summary>IMC: a written 1 masks a cause.</summary>
    public const uint MaskClear = 0x00D8;

    /// <summary>EIAC: the causes that the card itself clears and masks when it sends their message. Bits 24:20.</summary>
    public const uint AutoClear = 0x00DC;

    /// <summary>IVAR: the vector of each cause, four bits for each, of which the highest says that it has one.</summary>
    public const uint Vectors = 0x00E4;

    /// <summary>RCTL: what is received.</summary>
    public const uint ReceiveControl = 0x0100;

    /// <summary>TCTL: transmission.</summary>
    public const uint TransmitControl = 0x0400;

    /// <summary>The receive ring's registers.</summary>
    public const uint ReceiveRing = 0x2800;

    /// <summary>The transmit ring's registers, laid out as the receive ring's.</summary>
    public const uint TransmitRing = 0x3800;

    /// <summary>RFCTL: <see cref="NoAcknowledgements"/>.</summary>
    public const uint ReceiveFilter = 0x5008;

    /// <summary>RAL 0: the first four bytes of the card's own address.</summary>
    public const uint AddressLow = 0x5400;

    /// <summary>RAH 0: the other two, and <see cref="AddressValid"/>.</summary>
    public const uint AddressHigh = 0x5404;

    // Of a ring.

    /// <summary>Where its descriptors are: 64 bits.</summary>
    public const uint RingAddress = 0x00;

    /// <summary>Its length in bytes, a multiple of 128.</summary>
    public const uint RingLength = 0x08;

    /// <summary>The descriptor that the card uses next.</summary>
    public const uint RingHead = 0x10;

    /// <summary>The first one that is not the card's.</summary>
    public const uint RingTail = 0x18;

    /// <summary>How descriptors are fetched and written back.</summary>
    public const uint RingControl = 0x28;

    // Bits.

    /// <summary>Of control.</summary>
    public const uint SetLinkUp = 1 << 6;

    /// <summary>Of control: resets the card, and clears itself.</summary>
    public const uint Reset = 1 << 26;

    /// <summary>Of status.</summary>
    public const uint LinkUp = 1 << 1;

    /// <summary>The card has read its settings, its address among them.</summary>
    public const uint SettingsRead = 1 << 9;

    /// <summary>Unmasking a cause takes back a message of its vector that waits at the card; with MSI-X it is to be set.</summary>
    public const uint ClearsPendingMessages = 1u << 31;

    /// <summary>A cause: the link came up or went down.</summary>
    public const uint LinkChange = 1 << 2;

    /// <summary>A cause: a frame came and there was no descriptor for it.</summary>
    public const uint Overrun = 1 << 6;

    /// <summary>A cause: receive queue 0 has a frame.</summary>
    public const uint Received = 1 << 20;

    /// <summary>A cause: transmit queue 0 has sent one.</summary>
    public const uint Sent = 1 << 22;

    /// <summary>A cause: one of those that are not of a queue.</summary>
    public const uint Other = 1 << 24;

    /// <summary>An interrupt is asserted: some cause is unmasked.</summary>
    public const uint Asserted = 1u << 31;

    /// <summary>The causes that have a vector each.</summary>
    public const uint Queues = Received | Sent;

    /// <summary>The causes of the third vector.</summary>
    public const uint Others = Other | LinkChange | Overrun;

    /// <summary>Of RCTL and of TCTL.</summary>
    public const uint Enable = 1 << 1;

    /// <summary>Of RCTL: frames for all.</summary>
    public const uint Broadcasts = 1 << 15;

    /// <summary>Of RCTL: a frame is stored without its checksum.</summary>
    public const uint StripChecksum = 1 << 26;

    /// <summary>Of TCTL: a short frame is made 64 bytes long.</summary>
    public const uint PadShort = 1 << 3;

    /// <summary>Of TCTL: attempts at a collision, and how long that may take: what the datasheet has for full duplex.</summary>
    public const uint Collisions = (0x0F << 4) | (0x3F << 12);

    /// <summary>Of RFCTL: no interrupts of their own for the acknowledgements of TCP.</summary>
    public const uint NoAcknowledgements = 1 << 12;

    /// <summary>Of a transmit ring's control: each descriptor is written back by itself, and counted in descriptors; bit 22 is to be 1.</summary>
    public const uint WriteBackEach = (1 << 16) | (1 << 22) | (1 << 24);

    /// <summary>Of the address: it is one.</summary>
    public const uint AddressValid = 1u << 31;

    // Of a descriptor, in the second of its two 64-bit words.

    /// <summary>Of a transmit descriptor: the frame ends here, its checksum is added, and its end is reported.</summary>
    public const ulong WholeFrame = (1ul << 24) | (1ul << 25) | (1ul << 27);

    /// <summary>The card is done with it.</summary>
    public const ulong DescriptorDone = 1ul << 32;

    /// <summary>Of a receive descriptor: the frame ends here.</summary>
    public const ulong EndOfFrame = 1ul << 33;

    /// <summary>Of a receive descriptor: the errors that make a frame worthless: checksum, symbol, sequence, carrier, receive data.</summary>
    public const ulong ReceiveErrors = 0x97ul << 40;
}
