namespace TopHalf.Samples.Emu10k1;

/// <summary>
/// A driver for the interrupts of Creative's EMU10K1: one line, a status register, and behind one of its bits the loops and half
/// loops of 64 channels. Which source it was, the attributes say; every handler only counts and serves its own.
/// </summary>
/// <remarks>
/// The acknowledge comes before the handlers, so that what happens meanwhile is a new interrupt. It leaves out the channels' bit:
/// that follows the banks, and written back it would clear a channel that was not looked at.
/// </remarks>
[InterruptDriver(VendorId = 0x1102, DeviceId = 0x0002)]
[DeviceBar(0, 0x20, IsPort = true)]
[IrqPending(RegisterType.Port32, bar: 0, offset: Ports.Pending, mask: Ports.Channel | Ports.AllButChannels, Recheck = 1000)]
[IrqAck(RegisterType.Port32, bar: 0, offset: Ports.Pending, mask: Ports.AllButChannels, Clear = IrqClear.Echo)]
[IrqUnclaimed(RegisterType.Port32, bar: 0, offset: Ports.Enable, mask: Ports.EnableUnhandled, value: 0, Modify = true)]
[IrqRelease(RegisterType.Port32, bar: 0, offset: Ports.Enable, mask: 0xFFFF_FFFF, value: 0)]
[IrqRelease(RegisterType.Port32, bar: 0, offset: Ports.Data, mask: 0xFFFF_FFFF, value: 0, IndexOffset = Ports.Address, Index = Indexed.LoopEnableLow)]
[IrqRelease(RegisterType.Port32, bar: 0, offset: Ports.Data, mask: 0xFFFF_FFFF, value: 0, IndexOffset = Ports.Address, Index = Indexed.LoopEnableHigh)]
[IrqRelease(RegisterType.Port32, bar: 0, offset: Ports.Data, mask: 0xFFFF_FFFF, value: 0, IndexOffset = Ports.Address, Index = Indexed.HalfEnableLow)]
[IrqRelease(RegisterType.Port32, bar: 0, offset: Ports.Data, mask: 0xFFFF_FFFF, value: 0, IndexOffset = Ports.Address, Index = Indexed.HalfEnableHigh)]
public sealed partial class Emu10k1Driver(PciDevice device)
{
    /// <summary>How many channels the card has.</summary>
    public const int Channels = 64;

    // More bytes than a MIDI port keeps: the end of a loop that a broken card would not end.
    private const int MostMidiBytes = 128;

    private readonly Bar _ports = device.GetBar(0);
    private readonly Counts _counts = new();
    private int _lastMidiByte = -1;

    /// <summary>How often each source was handled; any thread may read it.</summary>
    public Counts Handled => _counts;

    /// <summary>The last byte that was received by MIDI; -1 before the first.</summary>
    public int LastMidiByte => Volatile.Read(ref _lastMidiByte);

    // Loops are 0 to 63, half loops 64 to 127.
    [IntxLine]
    [StatusBits(Ports.Channel)]
    [StatusBank(RegisterType.Port32, 0, Ports.Data, 0xFFFF_FFFF, IndexOffset = Ports.Address, Index = Indexed.LoopPendingLow)]
    [StatusBank(RegisterType.Port32, 0, Ports.Data, 0xFFFF_FFFF, IndexOffset = Ports.Address, Index = Indexed.LoopPendingHigh, First = 32)]
    [StatusBank(RegisterType.Port32, 0, Ports.Data, 0xFFFF_FFFF, IndexOffset = Ports.Address, Index = Indexed.HalfPendingLow, First = 64)]
    [StatusBank(RegisterType.Port32, 0, Ports.Data, 0xFFFF_FFFF, IndexOffset = Ports.Address, Index = Indexed.HalfPendingHigh, First = 96)]
    private void OnChannel(in Interrupt irq) => _counts.Add(Source.FirstChannel + irq.Index);

    [IntxLine]
    [StatusBits(Ports.MidiReceived)]
    private void OnMidiReceived(in Interrupt irq)
    {
        for (int i = 0; i < MostMidiBytes && (_ports.Read8(Ports.MidiStatus) & Ports.MidiNothing) == 0; i++)
        {
            Volatile.Write(ref _lastMidiByte, _ports.Read8(Ports.MidiData));
        }

        _counts.Add(Source.MidiReceived);
    }

    [IntxLine]
    [StatusBits(Ports.MidiSent)]
    private void OnMidiSent(in Interrupt irq) => _counts.Add(Source.MidiSent);

    [IntxLine]
    [StatusBits(Ports.Tick)]
    private void OnTick(in Interrupt irq) => _counts.Add(Source.Tick);

    [IntxLine]
    [StatusBits(Ports.Spdif)]
    private void OnSpdif(in Interrupt irq) => _counts.Add(Source.Spdif);

    [IntxLine]
    [StatusBits(Ports.Buffers, Each = true)]
    private void OnBuffer(in Interrupt irq) => _counts.Add(Source.FirstBuffer + irq.Index);

    [IntxLine]
    [StatusBits(Ports.Buttons, Each = true)]
    private void OnButton(in Interrupt irq) => _counts.Add(Source.FirstButton + irq.Index);

    [IntxLine]
    [StatusBits(Ports.Dsp)]
    private void OnDsp(in Interrupt irq) => _counts.Add(Source.Dsp);
}
