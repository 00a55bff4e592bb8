using System.Runtime.CompilerServices;

namespace TopHalf;

/// <summary>
/// The registers behind one base address register, as <see cref="PciDevice.GetBar"/> gives them: a value that can be copied
/// freely and costs one reference. Each access touches the device once and has exactly the width of its name, whatever the
/// caller does with the value. Offsets are bytes from the start of the BAR and multiples of the width.
/// </summary>
/// <remarks>
/// Any thread may read and write; the device sees the accesses of one thread in their order, and nothing orders two threads.
/// Errors: <see cref="InvalidOperationException"/> for a default value, <see cref="ArgumentOutOfRangeException"/> outside the
/// BAR, <see cref="ArgumentException"/> for an unaligned offset, <see cref="ObjectDisposedException"/> when the device was
/// disposed. A disposal must not run beside an access: what is mapped goes away with it.
/// </remarks>
[InterruptSafe]
public readonly unsafe struct Bar
{
    private readonly BarRegion? _region;

    internal Bar(BarRegion region) => _region = region;

    /// <summary>The length in bytes.</summary>
    public ulong Length => Region.Length;

    /// <summary>True for a BAR of I/O ports: each access is a system call.</summary>
    public bool IsPort => Region.IsPort;

    /// <summary>Whether a register of that width can be had in one access; false where only two of half the width reach it.</summary>
    internal bool Reaches(ulong offset, int width) => Region.Reaches(offset, width);

    /// <summary>How native code reaches a register.</summary>
    [InterruptUnsafe("runs when a binding begins")]
    internal RegisterLocation Locate(ulong offset, int width) => Region.Locate(offset, width);

    private BarRegion Region => OrThrow(_region);

    /// <summary>Reads the 8 bits at <paramref name="offset"/>, in one access.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte Read8(ulong offset)
    {
        BarRegion? region = _region;
        return region is not null && region.InWindow(offset, 1)
            ? MappedRegister.Read8(region.Window + offset)
            : (byte)SlowRead(region, offset, 1);
    }

    /// <summary>Reads the 16 bits at <paramref name="offset"/>, in one access.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ushort Read16(ulong offset)
    {
        BarRegion? region = _region;
        return region is not null && region.InWindow(offset, 2)
            ? MappedRegister.Read16(region.Window + offset)
            : (ushort)SlowRead(region, offset, 2);
    }

    /// <summary>Reads the 32 bits at <paramref name="offset"/>, in one access.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Read32(ulong offset)
    {
        BarRegion? region = _region;
        return region is not null && region.InWindow(offset, 4)
            ? MappedRegister.Read32(region.Window + offset)
            : (uint)SlowRead(region, offset, 4);
    }

    /// <summary>Reads the 64 bits at <paramref name="offset"/>, in one access.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Read64(ulong offset)
    {
        BarRegion? region = _region;
        return region is not null && region.InWindow(offset, 8)
            ? MappedRegister.Read64(region.Window + offset)
            : SlowRead(region, offset, 8);
    }

    /// <summary>Writes the 8 bits at <paramref name="offset"/>, in one access.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write8(ulong offset, byte value)
    {
        BarRegion? region = _region;
        if (region is not null && region.InWindow(offset, 1))
        {
            MappedRegister.Write8(region.Window + offset, value);
        }
        else
        {
            SlowWrite(region, offset, 1, value);
        }
    }

    /// <summary>Writes the 16 bits at <paramref name="offset"/>, in one access.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write16(ulong offset, ushort value)
    {
        BarRegion? region = _region;
        if (region is not null && region.InWindow(offset, 2))
        {
            MappedRegister.Write16(region.Window + offset, value);
        }
        else
        {
            SlowWrite(region, offset, 2, value);
        }
    }

    /// <summary>Writes the 32 bits at <paramref name="offset"/>, in one access.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write32(ulong offset, uint value)
    {
        BarRegion? region = _region;
        if (region is not null && region.InWindow(offset, 4))
        {
            MappedRegister.Write32(region.Window + offset, value);
        }
        else
        {
            SlowWrite(region, offset, 4, value);
        }
    }

    /// <summary>Writes the 64 bits at <paramref name="offset"/>, in one access.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write64(ulong offset, ulong value)
    {
        BarRegion? region = _region;
        if (region is not null && region.InWindow(offset, 8))
        {
            MappedRegister.Write64(region.Window + offset, value);
        }
        else
        {
            SlowWrite(region, offset, 8, value);
        }
    }

    // Static, with the region by value: a Bar whose address nobody takes stays in a register.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong SlowRead(BarRegion? region, ulong offset, int width) => OrThrow(region).CheckedRead(offset, width);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void SlowWrite(BarRegion? region, ulong offset, int width, ulong value)
        => OrThrow(region).CheckedWrite(offset, width, value);

    [InterruptUnsafe("throws only for a default value, which is a mistake in the driver and no event")]
    private static BarRegion OrThrow(BarRegion? region) => region
        ?? throw new InvalidOperationException("This Bar is a default value that belongs to no device; get one from PciDevice.GetBar.");
}
