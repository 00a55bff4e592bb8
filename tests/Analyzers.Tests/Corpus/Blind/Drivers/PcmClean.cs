/// <summary>Audio output: two halves of a buffer, refilled by turns from a source under contract. Nothing is wrong here.</summary>
[InterruptDriver(VendorId = 0x1274)]
[DeviceBar(0, 0x100)]
internal sealed partial class PcmClean(PciDevice device, ISampleSource source)
{
    private readonly Bar _registers = device.GetBar(0);
    private readonly short[] _buffer = new short[2 * Half];
    private readonly Volume _volume = new();
    private int _underruns;
    private bool _second;

    private const int Half = 480;

    public int Underruns => Volatile.Read(ref _underruns);

    public void SetVolume(float left, float right) => _volume.Set(left, right);

    [MsiVector(0)]
    [IrqPending(RegisterType.Mmio8, bar: 0, offset: 0x4, mask: 0x6)]
    [IrqAck(RegisterType.Mmio8, bar: 0, offset: 0x4, mask: 0x6, Clear = IrqClear.Echo)]
    private void OnHalf(in Interrupt irq)
    {
        Span<short> half = _buffer.AsSpan(_second ? Half : 0, Half);
        _second = !_second;
        int filled = source.Fill(half);
        if (filled < half.Length)
        {
            half[filled..].Clear();
            Interlocked.Increment(ref _underruns);
        }

        Scale(half, _volume.Current);
        for (int i = 0; i < half.Length; i += 2)
        {
            _registers.Write32(0x80, ((uint)(ushort)half[i] << 16) | (ushort)half[i + 1]);
        }
    }

    private static void Scale(Span<short> samples, Levels levels)
    {
        (int left, int right) = levels;
        for (int i = 0; i + 1 < samples.Length; i += 2)
        {
            samples[i] = Saturate(samples[i] * left >> 8);
            samples[i + 1] = Saturate(samples[i + 1] * right >> 8);
        }
    }

    private static short Saturate(int value) => (short)Math.Clamp(value, short.MinValue, short.MaxValue);

    /// <summary>Replaced as a whole, by whoever turns the knob.</summary>
    private sealed class Volume
    {
        private Levels _levels = new(256, 256);

        public Levels Current => Volatile.Read(ref _levels);

        public void Set(float left, float right) => Volatile.Write(ref _levels, new Levels((int)(left * 256), (int)(right * 256)));
    }

    private sealed record Levels(int Left, int Right);
}

internal interface ISampleSource
{
    [InterruptSafe]
    int Fill(Span<short> samples);
}
