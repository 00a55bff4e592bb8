// information is not the point
[InterruptDriver(VendorId = 0x8086, DeviceId = 0x10D3)]
public sealed partial class E1000Receive(PciDevice device)
{
    private readonly Bar _mmio = device.GetBar(0);
    private readonly Descriptor[] _ring = new Descriptor[256];
    private readonly byte[][] _buffers = Enumerable.Range(0, 256).Select(static _ => new byte[2048]).ToArray();
    private readonly Spsc<Frame> _ready = new(512);
    private readonly FilterChain _filters = new();
    private uint _next;
    private long _dropped;
    private long _crc;

    public long Dropped => Volatile.Read(ref _dropped);

    public bool TryReceive(out Frame frame) => _ready.TryTake(out frame);

    [MsiVector(0, Thread = "rx")]
    private void OnReceive(in Interrupt irq)
    {
        uint stop = _mmio.Read32(0x2810) & 0xFF;
        while (_next != stop)
        {
            Frame frame = new(_next, _ring[_next].Length);
            if (_ring[_next].HasError)
            {
                _crc++;
            }
            else if (!_filters.Accepts(frame.Bytes(_buffers))) //p:LAMBDA TH2002 //p:SLICE TH2013
            {
                Volatile.Write(ref _dropped, _dropped + 1);
            }
            else if (!_ready.TryPut(frame)) //p:GENERIC TH3001 //p:GROW TH2012
            {
                Volatile.Write(ref _dropped, _dropped + 1);
            }

            _next = (_next + 1) & 0xFF;
        }

        _mmio.Write32(0x2818, stop);
    }

    [MsiVector(1)]
    private void OnLink(in Interrupt irq)
    {
        LinkState state = _mmio.Read32(0x8); //p:CONVERSION TH2006
        Volatile.Write(ref _filters.Enabled, state.IsUp);
    }

    public readonly struct Frame(uint index, int length)
    {
#if PLANTED_SLICE
        public ReadOnlySpan<byte> Bytes(byte[][] buffers) => buffers[index][..length];
#else
        public ReadOnlySpan<byte> Bytes(byte[][] buffers) => buffers[index].AsSpan()[..length];
#endif
    }

    private struct Descriptor
    {
        public ulong Address;
        public ushort Length;
        public ushort Checksum;
        public byte Status;
        public byte Errors;

        public readonly bool HasError => Errors != 0;
    }

    private readonly struct LinkState
    {
        public bool IsUp { get; private init; }

#if PLANTED_CONVERSION
        public static implicit operator LinkState(uint raw) => new() { IsUp = raw.ToString("B")[^2] == '1' };
#else
        public static implicit operator LinkState(uint raw) => new() { IsUp = (raw & 2) != 0 };
#endif
    }

    private delegate bool Filter(ReadOnlySpan<byte> frame);

    private sealed class FilterChain
    {
        private static readonly byte[] s_broadcast = [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF];

        private readonly Filter _unicast = static frame => frame.Length >= 14 && (frame[0] & 1) == 0;
#if PLANTED_LAMBDA
        private readonly Filter _broadcast = static frame => frame[..6].ToArray() is { Length: 6 };
#else
        private readonly Filter _broadcast = static frame => frame.StartsWith(s_broadcast);
#endif

        public bool Enabled;

        public bool Accepts(ReadOnlySpan<byte> frame) => Volatile.Read(ref Enabled) && (_unicast(frame) || _broadcast(frame));
    }

    private sealed class Spsc<T>(int size)
    {
        private readonly T[] _items = new T[size];
        private readonly List<T> _overflow = new(size);
        private int _head;
        private int _tail;

        public bool TryPut(T item)
        {
            int tail = _tail;
            int next = tail + 1 == _items.Length ? 0 : tail + 1;
            if (next == Volatile.Read(ref _head))
            {
#if PLANTED_GROW
                _overflow.Add(item);
#endif
                return false;
            }

#if PLANTED_GENERIC
            lock (_items)
            {
                _items[tail] = item;
            }
#else
            _items[tail] = item;
#endif
            Volatile.Write(ref _tail, next);
            return true;
        }

        public bool TryTake(out T item)
        {
            int head = _head;
            if (head == Volatile.Read(ref _tail))
            {
                item = default!;
                return false;
            }

            item = _items[head];
            Volatile.Write(ref _head, head + 1 == _items.Length ? 0 : head + 1);
            return true;
        }
    }
}
