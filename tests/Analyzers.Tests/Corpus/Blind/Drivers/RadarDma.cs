/// <summary>Radar digitiser: sweeps come by DMA, each is summed into a range profile.</summary>
// information is not the point
[InterruptDriver(VendorId = 0x1B21, DeviceId = 0x2142)]
[DeviceBar(0, 0x1000)]
internal sealed unsafe partial class RadarDma(PciDevice device, nint buffers)
{
    private const int Bins = 1024;
    private readonly Bar _registers = device.GetBar(0);
    private readonly Profile _profile = new(Bins);
    private uint _sweeps;

    public uint Sweeps => Volatile.Read(ref _sweeps);

    [MsiVector(0)]
    private void OnSweep(in Interrupt irq)
    {
        uint which = _registers.Read32(0x20) & 7;
        var samples = new ReadOnlySpan<short>((short*)(buffers + ((nint)which * Bins * 2)), Bins);
        _profile.Add(samples, irq.Index); //p TH2013
        Volatile.Write(ref _sweeps, _sweeps + 1);
        _registers.Write32(0x24, which);
    }
}

internal sealed class Profile(int bins)
{
    private readonly int[] _sums = new int[bins];
    private readonly Window _window = new(bins);

    public void Add(ReadOnlySpan<short> samples, int shift)
    {
        int start = shift * 16 % bins;
        for (int i = 0; i < samples.Length; i++)
        {
            _sums[i] += samples[i] * _window[i] >> 15;
        }

        Smooth(start, Math.Min(16, bins - start));
    }

    private void Smooth(int start, int length)
    {
#if PLANTED
        foreach (int value in _sums[start..(start + length)])
#else
        foreach (int value in _sums.AsSpan()[start..(start + length)])
#endif
        {
            _sums[start] = (_sums[start] + value) / 2;
        }
    }
}

internal readonly struct Window
{
    private readonly short[] _weights;

    public Window(int bins)
    {
        _weights = new short[bins];
        for (int i = 0; i < bins; i++)
        {
            _weights[i] = (short)(16384 * (1 - Math.Cos(2 * Math.PI * i / bins)));
        }
    }

    public short this[int bin] => _weights[bin];
}
