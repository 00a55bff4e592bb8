using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;

// Members of the library that write into memory which is there already, beside those that make some.
[InterruptDriver]
internal sealed partial class SpanLibrary
{
    private readonly byte[] _bytes = new byte[256];
    private readonly char[] _chars = new char[256];
    private readonly int[] _ints = new int[16];
    private readonly StringBuilder _text = new(1024);
    private readonly List<int> _list = new(16) { 1, 2, 3 };
    private readonly Dictionary<int, int> _map = new(16) { [1] = 2 };
    private string _name = "name";
    private int _n;
    private long _sum;
    private object? _kept;

    [MsiVector(0)]
    private void IntFormat(in Interrupt irq)
    {
        irq.Vector.TryFormat(_chars, out _n);
        irq.Status.TryFormat(_bytes, out _n);
    }

    [MsiVector(1)]
    private void IntFormatHex(in Interrupt irq)
    {
        irq.Status.TryFormat(_chars, out _n, "X8");
        irq.Status.TryFormat(_bytes, out _n, "x", CultureInfo.InvariantCulture); //? TH5005
    }

    [MsiVector(2)]
    private void IntToString(in Interrupt irq) => _name = irq.Status.ToString("X8"); //! TH2006

    [MsiVector(3)]
    private void GuidFormat(in Interrupt irq)
    {
        Guid id = new(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, (byte)irq.Vector);
        id.TryFormat(_chars, out _n);
        id.TryFormat(_bytes, out _n, "N");
        id.TryWriteBytes(_bytes);
    }

    [MsiVector(4)]
    private void GuidBytes(in Interrupt irq) => _kept = new Guid(_bytes.AsSpan(0, 16)).ToByteArray(); //! TH2002

    [MsiVector(5)]
    private void Utf8(in Interrupt irq)
    {
        Utf8Formatter.TryFormat(irq.Vector, _bytes, out _n);
        Utf8Formatter.TryFormat(irq.Status, _bytes, out _n, new StandardFormat('X', 8));
        Utf8Parser.TryParse(_bytes, out _n, out int used);
        _n += used;
    }

    [MsiVector(6)]
    private void Binary(in Interrupt irq)
    {
        BinaryPrimitives.WriteUInt32BigEndian(_bytes, (uint)irq.Vector);
        BinaryPrimitives.WriteUInt64LittleEndian(_bytes.AsSpan(8), irq.Status);
        _n = BinaryPrimitives.ReadInt32LittleEndian(_bytes) + BinaryPrimitives.ReverseEndianness(irq.Vector);
    }

    [MsiVector(7)]
    private void Bits(in Interrupt irq)
    {
        _n = BitOperations.PopCount(irq.Status) + BitOperations.TrailingZeroCount(irq.Status) + BitOperations.Log2(irq.Status);
        _sum = (long)BitOperations.RotateLeft(irq.Status, 3) + (long)BitOperations.RoundUpToPowerOf2(irq.Status);
        _n += ulong.PopCount(irq.Status) > 3 ? 1 : int.LeadingZeroCount(irq.Vector);
    }

    [MsiVector(8)]
    private void BitConverterWrites(in Interrupt irq)
    {
        BitConverter.TryWriteBytes(_bytes, irq.Status);
        _sum = BitConverter.ToInt64(_bytes) + BitConverter.DoubleToInt64Bits(1.5);
    }

    [MsiVector(9)]
    private void BitConverterMakes(in Interrupt irq) => _kept = BitConverter.GetBytes(irq.Status); //! TH2002

    [MsiVector(10)]
    private void EncodingIntoSpan(in Interrupt irq)
    {
        _n = Encoding.UTF8.GetBytes(_name, _bytes);
        _n += Encoding.ASCII.GetChars(_bytes.AsSpan(0, 4), _chars);
        _n += Encoding.UTF8.GetByteCount(_name);
    }

    [MsiVector(11)]
    private void EncodingMakes(in Interrupt irq)
    {
        _kept = Encoding.UTF8.GetBytes(_name); //! TH2002
        _kept = Encoding.UTF8.GetString(_bytes, 0, 4); //! TH2006
    }

    [MsiVector(12)]
    private void SpanHelpers(in Interrupt irq)
    {
        Span<int> ints = _ints;
        ints.Fill(irq.Vector);
        ints.Sort();
        ints.Reverse();
        _n = ints.IndexOf(3) + ints.BinarySearch(4) + (ints.Contains(5) ? 1 : 0) + ints.IndexOfAny(1, 2) + ints.Count(3);
        ints[4..8].CopyTo(ints);
        ints.Clear();
    }

    [MsiVector(13)]
    private void SpanToArray(in Interrupt irq) => _kept = _ints.AsSpan(2, 4).ToArray(); //! TH2002

    [MsiVector(14)]
    private void Marshals(in Interrupt irq)
    {
        ref int value = ref CollectionsMarshal.GetValueRefOrNullRef(_map, 1);
        if (!Unsafe.IsNullRef(ref value))
        {
            value++;
        }

        Span<int> items = CollectionsMarshal.AsSpan(_list);
        _n = items.Length + MemoryMarshal.Cast<byte, int>(_bytes).Length + MemoryMarshal.Read<int>(_bytes);
        MemoryMarshal.Write(_bytes, irq.Status);
    }

    [MsiVector(15)]
    private void MarshalsThatAdd(in Interrupt irq)
    {
        CollectionsMarshal.GetValueRefOrAddDefault(_map, irq.Vector, out _) = 1; //! TH2012
        CollectionsMarshal.SetCount(_list, irq.Vector & 7); //! TH2012
    }

    [MsiVector(16)]
    private void TimesFormat(in Interrupt irq)
    {
        new DateTime(irq.Timestamp & 0xFFFF).TryFormat(_chars, out _n, "O"); //? TH5005
        TimeSpan.FromTicks(irq.Timestamp).TryFormat(_bytes, out _n);
    }

    [MsiVector(17)]
    private void EnumFormat(in Interrupt irq) => Enum.TryFormat((DayOfWeek)(irq.Vector & 3), _chars, out _n); //? TH5005

    [MsiVector(18)]
    private void EnumName(in Interrupt irq) => _name = ((DayOfWeek)(irq.Vector & 3)).ToString(); //! TH2003|TH2006

    [MsiVector(19)]
    private void Writes(in Interrupt irq)
    {
        _chars.AsSpan().TryWrite($"v={irq.Vector}", out _n); //? TH5005
        System.Text.Unicode.Utf8.TryWrite(_bytes, $"v={irq.Vector} s={irq.Status:X}", out _n); //? TH5005
    }

    [MsiVector(20)]
    private void BuilderKeeps(in Interrupt irq)
    {
        _text.Clear();
        _n = _text.Length + _text.Capacity + _text.MaxCapacity;
        _text.CopyTo(0, _chars, _n & 0);
    }

    [MsiVector(21)]
    private void BuilderGrows(in Interrupt irq)
    {
        _text.Append('x'); //! TH2012
        _text.Append(irq.Vector); //! TH2012
        _text.Append($"{irq.Vector}"); //! TH2012|TH2006
    }

    [MsiVector(22)]
    private void Parses(in Interrupt irq)
    {
        int.TryParse(_chars.AsSpan(0, 2), out _n); //? TH5005
        int.TryParse("12"u8, NumberStyles.Integer, CultureInfo.InvariantCulture, out _n); //? TH5005
        Guid.TryParse(_chars.AsSpan(0, 8), out _);
    }

    [MsiVector(23)]
    private void Compares(in Interrupt irq)
    {
        _n = _name.AsSpan().SequenceEqual("done") ? 1 : 0;
        _n += _name.Equals("DONE", StringComparison.OrdinalIgnoreCase) ? 1 : 0;
        _n += string.CompareOrdinal(_name, "x") + (_name.StartsWith('n') ? 1 : 0) + _name.IndexOf('m');
    }

    [MsiVector(24)]
    private void Trims(in Interrupt irq)
    {
        _n = _name.AsSpan().Trim().Length;
        _name = _name.Trim('x'); //! TH2006
        _name = _name.Replace('n', 'm'); //! TH2006
    }
}
