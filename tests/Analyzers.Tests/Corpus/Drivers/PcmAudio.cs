namespace Sound;

/// <summary>Playback in periods: the card tells where it reads, the handler copies what comes next.</summary>
[InterruptDriver(VendorId = 0x8086)]
[DeviceBar(0, 0x4000)]
internal sealed unsafe partial class PcmDriver(PciDevice device, nint hardware)
{
    private const uint Status = 0x83;
    private const uint Position = 0x84;
    private const int Periods = 4;
    private const int PeriodBytes = 4096;

    private readonly Bar _registers = device.GetBar(0);
    private readonly byte* _hardware = (byte*)hardware;
    private readonly byte[] _pending = new byte[Periods * PeriodBytes];
    private int _period;
    private int _underruns;
    private long _written;

    public int Underruns => Interlocked.CompareExchange(ref _underruns, 0, 0);

    [MsiVector(0)]
    [IrqPending(RegisterType.Mmio8, bar: 0, offset: Status, mask: 0x1C)]
    [IrqAck(RegisterType.Mmio8, bar: 0, offset: Status, mask: 0x1C, Clear = IrqClear.Echo)]
    private void OnPeriod(in Interrupt irq)
    {
        if ((irq.Status & 0x08) != 0)
        {
            Interlocked.Increment(ref _underruns);
        }

        int playing = (int)(_registers.Read32(Position) / PeriodBytes) % Periods;
        for (int i = 0; i < Periods && _period != playing; i++)
        {
            Fill(_period); //p TH2013
            _period = (_period + 1) % Periods;
        }
    }

    private void Fill(int period)
    {
        int at = period * PeriodBytes;
        var target = new Span<byte>(_hardware + at, PeriodBytes);
        if (Volatile.Read(ref _written) < at + PeriodBytes)
        {
            target.Clear();
            return;
        }

#if PLANTED
        ReadOnlySpan<byte> source = _pending[at..(at + PeriodBytes)];
#else
        ReadOnlySpan<byte> source = _pending.AsSpan(at, PeriodBytes);
#endif
        source.CopyTo(target);
    }
}
