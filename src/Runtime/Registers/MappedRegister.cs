using System.Runtime.CompilerServices;

namespace TopHalf;

/// <summary>
/// Accesses to mapped registers: each is one load or store of exactly the width of its name, made once, neither left out nor
/// merged with another. The address must be a multiple of the width.
/// </summary>
/// <remarks>
/// The JIT may load fewer bytes than asked for where the caller uses only some of them (a cast, a mask, a test of a bit), and a
/// volatile read does not forbid it; a device that takes one width only then answers nonsense. So each read stores the whole value
/// in a local variable and reads that one: what the caller does narrows the second read, on the stack. Both are volatile, since a
/// 64-bit read whose value nobody uses shrank to the 4 bytes of a null check otherwise. The tests look at the machine code.
/// Nothing here allocates or locks.
/// </remarks>
[InterruptSafe]
internal static unsafe class MappedRegister
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte Read8(byte* address)
    {
        Unsafe.SkipInit(out byte value);
        Volatile.Write(ref value, Volatile.Read(ref *address));
        return Volatile.Read(ref value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort Read16(byte* address)
    {
        Unsafe.SkipInit(out ushort value);
        Volatile.Write(ref value, Volatile.Read(ref *(ushort*)address));
        return Volatile.Read(ref value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Read32(byte* address)
    {
        Unsafe.SkipInit(out uint value);
        Volatile.Write(ref value, Volatile.Read(ref *(uint*)address));
        return Volatile.Read(ref value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Read64(byte* address)
    {
        Unsafe.SkipInit(out ulong value);
        Volatile.Write(ref value, Volatile.Read(ref *(ulong*)address));
        return Volatile.Read(ref value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write8(byte* address, byte value) => Volatile.Write(ref *address, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write16(byte* address, ushort value) => Volatile.Write(ref *(ushort*)address, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write32(byte* address, uint value) => Volatile.Write(ref *(uint*)address, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write64(byte* address, ulong value) => Volatile.Write(ref *(ulong*)address, value);
}
