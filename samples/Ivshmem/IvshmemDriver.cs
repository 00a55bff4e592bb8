namespace TopHalf.Samples.Ivshmem;

/// <summary>
/// A driver for QEMU's ivshmem-doorbell: vectors that another machine, or a program of the host, rings whenever it likes, and memory
/// that is shared with it.
/// </summary>
/// <remarks>
/// <para>
/// <see cref="Prepare"/>, then enable interrupts, then <see cref="Exchange"/>. One thread at a time.
/// </para>
/// <para>
/// The card has no register that says who rang. What is pending stands in the shared memory, the number that the peer wrote before it
/// rang, and the acknowledge writes that number back beside it.
/// </para>
/// </remarks>
[InterruptDriver(VendorId = 0x1AF4, DeviceId = 0x1110)]
[DeviceBar(0, IvshmemRegisters.Length)]
[DeviceBar(2, SharedLayout.Length)]
[IrqRelease(RegisterType.Mmio32, bar: 2, offset: SharedLayout.Request, mask: 0xFFFF_FFFF, value: 0)]
public sealed partial class IvshmemDriver
{
    private readonly PciDevice _device;
    private readonly TimeSpan _timeLimit;
    private readonly Bar _registers;
    private readonly Bar _memory;
    private readonly VectorState[] _vectors = new VectorState[SharedLayout.Vectors];
    private uint _peer;

    /// <summary>Looks whether it is the card; leaves it as it is.</summary>
    /// <param name="device">The card.</param>
    /// <param name="timeLimit">After how long a peer of whom nothing is heard is taken for gone; ten seconds unless told.</param>
    /// <exception cref="IOException">It is another card, or its memory is too small.</exception>
    public IvshmemDriver(PciDevice device, TimeSpan? timeLimit = null)
    {
        _device = device;
        _timeLimit = timeLimit ?? TimeSpan.FromSeconds(10);
        uint identifier = device.ReadConfig32(0);
        if (identifier != IvshmemRegisters.Identifier)
        {
            throw new IOException($"{device.Name}: it is {identifier & 0xFFFF:x4}:{identifier >> 16:x4}, and this driver is for 1af4:1110, QEMU's ivshmem-doorbell.");
        }

        _registers = device.GetBar(0);
        _memory = device.GetBar(2);
        if (_memory.Length < SharedLayout.Length)
        {
            throw new IOException($"{device.Name}: the shared memory has {_memory.Length} bytes; {SharedLayout.Length} are needed.");
        }
    }

    /// <summary>What was counted for a vector since the exchange began. Any thread.</summary>
    public VectorCount CountOf(int vector)
    {
        ref VectorState state = ref _vectors[vector];
        return new VectorCount(
            Volatile.Read(ref state.Number) - Volatile.Read(ref state.First),
            Volatile.Read(ref state.Interrupts),
            Volatile.Read(ref state.Late),
            Volatile.Read(ref state.RungBack),
            Volatile.Read(ref state.Backwards));
    }

    // The number is read again: the peer may have gone on, and where interrupts are merged the status is one that was never written.
    [MsiVector(0, Count = SharedLayout.Vectors)]
    [IrqPending(RegisterType.Mmio32, bar: 2, offset: SharedLayout.Sent, mask: 0xFFFF_FFFF, Stride = SharedLayout.VectorStride)]
    [IrqAck(RegisterType.Mmio32, bar: 2, offset: SharedLayout.Seen, mask: 0xFFFF_FFFF, Clear = IrqClear.Echo, Stride = SharedLayout.VectorStride)]
    private void OnDoorbell(in Interrupt irq)
    {
        ref VectorState state = ref _vectors[irq.Index];
        uint number = _memory.Read32(SharedLayout.Of(SharedLayout.Sent, irq.Index));
        int news = (int)(number - state.Number);
        if (news <= 0)
        {
            // An interrupt before has found its number already; but numbers never go down.
            ref long count = ref news == 0 ? ref state.Late : ref state.Backwards;
            Volatile.Write(ref count, count + 1);
            return;
        }

        // Who finds the number has to find the ring counted.
        Volatile.Write(ref state.Interrupts, state.Interrupts + 1);
        Volatile.Write(ref state.RungBack, state.RungBack + 1);
        _registers.Write32(IvshmemRegisters.Doorbell, IvshmemRegisters.Ring(_peer, irq.Index));
        Volatile.Write(ref state.Number, number);
    }

    /// <summary>Written by the handler, but for the beginning of an exchange.</summary>
    private struct VectorState
    {
        public uint First;
        public uint Number;
        public long Interrupts;
        public long Late;
        public long RungBack;
        public long Backwards;
    }
}
