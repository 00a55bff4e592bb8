// information is not the point
using Vendor.Net;

[InterruptDriver]
internal sealed partial class SixthAssemblies : IPacketFilter
{
    private readonly PacketPool _pool = new(16);
    private readonly RingBuffer<Header> _ring = new(32);
    private readonly Chain _chain;
    private readonly Meter _meter = default;
    private int _accepted;
    private int _level;

    public SixthAssemblies() => _chain = new Chain(this);

    [MsiVector(0)]
    private void Filters(in Interrupt irq)
    {
        var header = new Header { Length = (ushort)irq.Index, Port = 3 };
        if (_chain.Run(in header) && _ring.TryPush(header))
        {
            _level += header.Length + _ring.Count;
        }
    }

    [MsiVector(1)]
    private void Pools(in Interrupt irq)
    {
        Packet? packet = _pool.Rent();
        if (packet is null)
        {
            return;
        }

        packet.Length = irq.Index;
        _level += packet.Checksum(); //! TH6005
        _pool.Return(packet);
    }

    [MsiVector(2)]
    private void Measures(in Interrupt irq)
    {
        _level = _meter.Scale(irq.Index) + _meter[3] + (int)Meter.From(3);
        _level += _meter.Slow(irq.Index); //! TH3003
        _level += _meter.Wait(0) + _meter.Wait(milliseconds: 0);
        _level += _meter.Wait(irq.Index); //! TH3002
    }

    [MsiVector(3)]
    private void Enumerates(in Interrupt irq)
    {
        foreach (ref readonly Header header in _ring.Span)
        {
            _level += header.Port;
        }

        foreach (Header header in _ring) //! TH6005
        {
            _level += header.Port;
        }
    }

    public bool Accepts(in Header header)
    {
        _accepted++;
        return header.Length > 0 && Known(header.Port);
    }

    private static bool Known(ushort port) => Ports.Contains((int)port);

    private static ReadOnlySpan<int> Ports => [1, 3, 5];
}
//--- InterruptEffects.txt
# The vendor's manual
T:Vendor.Net.Meter; none; computes
M:Vendor.Net.Meter.Slow; sleep; sleeps a millisecond
M:Vendor.Net.Meter.Wait(System.Int32); wait unless milliseconds=0; waits for a reading
M:Vendor.Net.RingBuffer`1.TryPush(`0); none; writes to its array
P:Vendor.Net.RingBuffer`1.Count; none; subtracts
P:Vendor.Net.RingBuffer`1.Span; none; a view of its array
//--- library
namespace Vendor.Net
{
    public struct Header
    {
        public ushort Length;
        public ushort Port;
    }

    public interface IPacketFilter
    {
        [InterruptSafe]
        bool Accepts(in Header header);
    }

    public sealed class Chain(params IPacketFilter[] filters)
    {
        [InterruptSafe]
        public bool Run(in Header header)
        {
            foreach (IPacketFilter filter in filters)
            {
                if (!filter.Accepts(in header))
                {
                    return false;
                }
            }

            return true;
        }
    }

    public sealed class Packet
    {
        public int Length;

        public int Checksum() => Length;
    }

    public sealed class PacketPool(int capacity)
    {
        private readonly Packet?[] _items = new Packet?[capacity];

        [InterruptSafe]
        public Packet? Rent() => _items[0];

        [InterruptSafe]
        public void Return(Packet packet) => _items[0] = packet;
    }

    public readonly struct Meter
    {
        public int this[int index] => index;

        public int Scale(int value) => value;

        public int Slow(int value) => value;

        public int Wait(int milliseconds) => milliseconds;

        public static Meter From(int value) => default;

        public static explicit operator int(Meter meter) => 0;
    }

    public sealed class RingBuffer<T>(int capacity)
    {
        private readonly T[] _items = new T[capacity];

        public int Count => _items.Length;

        public ReadOnlySpan<T> Span => _items;

        public bool TryPush(T item) => true;

        public Enumerator GetEnumerator() => default;

        public struct Enumerator
        {
            public readonly T Current => default!;

            public readonly bool MoveNext() => false;
        }
    }
}
