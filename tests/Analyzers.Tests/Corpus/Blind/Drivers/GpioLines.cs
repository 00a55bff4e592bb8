/// <summary>GPIO expander: edges are counted for each bank and line.</summary>
// information is not the point
[InterruptDriver(VendorId = 0x1B73)]
[DeviceBar(2, 0x200)]
internal sealed partial class GpioLines : IDisposable
{
    private readonly Bar _registers;
    private readonly Dictionary<Line, Counter> _counters = new(64);
    private readonly ulong[] _last = new ulong[4];

    public GpioLines(PciDevice device)
    {
        _registers = device.GetBar(2);
        for (byte bank = 0; bank < 4; bank++)
        {
            for (byte bit = 0; bit < 16; bit++)
            {
                _counters.Add(new Line { Bank = bank, Bit = bit }, new Counter());
            }
        }
    }

    public void Dispose() => _registers.Write32(0x100, 0);

    [MsiVector(0, Count = 4)]
    private void OnEdge(in Interrupt irq)
    {
        byte bank = (byte)irq.Index;
        ulong now = _registers.Read64(0x20 + ((ulong)bank * 8));
        ulong changed = now ^ _last[bank];
        _last[bank] = now;
        for (byte bit = 0; bit < 16; bit++)
        {
            if ((changed & (1UL << bit)) == 0)
            {
                continue;
            }

            var line = new Line { Bank = bank, Bit = bit };
            if (_counters.TryGetValue(line, out Counter? counter)) //p TH2017
            {
                counter.Add((now >> bit) & 1);
            }
        }
    }

#if PLANTED
    private struct Line
    {
        public byte Bank;
        public byte Bit;
    }
#else
    private struct Line : IEquatable<Line>
    {
        public byte Bank;
        public byte Bit;

        public readonly bool Equals(Line other) => Bank == other.Bank && Bit == other.Bit;

        public override readonly bool Equals(object? other) => other is Line line && Equals(line);

        public override readonly int GetHashCode() => (Bank << 8) | Bit;
    }
#endif

    private sealed class Counter
    {
        private int _rising;
        private int _falling;

        public (int Rising, int Falling) Read() => (Volatile.Read(ref _rising), Volatile.Read(ref _falling));

        public void Add(ulong level)
        {
            ref int count = ref level != 0 ? ref _rising : ref _falling;
            Volatile.Write(ref count, count + 1);
        }
    }
}
