using System.Runtime.CompilerServices;

namespace TopHalf.Runtime.Tests.MachineCode;

/// <summary>The same with plain volatile reads: what the library must not do.</summary>
internal static unsafe class NaiveCallers
{
    private const MethodImplOptions Compiled = MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining;

    [MethodImpl(Compiled)]
    public static uint Mask(byte* p) => Volatile.Read(ref *(uint*)p) & 0xFFFF;

    [MethodImpl(Compiled)]
    public static byte Cast(byte* p) => (byte)Volatile.Read(ref *(uint*)p);

    [MethodImpl(Compiled)]
    public static bool CompareLow(byte* p) => (Volatile.Read(ref *(uint*)p) & 0xFFFF) == 237;

    [MethodImpl(Compiled)]
    public static bool BitTest(byte* p) => (Volatile.Read(ref *(uint*)p) & 0x80) != 0;
}
