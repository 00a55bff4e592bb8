using System.Runtime.CompilerServices;

namespace TopHalf.Runtime.Tests.MachineCode;

/// <summary>The same through <see cref="Bar"/>, as drivers do it.</summary>
internal static class BarCallers
{
    private const MethodImplOptions Compiled = MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining;

    [MethodImpl(Compiled), Accesses(1, reads: 1, writes: 0)]
    public static bool Read8BitTest(Bar bar) => (bar.Read8(0x24) & 4) != 0;

    [MethodImpl(Compiled), Accesses(2, reads: 1, writes: 0)]
    public static byte Read16Cast(Bar bar) => (byte)bar.Read16(0x24);

    [MethodImpl(Compiled), Accesses(4, reads: 1, writes: 0)]
    public static bool Read32CompareLow(Bar bar) => (bar.Read32(0x24) & 0xFFFF) == 237;

    [MethodImpl(Compiled), Accesses(4, reads: 1, writes: 0)]
    public static byte Read32CastByte(Bar bar) => (byte)bar.Read32(0x24);

    [MethodImpl(Compiled), Accesses(4, reads: 1, writes: 0)]
    public static bool Read32BitTest(Bar bar) => (bar.Read32(0x24) & 0x80) != 0;

    [MethodImpl(Compiled), Accesses(1, reads: 0, writes: 1)]
    public static void Write8(Bar bar, uint value) => bar.Write8(0x60, (byte)value);

    [MethodImpl(Compiled), Accesses(2, reads: 0, writes: 1)]
    public static void Write16(Bar bar, uint value) => bar.Write16(0x60, (ushort)value);

    [MethodImpl(Compiled), Accesses(4, reads: 0, writes: 1)]
    public static void Write32(Bar bar, byte value) => bar.Write32(0x60, value);
}
