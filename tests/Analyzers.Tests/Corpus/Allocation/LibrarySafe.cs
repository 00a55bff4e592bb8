// What good drivers call: nothing to say about any of it.
using System.Buffers.Binary;
using System.Collections.Specialized;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

[InterruptDriver]
internal sealed unsafe partial class LibrarySafe
{
    private readonly byte[] _bytes = new byte[64];
    private readonly int[] _ints = new int[16];
    private readonly List<int> _list = [1, 2];
    private readonly Memory<byte> _memory = new byte[16];
    private readonly string _text = "name";
    private TimeSpan _span;
    private BitVector32 _bits;
    private ArraySegment<byte> _segment;
    private long _n;
    private double _d;

    [MsiVector(0)]
    private void Binary(in Interrupt irq)
    {
        _n = BinaryPrimitives.ReadUInt32LittleEndian(_bytes);
        BinaryPrimitives.WriteUInt16BigEndian(_bytes.AsSpan(4), (ushort)irq.Vector);
        _n += BinaryPrimitives.ReverseEndianness((uint)irq.Vector);
        _n += BitConverter.ToInt32(_bytes, 0) + BitConverter.SingleToInt32Bits(1.5f);
    }

    [MsiVector(1)]
    private void Bits(in Interrupt irq)
    {
        _n = BitOperations.PopCount(irq.Status) + BitOperations.LeadingZeroCount(4u) + BitOperations.Log2(8u);
        _n += (long)BitOperations.RotateLeft(irq.Status, 3) + (BitOperations.IsPow2(4) ? 1 : 0) + (long)BitOperations.RoundUpToPowerOf2(5u);
        _n += int.PopCount(5) + (long)ulong.TrailingZeroCount(8ul);
    }

    [MsiVector(2)]
    private void Spans(in Interrupt irq)
    {
        Span<byte> span = _bytes;
        span.Clear();
        span[..4].Fill(2);
        span[4..8].CopyTo(span[8..]);
        span.Slice(2, 4).Reverse();
        _n = span.IndexOf((byte)2) + span.Length + (span.IsEmpty ? 1 : 0);
        if (span.SequenceEqual(_bytes) && span.TryCopyTo(_bytes) && span.StartsWith("ab"u8) && span.Contains((byte)3))
        {
            _n += span.Trim((byte)0).Length + span.Count((byte)2);
        }
    }

    [MsiVector(3)]
    private void Marshals(in Interrupt irq)
    {
        ref byte first = ref MemoryMarshal.GetArrayDataReference(_bytes);
        _n = Unsafe.Add(ref first, 3) + Unsafe.ReadUnaligned<long>(ref first) + Unsafe.SizeOf<int>();
        Span<uint> words = MemoryMarshal.Cast<byte, uint>(_bytes.AsSpan());
        _n += words[0] + CollectionsMarshal.AsSpan(_list)[0] + MemoryMarshal.GetReference(words);
        ref readonly int one = ref MemoryMarshal.AsRef<int>(_bytes.AsSpan());
        _n += one + _memory.Span[0] + _memory.Length + _memory.Slice(1, 2).Length;
        Unsafe.CopyBlock(ref _bytes[0], ref _bytes[8], 8);
        Buffer.MemoryCopy((void*)_n, (void*)_n, 4, 4);
    }

    [MsiVector(4)]
    private void Numbers(in Interrupt irq)
    {
        _d = Math.Sqrt(2) + Math.Abs(-3.0) + Math.Clamp(3, 1, 2) + Math.Floor(2.5) + Math.Sin(1) + MathF.Round(2.5f) + Math.Pow(2, 3);
        _n = Math.DivRem(7, 2).Remainder + Math.Min(3u, 4u) + Math.Sign(-3) + (long)Math.BigMul(3u, 4u) + int.Max(3, 4) + int.Abs(-3);
        if (double.IsNaN(_d) || double.IsFinite(_d) || char.IsDigit('3') || char.IsAsciiLetter('x'))
        {
            _n = _d.CompareTo(3.0) + irq.Vector.CompareTo(3) + (irq.Vector.Equals(4) ? 1 : 0) + irq.Vector.GetHashCode();
        }
    }

    [MsiVector(5)]
    private void Times(in Interrupt irq)
    {
        _span = TimeSpan.FromMilliseconds(3) + TimeSpan.FromTicks(4);
        _n = _span.Ticks + (long)_span.TotalMilliseconds + Stopwatch.Frequency + Stopwatch.GetElapsedTime(1, 2).Ticks + Environment.TickCount64; //? TH5001 TH5005
        DateTime now = DateTime.UtcNow;
        _n += (now - DateTime.UnixEpoch).Ticks + now.AddSeconds(3).Ticks + (now > DateTime.MinValue ? 1 : 0); //? TH5001 TH5005
    }

    [MsiVector(6)]
    private void Texts(in Interrupt irq)
    {
        if (string.IsNullOrEmpty(_text) || string.Equals(_text, "x", StringComparison.Ordinal) || _text.StartsWith('n') || _text.Contains('n'))
        {
            _n = _text.Length + string.CompareOrdinal(_text, "b") + _text.AsSpan().IndexOf('m') + _text.LastIndexOf('a');
        }

        if (_text.StartsWith("na", StringComparison.Ordinal) && _text.EndsWith("me", StringComparison.OrdinalIgnoreCase) && ReferenceEquals(_text, null))
        {
            _n++;
        }
    }

    [MsiVector(7)]
    private void Values(in Interrupt irq)
    {
        _bits[1] = true;
        _n = _bits.Data + _segment.Count + new Index(3).Value + (1..3).Start.Value;
        (int a, int b) = new KeyValuePair<int, int>(1, 2);
        _n += a + b + HashCode.Combine(a, b) + (a, b).GetHashCode() + ((a, b).Equals((1, 2)) ? 1 : 0) + (a, b).CompareTo((2, 3)); //? TH5001 TH5005
    }

    [MsiVector(8)]
    private void Vectors(in Interrupt irq)
    {
        Vector128<byte> sum = Vector128.Create((byte)3) + Vector128<byte>.One;
        _n = sum.ToScalar() + Vector128.Sum(sum.AsUInt32());
        Vector3 v = new Vector3(1, 2, 3) * 2f;
        _d = v.Length() + Vector3.Dot(v, Vector3.One) + v.X;
    }

    [MsiVector(9)]
    private void Atomics(in Interrupt irq)
    {
        Interlocked.Add(ref _n, 3);
        Interlocked.Decrement(ref _n);
        Interlocked.Or(ref _n, 4);
        Interlocked.And(ref _n, 4);
        Volatile.Write(ref _d, 3.0);
        Volatile.WriteBarrier();
        Interlocked.MemoryBarrier();
        _ = Interlocked.CompareExchange(ref _n, 3, 4);
    }

    [MsiVector(10)]
    private void Arrays(in Interrupt irq)
    {
        Array.Clear(_ints, 0, 4);
        Array.Copy(_ints, _ints, 4);
        _ints.CopyTo(_ints, 0);
        Array.Reverse(_ints);
        Array.Fill(_ints, 3);
        _n = Array.IndexOf(_ints, 3) + Array.BinarySearch(_ints, 4) + _ints.GetLength(0) + _ints.LongLength + _ints.Rank;
    }

    [MsiVector(11)]
    private void Lists(in Interrupt irq)
    {
        _list[0] = 4;
        _n = _list.Count + _list.IndexOf(4) + (_list.Contains(4) ? 1 : 0) + _list.Capacity;
        _list.RemoveAt(0);
        _list.Reverse();
        _list.Clear();
    }

    [MsiVector(12)]
    private void Enums(in Interrupt irq)
    {
        DayOfWeek day = (DayOfWeek)irq.Vector;
        _n = (int)day + day.GetHashCode() + (day == DayOfWeek.Monday ? 1 : 0);
    }

    [MsiVector(13)]
    private void Nullables(in Interrupt irq)
    {
        int? value = irq.Vector;
        int? sum = value + 3;
        _n = value.GetValueOrDefault() + (sum ?? 0) + (sum.HasValue ? sum.Value : 0) + (value == 3 ? 1 : 0) + value.GetHashCode();
    }

    [MsiVector(14)]
    private void WideNumbers(in Interrupt irq)
    {
        UInt128 wide = (UInt128)irq.Status * 3u;
        _n = (long)(wide >> 64) + (long)(Int128)3;
        _d = (double)(Half)1.5f;
        nint native = irq.Vector;
        _n += native + nint.Size;
    }
}
