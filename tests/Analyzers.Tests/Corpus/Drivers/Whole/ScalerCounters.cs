// information is not the point
[InterruptDriver(VendorId = 0x1307, DeviceId = 0x0029)]
public sealed partial class ScalerCounters(PciDevice device)
{
    private readonly Bar _bar = device.GetBar(2);
    private readonly Histogram _histogram = new(256);
    private Slots _slots;
    private Total _total;
    private byte _last;

    [MsiVector(0)]
    private void OnOverflow(in Interrupt irq)
    {
        using var window = new Window(_bar, ref _last); //p:REFDISPOSE TH3003 //p:REFCTOR TH2002
        foreach (ref uint slot in _slots)
        {
            slot += window[^1]; //p:FROMEND TH4001
        }

        foreach (Bin bin in _histogram[1..^1]) //p:SLICE TH2002 //p:ELEMENTCONVERSION TH2003
        {
            _total += bin.Count;
        }

        _total = checked(_total + 1u); //p:CHECKED TH2006
        Fill(in _slots, stackalloc uint[4]); //p:INPARAM TH3001
    }

    private static void Fill(in Slots slots, Span<uint> into)
    {
        for (int i = 0; i < into.Length; i++)
        {
            into[i] = slots[i];
        }

        into.Sort();
        Publish(into);
    }

    private static void Publish(scoped ReadOnlySpan<uint> sorted)
    {
#if PLANTED_INPARAM
        Monitor.Enter(s_published);
#endif
        s_published[0] = sorted[^1];
#if PLANTED_INPARAM
        Monitor.Exit(s_published);
#endif
    }

    private static readonly uint[] s_published = new uint[1];

    [InlineArray(4)]
    private struct Slots
    {
        private uint _first;
    }

    private readonly ref struct Window
    {
        private readonly Bar _bar;
        private readonly ref byte _last;

        public Window(Bar bar, ref byte last)
        {
            _bar = bar;
            _last = ref last;
#if PLANTED_REFCTOR
            _last = (byte)new ulong[] { bar.Length }.Length;
#endif
        }

        public int Count => 16;

#if PLANTED_FROMEND
        public uint this[int index] => index is >= 0 and < 16 ? _bar.Read32((ulong)index * 4) : throw new ArgumentOutOfRangeException(nameof(index));
#else
        public uint this[int index] => _bar.Read32((ulong)(index & 15) * 4);
#endif

        public void Dispose()
        {
            _last++;
#if PLANTED_REFDISPOSE
            new SpinWait().SpinOnce();
#endif
        }
    }

    private sealed class Histogram(int bins)
    {
        private readonly int[] _bins = new int[bins];

        public int Length => _bins.Length;

#if PLANTED_SLICE
        public Part Slice(int start, int length) => new(_bins.AsSpan(start, length).ToArray());
#else
        public Part Slice(int start, int length) => new(_bins.AsSpan(start, length));
#endif
    }

    private readonly ref struct Part(ReadOnlySpan<int> bins)
    {
        private readonly ReadOnlySpan<int> _bins = bins;

        public ReadOnlySpan<int>.Enumerator GetEnumerator() => _bins.GetEnumerator();
    }

    private readonly struct Bin(int count)
    {
        public uint Count => (uint)count;

#if PLANTED_ELEMENTCONVERSION
        public static explicit operator Bin(int count) => new(Unboxed(count));

        private static int Unboxed(object count) => (int)count;
#else
        public static explicit operator Bin(int count) => new(count);
#endif
    }

    private readonly struct Total(ulong value)
    {
        private readonly ulong _value = value;

        public static Total operator +(Total total, uint more) => new(total._value + more);

#if PLANTED_CHECKED
        public static Total operator checked +(Total total, uint more) => new(ulong.CreateChecked(total.ToString().Length) + more);
#else
        public static Total operator checked +(Total total, uint more) => new(checked(total._value + more));
#endif

        public override string ToString() => _value.ToString();
    }
}
