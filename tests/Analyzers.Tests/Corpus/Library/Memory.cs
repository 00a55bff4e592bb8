using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

[InterruptDriver]
internal sealed unsafe partial class Memory
{
    private readonly byte[] _bytes = new byte[64];
    private readonly uint[] _words = new uint[16];
    private nint _base;
    private Header _header;
    private string? _text;
    private long _n;

    [MsiVector(0)]
    private void MarshalReads(in Interrupt irq)
    {
        _n += Marshal.ReadInt32(_base, 4) + Marshal.ReadByte(_base) + Marshal.ReadInt64(_base) + Marshal.ReadIntPtr(_base);
        Marshal.WriteInt32(_base, 8, 3);
    }

    [MsiVector(1)]
    private void MarshalCopies(in Interrupt irq)
    {
        Marshal.Copy(_base, _bytes, 0, 16);
        Marshal.Copy(_bytes, 0, _base, 16);
    }

    [MsiVector(2)]
    private void MarshalStructure(in Interrupt irq)
    {
        _header = Marshal.PtrToStructure<Header>(_base); //! TH2001|TH2003|TH2016
    }

    [MsiVector(3)]
    private void MarshalStructureOut(in Interrupt irq)
    {
        Marshal.StructureToPtr(_header, _base, false); //! TH2001|TH2003|TH2016
    }

    [MsiVector(4)]
    private void MarshalText(in Interrupt irq)
    {
        _text = Marshal.PtrToStringUTF8(_base); //! TH2006|TH2016
    }

    [MsiVector(5)]
    private void MarshalTextOut(in Interrupt irq)
    {
        _base = Marshal.StringToHGlobalAnsi(_text); //! TH2006|TH2016|TH3009|TH3001|TH3010
    }

    [MsiVector(6)]
    private void MarshalAllocates(in Interrupt irq)
    {
        _base = Marshal.AllocHGlobal(64); //! TH3009|TH3001|TH3010
    }

    [MsiVector(7)]
    private void MarshalFrees(in Interrupt irq)
    {
        Marshal.FreeHGlobal(_base); //! TH3009|TH3001|TH3010
    }

    [MsiVector(8)]
    private void NativeAllocates(in Interrupt irq)
    {
        _base = (nint)NativeMemory.AlignedAlloc(64, 64); //! TH3009|TH3001|TH3010
    }

    [MsiVector(9)]
    private void NativeMoves(in Interrupt irq)
    {
        NativeMemory.Clear((void*)_base, 16);
        NativeMemory.Copy((void*)_base, (void*)(_base + 32), 16);
        NativeMemory.Fill((void*)_base, 16, 0xFF);
    }

    [MsiVector(10)]
    private void LastError(in Interrupt irq)
    {
        _n += Marshal.GetLastPInvokeError() + Marshal.GetLastSystemError();
    }

    [MsiVector(11)]
    private void LastErrorText(in Interrupt irq)
    {
        _text = Marshal.GetLastPInvokeErrorMessage(); //! TH2006
    }

    [MsiVector(12)]
    private void Spans(in Interrupt irq)
    {
        Span<uint> words = MemoryMarshal.Cast<byte, uint>(_bytes.AsSpan());
        _n += words[0] + MemoryMarshal.Read<int>(_bytes) + MemoryMarshal.AsBytes(words).Length;
        _header = MemoryMarshal.AsRef<Header>(_bytes.AsSpan());
        MemoryMarshal.Write(_bytes, in _header);
        _n += MemoryMarshal.TryRead(_bytes, out int read) ? read : 0;
        _n += MemoryMarshal.GetArrayDataReference(_words) + MemoryMarshal.GetReference(words);
    }

    [MsiVector(13)]
    private void UnsafeUses(in Interrupt irq)
    {
        ref uint first = ref Unsafe.As<byte, uint>(ref _bytes[0]);
        _n += Unsafe.Add(ref first, 2) + Unsafe.ReadUnaligned<uint>(ref _bytes[3]) + Unsafe.SizeOf<Header>() + Unsafe.BitCast<float, int>(1f);
        Unsafe.CopyBlock(ref _bytes[0], ref _bytes[8], 8);
        Unsafe.InitBlockUnaligned(ref _bytes[1], 0, 3);
        Unsafe.WriteUnaligned(ref _bytes[4], 3L);
        _n += Unsafe.IsNullRef(ref first) || Unsafe.AreSame(ref first, ref _words[0]) ? 1 : 0;
    }

    [MsiVector(14)]
    private void Endianness(in Interrupt irq)
    {
        _n += BinaryPrimitives.ReadUInt32BigEndian(_bytes) + BinaryPrimitives.ReverseEndianness(3u);
        BinaryPrimitives.WriteInt64LittleEndian(_bytes, 4);
        _n += BinaryPrimitives.TryReadUInt16LittleEndian(_bytes, out ushort half) ? half : 0;
        BinaryPrimitives.ReverseEndianness(_words, _words);
    }

    [MsiVector(15)]
    private void Converters(in Interrupt irq)
    {
        _n += BitConverter.ToInt32(_bytes, 4) + BitConverter.ToUInt16(_bytes.AsSpan(2)) + BitConverter.DoubleToInt64Bits(1.5);
        _n += BitConverter.TryWriteBytes(_bytes, 3u) ? 1 : 0;
    }

    [MsiVector(16)]
    private void ConvertersCopy(in Interrupt irq)
    {
        _n += BitConverter.GetBytes(4).Length; //! TH2002
    }

    [MsiVector(17)]
    private void ConvertersText(in Interrupt irq)
    {
        _text = BitConverter.ToString(_bytes); //! TH2006
    }

    [MsiVector(18)]
    private void Buffers(in Interrupt irq)
    {
        Buffer.BlockCopy(_bytes, 0, _words, 0, 16);
        Buffer.MemoryCopy((void*)_base, (void*)_base, 8, 8);
        _n += Buffer.ByteLength(_words);
    }

    [MsiVector(19)]
    private void Arrays(in Interrupt irq)
    {
        Array.Copy(_bytes, 0, _bytes, 8, 8);
        Array.Clear(_bytes);
        Array.Clear(_bytes, 2, 4);
        Array.Fill(_words, 7u);
        Array.Reverse(_words);
        _n += Array.IndexOf(_words, 3u) + Array.BinarySearch(_words, 3u) + Array.LastIndexOf(_bytes, (byte)1) + _words.GetLength(0) + _words.Rank;
        Array.Sort(_words);
    }

    [MsiVector(20)]
    private void ArrayResize(in Interrupt irq)
    {
        uint[] words = _words;
        Array.Resize(ref words, 32); //! TH2002
    }

    [MsiVector(21)]
    private void ArrayGet(in Interrupt irq)
    {
        _n += (uint)_words.GetValue(3)!; //! TH2003
    }

    [MsiVector(22)]
    private void ArraySet(in Interrupt irq)
    {
        _words.SetValue(3u, 1); //! TH2003
    }

    [MsiVector(23)]
    private void ArrayClones(in Interrupt irq)
    {
        _n += ((uint[])_words.Clone()).Length; //! TH2002|TH2001
    }

    [MsiVector(24)]
    private void ArrayConverts(in Interrupt irq)
    {
        _n += Array.ConvertAll(_words, static w => (int)w).Length; //! TH2002 //? TH5003
    }

    [MsiVector(25)]
    private void ArrayFinds(in Interrupt irq)
    {
        _n += Array.FindIndex(_words, static w => w != 0); //i TH5003
    }

    [MsiVector(26)]
    private void ArrayCreates(in Interrupt irq)
    {
        _n += Array.CreateInstance(typeof(int), 3).Length; //! TH2002|TH2001
    }

    [MsiVector(27)]
    private void Vectors(in Interrupt irq)
    {
        Vector128<uint> sum = Vector128.LoadUnsafe(ref _words[0]) + Vector128.Create(3u);
        _n += sum.ToScalar() + Vector128.Sum(sum) + Vector128.ExtractMostSignificantBits(sum);
        Vector<uint> wide = new(_words);
        _n += Vector.Sum(wide) + Vector<uint>.Count;
        Vector3 v = Vector3.Normalize(new Vector3(1, 2, 3));
        _n += (long)Vector3.Dot(v, Vector3.One) + (long)Matrix4x4.Identity.M11 + (Vector256.IsHardwareAccelerated ? 1 : 0);
    }

    [MsiVector(28)]
    private void VectorText(in Interrupt irq)
    {
        _text = Vector128.Create(3u).ToString(); //! TH2006
    }

    [MsiVector(29)]
    private void BitTricks(in Interrupt irq)
    {
        _n += BitOperations.PopCount(3u) + BitOperations.LeadingZeroCount(3UL) + BitOperations.TrailingZeroCount(8) + BitOperations.Log2(9u) + BitOperations.RotateLeft(3u, 1);
        _n += BitOperations.Crc32C(0u, 3u) + BitOperations.RoundUpToPowerOf2(9u) + (BitOperations.IsPow2(4) ? 1 : 0);
        _n += int.PopCount(3) + uint.LeadingZeroCount(4) + long.TrailingZeroCount(4) + byte.RotateLeft(3, 1) + int.Log2(9);
    }

    [MsiVector(30)]
    private void Maths(in Interrupt irq)
    {
        _n += Math.Clamp(3, 1, 2) + Math.Max(1L, 2L) + Math.Abs(-3) + Math.DivRem(7, 2).Remainder + Math.Sign(2.5);
        _n += (long)(Math.Sqrt(2) + Math.Pow(2, 3) + Math.Round(2.5) + MathF.Sin(1f) + Math.FusedMultiplyAdd(1, 2, 3) + Math.Atan2(1, 2));
        _n += (long)Math.BigMul(3UL, 4UL, out ulong low) + (long)low;
    }

    [MsiVector(31)]
    private void WideNumbers(in Interrupt irq)
    {
        Int128 wide = (Int128)3 * 5;
        decimal exact = 1.5m + 2.25m;
        Half half = (Half)1.5f;
        _n += (long)wide + (long)exact + (long)(float)half;
        _n += int.CreateTruncating(300L) + byte.CreateSaturating(300);
    }

    [MsiVector(32)]
    private void BigNumbers(in Interrupt irq)
    {
        BigInteger big = new BigInteger(3) * new BigInteger(ulong.MaxValue); //! TH2002|TH2001
        _n += big.IsZero ? 1 : 0;
    }
}

internal struct Header
{
    public int Length;
    public int Kind;
}
