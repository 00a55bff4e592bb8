using System.Runtime.CompilerServices;

namespace TopHalf.Runtime.Tests.MachineCode;

/// <summary>Code that invites the JIT to load or store something else than it was told.</summary>
internal static unsafe class RegisterCallers
{
    private const MethodImplOptions Compiled = MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining;

    [MethodImpl(Compiled), Accesses(1, reads: 1, writes: 0)]
    public static bool Read8BitTest(byte* p) => (MappedRegister.Read8(p) & 0x10) != 0;

    [MethodImpl(Compiled), Accesses(1, reads: 1, writes: 0)]
    public static bool Read8Compare(byte* p) => MappedRegister.Read8(p) == 0xED;

    [MethodImpl(Compiled), Accesses(1, reads: 1, writes: 0)]
    public static void Read8Discarded(byte* p) => _ = MappedRegister.Read8(p);

    [MethodImpl(Compiled), Accesses(1, reads: 1, writes: 0)]
    public static long Read8Widened(byte* p) => (sbyte)MappedRegister.Read8(p);

    [MethodImpl(Compiled), Accesses(2, reads: 1, writes: 0)]
    public static byte Read16Cast(byte* p) => (byte)MappedRegister.Read16(p);

    [MethodImpl(Compiled), Accesses(2, reads: 1, writes: 0)]
    public static bool Read16BitTest(byte* p) => (MappedRegister.Read16(p) & 0x8000) != 0;

    [MethodImpl(Compiled), Accesses(2, reads: 1, writes: 0)]
    public static bool Read16CompareLow(byte* p) => (MappedRegister.Read16(p) & 0xFF) == 0xED;

    [MethodImpl(Compiled), Accesses(2, reads: 1, writes: 0)]
    public static int Read16High(byte* p) => MappedRegister.Read16(p) >> 8;

    [MethodImpl(Compiled), Accesses(2, reads: 1, writes: 0)]
    public static void Read16Discarded(byte* p) => _ = MappedRegister.Read16(p);

    [MethodImpl(Compiled), Accesses(4, reads: 1, writes: 0)]
    public static uint Read32Mask(byte* p) => MappedRegister.Read32(p) & 0xFFFF;

    [MethodImpl(Compiled), Accesses(4, reads: 1, writes: 0)]
    public static byte Read32CastByte(byte* p) => (byte)MappedRegister.Read32(p);

    [MethodImpl(Compiled), Accesses(4, reads: 1, writes: 0)]
    public static ushort Read32CastUshort(byte* p) => (ushort)MappedRegister.Read32(p);

    [MethodImpl(Compiled), Accesses(4, reads: 1, writes: 0)]
    public static bool Read32BitTest(byte* p) => (MappedRegister.Read32(p) & 0x80) != 0;

    [MethodImpl(Compiled), Accesses(4, reads: 1, writes: 0)]
    public static bool Read32CompareLow(byte* p) => (MappedRegister.Read32(p) & 0xFFFF) == 237;

    [MethodImpl(Compiled), Accesses(4, reads: 1, writes: 0)]
    public static bool Read32CompareCast(byte* p) => (ushort)MappedRegister.Read32(p) == 237;

    [MethodImpl(Compiled), Accesses(4, reads: 1, writes: 0)]
    public static bool Read32Compare(byte* p) => MappedRegister.Read32(p) == 0xFFFF_FFFF;

    [MethodImpl(Compiled), Accesses(4, reads: 1, writes: 0)]
    public static byte Read32SecondByte(byte* p) => (byte)(MappedRegister.Read32(p) >> 8);

    [MethodImpl(Compiled), Accesses(4, reads: 1, writes: 0)]
    public static uint Read32High(byte* p) => MappedRegister.Read32(p) >> 16;

    [MethodImpl(Compiled), Accesses(4, reads: 1, writes: 0)]
    public static void Read32Discarded(byte* p) => _ = MappedRegister.Read32(p);

    [MethodImpl(Compiled), Accesses(4, reads: 1, writes: 0)]
    public static int Read32Switch(byte* p) => (MappedRegister.Read32(p) & 0xFF) switch { 1 => 10, 2 => 7, 9 => 3, _ => 0 };

    [MethodImpl(Compiled), Accesses(4, reads: 2, writes: 0)]
    public static bool Read32Twice(byte* p) => (MappedRegister.Read32(p) & 0xFF) == (MappedRegister.Read32(p) & 0xFF);

    [MethodImpl(Compiled), Accesses(4, reads: 1, writes: 0)]
    public static void Read32Poll(byte* p)
    {
        while ((MappedRegister.Read32(p) & 1) == 0)
        {
        }
    }

    [MethodImpl(Compiled), Accesses(8, reads: 1, writes: 0)]
    public static uint Read64CastUint(byte* p) => (uint)MappedRegister.Read64(p);

    [MethodImpl(Compiled), Accesses(8, reads: 1, writes: 0)]
    public static byte Read64CastByte(byte* p) => (byte)MappedRegister.Read64(p);

    [MethodImpl(Compiled), Accesses(8, reads: 1, writes: 0)]
    public static bool Read64BitTest(byte* p) => (MappedRegister.Read64(p) & 0x100) != 0;

    [MethodImpl(Compiled), Accesses(8, reads: 1, writes: 0)]
    public static bool Read64CompareLow(byte* p) => (MappedRegister.Read64(p) & 0xFFFF_FFFF) == 5;

    [MethodImpl(Compiled), Accesses(8, reads: 1, writes: 0)]
    public static uint Read64High(byte* p) => (uint)(MappedRegister.Read64(p) >> 32);

    [MethodImpl(Compiled), Accesses(8, reads: 1, writes: 0)]
    public static void Read64Discarded(byte* p) => _ = MappedRegister.Read64(p);

    [MethodImpl(Compiled), Accesses(1, reads: 0, writes: 2)]
    public static void Write8Neighbours(byte* p)
    {
        MappedRegister.Write8(p, 1);
        MappedRegister.Write8(p + 1, 2);
    }

    [MethodImpl(Compiled), Accesses(2, reads: 0, writes: 2)]
    public static void Write16Neighbours(byte* p)
    {
        MappedRegister.Write16(p, 1);
        MappedRegister.Write16(p + 2, 2);
    }

    [MethodImpl(Compiled), Accesses(2, reads: 0, writes: 1)]
    public static void Write16Cast(byte* p, uint value) => MappedRegister.Write16(p, (ushort)value);

    [MethodImpl(Compiled), Accesses(4, reads: 0, writes: 2)]
    public static void Write32Neighbours(byte* p)
    {
        MappedRegister.Write32(p, 0);
        MappedRegister.Write32(p + 4, 0);
    }

    [MethodImpl(Compiled), Accesses(4, reads: 0, writes: 2)]
    public static void Write32Twice(byte* p)
    {
        MappedRegister.Write32(p, 7);
        MappedRegister.Write32(p, 7);
    }

    [MethodImpl(Compiled), Accesses(4, reads: 0, writes: 1)]
    public static void Write32OfByte(byte* p, byte value) => MappedRegister.Write32(p, value);

    [MethodImpl(Compiled), Accesses(4, reads: 1, writes: 1)]
    public static void Modify32(byte* p) => MappedRegister.Write32(p, MappedRegister.Read32(p) | 0x80);

    [MethodImpl(Compiled), Accesses(4, reads: 1, writes: 1)]
    public static void Modify32LowByte(byte* p) => MappedRegister.Write32(p, (MappedRegister.Read32(p) & ~0xFFu) | 0x12);

    [MethodImpl(Compiled), Accesses(4, reads: 1, writes: 1)]
    public static void Echo32(byte* p) => MappedRegister.Write32(p + 0x40, MappedRegister.Read32(p) & 0xFFFF);

    [MethodImpl(Compiled), Accesses(8, reads: 0, writes: 1)]
    public static void Write64Constant(byte* p) => MappedRegister.Write64(p, 0x1_0000_0002);

    [MethodImpl(Compiled), Accesses(8, reads: 0, writes: 1)]
    public static void Write64OfUint(byte* p, uint value) => MappedRegister.Write64(p, value);

    [MethodImpl(Compiled), Accesses(8, reads: 1, writes: 1)]
    public static void Modify64(byte* p) => MappedRegister.Write64(p, MappedRegister.Read64(p) | 1);
}
