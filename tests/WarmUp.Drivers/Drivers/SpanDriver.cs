using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace TopHalf.WarmUp.Drivers;

/// <summary>Spans and what the library has for them, over structs of the driver and over numbers.</summary>
[InterruptDriver]
internal sealed partial class SpanDriver : IProbed
{
    private readonly Descriptor[] _ring = new Descriptor[16];
    private readonly byte[] _memory = new byte[256];
    private readonly ReadOnlyMemory<byte> _view;
    private long _sum;

    public SpanDriver() => _view = _memory.AsMemory(16, 32);

    public Probe Probe { get; } = new();

    public int Vectors => 1;

    [MsiVector(0)]
    private void OnSpan(in Interrupt irq)
    {
        Probe.Enter();
        Span<Descriptor> ring = _ring;
        ring[1].Length = (ushort)irq.Signals;
        ring[..4].CopyTo(ring[4..]);
        ring[8..].Clear();
        ring[12..].Fill(new Descriptor { Address = 1 });
        ring.Reverse();
        _sum += ring.IndexOf(new Descriptor { Address = 1 });
        ring.Sort(static (left, right) => left.Length.CompareTo(right.Length));
        ReadOnlySpan<Descriptor> cast = MemoryMarshal.Cast<byte, Descriptor>((ReadOnlySpan<byte>)_memory);
        _sum += (long)cast[0].Address;
        _sum += MemoryMarshal.Read<Descriptor>(_memory).Length + MemoryMarshal.AsBytes(ring).Length;
        _sum += BinaryPrimitives.ReadUInt32BigEndian(_view.Span) + _view.Span.IndexOf((byte)9) + _memory.AsSpan().IndexOfAny((byte)1, (byte)2);
        _sum += _memory.AsSpan().SequenceEqual(_memory) ? 1 : 0;
        _sum += BitOperations.PopCount((uint)_sum) + Math.Clamp(_sum, 0, 3) + _memory.AsSpan().Count((byte)2);
        Array.Copy(_ring, 0, _ring, 4, 4);
        Buffer.BlockCopy(_memory, 0, _memory, 8, 8);
        var sum = new Vector<byte>(_memory);
        _sum += Vector.Sum(sum) + Array.IndexOf(_ring, default) + Smallest<long>([3, 1, 2]);
        Probe.Leave();
    }

    private static T Smallest<T>(ReadOnlySpan<T> values)
        where T : struct, INumber<T>
    {
        T least = values[0];
        foreach (T value in values)
        {
            least = T.Min(least, value + T.Zero);
        }

        return least;
    }

    private struct Descriptor : IEquatable<Descriptor>
    {
        public ulong Address;
        public ushort Length;

        public readonly bool Equals(Descriptor other) => other.Address == Address && other.Length == Length;

        public override readonly bool Equals(object? obj) => obj is Descriptor other && Equals(other);

        public override readonly int GetHashCode() => (int)Address;
    }
}
