using System.Runtime.InteropServices;

namespace TopHalf;

/// <summary>
/// An entry of a user-interrupt target table: which vector SENDUIPI posts, and in which <see cref="Upid"/>. 16 bytes. Processors read entries
/// while they are changed, without a lock over both words.
/// </summary>
/// <remarks>
/// Source of the layout: Intel SDM, Vol. 3, "User Interrupts", section "User IPIs", and Vol. 2, SENDUIPI. Bits 7:1 and 63:16 must be zero,
/// also bits 15:14, since a vector is below 64, and 69:64, since UPIDs are aligned to 64 bytes.
/// </remarks>
[StructLayout(LayoutKind.Explicit, Size = Size)]
internal struct UittEntry
{
    /// <summary>Bytes.</summary>
    public const int Size = 16;

    /// <summary>V, bit 0.</summary>
    public const ulong ValidBit = 1UL << 0;

    /// <summary>UV, bits 15:8, begins here.</summary>
    public const int VectorShift = 8;

    /// <summary>Bits 7:1 and 63:14 of the first word.</summary>
    public const ulong ReservedBits = ~(ValidBit | (0x3FUL << VectorShift));

    [FieldOffset(0)]
    private ulong _target;

    [FieldOffset(8)]
    private ulong _upidAddress;

    /// <param name="target">The first word as it is: V, UV and what is reserved.</param>
    /// <param name="upidAddress">The second word.</param>
    public UittEntry(ulong target, ulong upidAddress)
    {
        _target = target;
        _upidAddress = upidAddress;
    }

    /// <summary>The first word.</summary>
    public readonly ulong Target => Volatile.Read(in _target);

    /// <summary>UPIDADDR, the second word: a linear address.</summary>
    public readonly ulong UpidAddress => Volatile.Read(in _upidAddress);

    /// <summary>V.</summary>
    public readonly bool IsValid => (Target & ValidBit) != 0;

    /// <summary>UV: all eight bits, of which the upper two are reserved.</summary>
    public readonly byte Vector => (byte)(Target >> VectorShift);

    /// <summary>What SENDUIPI finds wrong with it.</summary>
    public readonly UserInterruptFault Check()
    {
        ulong target = Target;
        if ((target & ValidBit) == 0)
        {
            return UserInterruptFault.EntryNotValid;
        }

        if ((target & ReservedBits) != 0)
        {
            return UserInterruptFault.EntryReservedBits;
        }

        return UpidAddress % Upid.Alignment == 0 ? UserInterruptFault.None : UserInterruptFault.UpidMisaligned;
    }

    /// <summary>Fills an entry that is not valid; V is set last, so that nobody who finds it set reads the address of before.</summary>
    /// <param name="vector">0 to 63.</param>
    /// <param name="upidAddress">A multiple of 64.</param>
    /// <exception cref="ArgumentException">One of them cannot be.</exception>
    public void Fill(int vector, ulong upidAddress)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)vector, (uint)Upid.VectorCount, nameof(vector));
        if (upidAddress % Upid.Alignment != 0)
        {
            throw new ArgumentException($"0x{upidAddress:X} is no multiple of {Upid.Alignment}, as a UPID's address must be.", nameof(upidAddress));
        }

        Volatile.Write(ref _upidAddress, upidAddress);
        Volatile.Write(ref _target, ValidBit | ((ulong)vector << VectorShift));
    }

    /// <summary>Clears V. A SENDUIPI that has read the entry can still post.</summary>
    public void Invalidate() => Interlocked.And(ref _target, ~ValidBit);
}
