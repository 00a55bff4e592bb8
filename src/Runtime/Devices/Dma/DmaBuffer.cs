using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace TopHalf;

/// <summary>
/// Memory that a device reads and writes itself, as <see cref="PciDevice.AllocateDma"/> gives it. Offsets are bytes from its start;
/// numbers are little-endian, as PCI devices write them.
/// </summary>
/// <remarks>
/// Any thread may read and write, the device too at any time: what it writes is waited for with a volatile read (a phase bit,
/// an interrupt before), and what it is told to read is written before the register that tells it; see <see cref="Publish"/>.
/// Errors: <see cref="ArgumentOutOfRangeException"/> outside the buffer, <see cref="ArgumentException"/> for an unaligned offset,
/// <see cref="ObjectDisposedException"/> when it was freed. A disposal must not run beside an access, nor before a span or a
/// reference of the memory was last used: the memory goes away with it.
/// </remarks>
public sealed unsafe class DmaBuffer : IDisposable
{
    private readonly PciDevice _device;
    private readonly byte* _memory;
    private ulong _length; // 0 once it is freed: every access then goes to the error

    internal DmaBuffer(PciDevice device, nint memory, ulong address, ulong length)
    {
        _device = device;
        _memory = (byte*)memory;
        _length = length;
        Address = address;
        Length = (long)length;
    }

    /// <summary>Where the device finds the first byte, the address to tell it. The process cannot use it.</summary>
    [InterruptSafe]
    public ulong Address { get; }

    /// <summary>Bytes, as asked for.</summary>
    [InterruptSafe]
    public long Length { get; }

    /// <summary>Where the process finds the first byte; 0 when it was freed.</summary>
    [InterruptSafe]
    public nint Memory => Volatile.Read(ref _length) == 0 ? 0 : (nint)_memory;

    /// <summary>All of it. Plain accesses: nothing orders them against the device's.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is longer than a span can be: take parts.</exception>
    [InterruptSafe]
    public Span<byte> Span => AsSpan(0, Length <= int.MaxValue ? (int)Length : -1);

    /// <summary>Part of it.</summary>
    /// <param name="offset">Bytes from the start.</param>
    /// <param name="length">Bytes.</param>
    [InterruptSafe]
    public Span<byte> AsSpan(long offset, int length)
    {
        Check(offset, length, alignment: 1);
        return new Span<byte>(_memory + offset, length);
    }

    /// <summary>A value in it, to read, to write, or for <see cref="Volatile"/>.</summary>
    /// <typeparam name="T">A structure as the device's manual lays it out.</typeparam>
    /// <param name="offset">Bytes from the start; a multiple of 8, or of the structure's size where that is 1, 2 or 4.</param>
    [InterruptSafe]
    public ref T At<T>(long offset)
        where T : unmanaged
    {
        Check(offset, sizeof(T), sizeof(T) is 1 or 2 or 4 ? sizeof(T) : 8);
        return ref *(T*)(_memory + offset);
    }

    /// <summary>Reads 8 bits; no later access of this thread comes before it.</summary>
    [InterruptSafe]
    public byte Read8(long offset) => Volatile.Read(ref At<byte>(offset));

    /// <summary>Reads 16 bits; no later access of this thread comes before it.</summary>
    [InterruptSafe]
    public ushort Read16(long offset) => Volatile.Read(ref At<ushort>(offset));

    /// <summary>Reads 32 bits; no later access of this thread comes before it.</summary>
    [InterruptSafe]
    public uint Read32(long offset) => Volatile.Read(ref At<uint>(offset));

    /// <summary>Reads 64 bits; no later access of this thread comes before it.</summary>
    [InterruptSafe]
    public ulong Read64(long offset) => Volatile.Read(ref At<ulong>(offset));

    /// <summary>Writes 8 bits; no earlier access of this thread comes after it.</summary>
    [InterruptSafe]
    public void Write8(long offset, byte value) => Volatile.Write(ref At<byte>(offset), value);

    /// <summary>Writes 16 bits; no earlier access of this thread comes after it.</summary>
    [InterruptSafe]
    public void Write16(long offset, ushort value) => Volatile.Write(ref At<ushort>(offset), value);

    /// <summary>Writes 32 bits; no earlier access of this thread comes after it.</summary>
    [InterruptSafe]
    public void Write32(long offset, uint value) => Volatile.Write(ref At<uint>(offset), value);

    /// <summary>Writes 64 bits; no earlier access of this thread comes after it.</summary>
    [InterruptSafe]
    public void Write64(long offset, ulong value) => Volatile.Write(ref At<ulong>(offset), value);

    /// <summary>
    /// Between what is written to memory and the register that sends the device to look at it: the device sees all of the former.
    /// Costs nothing on x86, where stores keep their order; a barrier elsewhere.
    /// </summary>
    [InterruptSafe]
    public static void Publish()
    {
        if (!X86Base.IsSupported)
        {
            Interlocked.MemoryBarrier();
        }
    }

    /// <summary>
    /// Frees it: the device reaches it no more. Stop the device from using it before: an access afterwards is refused by the IOMMU,
    /// and many cards stop for good then. Freeing twice, or after the device's disposal, does nothing.
    /// </summary>
    public void Dispose()
    {
        Invalidate();
        _device.Free(this);
    }

    /// <summary>Ends the accesses.</summary>
    internal void Invalidate() => Volatile.Write(ref _length, 0);

    /// <summary>Where the memory is, also when accesses have ended.</summary>
    internal nint Mapping => (nint)_memory;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Check(long offset, int length, int alignment)
    {
        // A negative number is a very high one here.
        ulong room = _length;
        if ((ulong)offset > room || (ulong)(uint)length > room - (ulong)offset || (offset & (alignment - 1)) != 0 || room == 0)
        {
            Refuse(offset, length, alignment);
        }
    }

    [InterruptUnsafe("throws only for what the buffer does not have, which is a mistake in the driver and no event")]
    private void Refuse(long offset, int length, int alignment)
    {
        ObjectDisposedException.ThrowIf(_length == 0, this);
        if ((ulong)offset <= _length && (ulong)(uint)length <= _length - (ulong)offset)
        {
            throw new ArgumentException(
                $"{_device.Name}: a DMA buffer: offset 0x{offset:X} is not a multiple of {alignment}.", nameof(offset));
        }

        throw new ArgumentOutOfRangeException(
            nameof(offset), offset, $"{_device.Name}: a DMA buffer has {_length:#,0} bytes; {(uint)length:#,0} at 0x{offset:X} lie outside it.");
    }
}
