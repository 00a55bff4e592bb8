namespace Measure;

/// <summary>Samples of an analogue card: blocks in a FIFO, a filter, a ring for the reader.</summary>
[InterruptDriver(VendorId = 0x10B5)]
[DeviceBar(1, 0x800)]
internal sealed partial class AdcDriver(PciDevice device)
{
    private const uint Cause = 0x00;
    private const uint Fifo = 0x10;
    private const uint Level = 0x14;
    private const int Block = 128;

    private readonly Bar _registers = device.GetBar(1);
    private readonly SampleRing _ring = new();
    private MovingAverage _filter;
    private int _overflows;
#if PLANTED
    private IFilter? _chosen;
#endif

    public int Overflows => Volatile.Read(ref _overflows);

    [MsiVector(0)]
    [IrqPending(RegisterType.Mmio32, bar: 1, offset: Cause, mask: 0x3)]
    [IrqAck(RegisterType.Mmio32, bar: 1, offset: Cause, mask: 0x3, Clear = IrqClear.Echo)]
    private void OnBlock(in Interrupt irq)
    {
        if ((irq.Status & 2) != 0)
        {
            Volatile.Write(ref _overflows, _overflows + 1);
        }

        int level = (int)_registers.Read32(Level);
        Span<short> block = stackalloc short[Block];
        int count = level < Block ? level : Block;
        for (int i = 0; i < count; i++)
        {
            block[i] = (short)_registers.Read32(Fifo);
        }

        Store(block[..count]); //p TH2003
    }

    private void Store(ReadOnlySpan<short> block)
    {
#if PLANTED
        _chosen = _filter;
#endif
        foreach (short sample in block)
        {
            _ring.Write(Apply(ref _filter, sample));
        }
    }

    private static int Apply<T>(ref T filter, int sample)
        where T : struct, IFilter
        => filter.Next(sample);
}

internal interface IFilter
{
    int Next(int sample);
}

internal struct MovingAverage : IFilter
{
    private Taps _taps;
    private int _at;
    private int _sum;

    public int Next(int sample)
    {
        _sum += sample - _taps[_at];
        _taps[_at] = sample;
        _at = (_at + 1) & 7;
        return _sum >> 3;
    }

    [InlineArray(8)]
    private struct Taps
    {
        private int _first;
    }
}

internal sealed class SampleRing
{
    private readonly int[] _samples = new int[4096];
    private int _at;

    public void Write(int sample)
    {
        int at = _at;
        _samples[at & 4095] = sample;
        Volatile.Write(ref _at, at + 1);
    }
}
