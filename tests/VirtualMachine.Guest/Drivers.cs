namespace TopHalf.VirtualMachine.Guest;

/// <summary>edu, with interrupts that the test raises through the device's own raise register.</summary>
[InterruptDriver(VendorId = 0x1234, DeviceId = 0x11E8)]
[IrqRelease(RegisterType.Mmio32, bar: 0, offset: 0x64, mask: 0xFFFF_FFFF)]
internal sealed partial class RaisedEdu(PciDevice device)
{
    private readonly Bar _registers = device.GetBar(0);
    private long _handled;
    private long _allocatedAtFirst;
    private long _allocated;
    private uint _lastStatus;
    private Exception? _toThrow;

    public long Handled => Volatile.Read(ref _handled);

    /// <summary>Bytes that the receive thread has allocated since its first interrupt.</summary>
    public long Allocated => Volatile.Read(ref _allocated);

    public uint LastStatus => Volatile.Read(ref _lastStatus);

    public void ThrowAtNext(Exception exception) => Volatile.Write(ref _toThrow, exception);

    /// <summary>What was raised and not acknowledged.</summary>
    public uint Pending => _registers.Read32(0x24);

    public void Raise(uint bits) => _registers.Write32(0x60, bits);

    [MsiVector(0)]
    [IrqPending(RegisterType.Mmio32, bar: 0, offset: 0x24, mask: 0xFFFF_FFFF)]
    [IrqAck(RegisterType.Mmio32, bar: 0, offset: 0x64, mask: 0xFFFF_FFFF, Clear = IrqClear.Echo)]
    private void OnRaised(in Interrupt irq)
    {
        if (Volatile.Read(ref _toThrow) is { } exception)
        {
#pragma warning disable TH4001 // What happens then is the case.
            throw exception;
#pragma warning restore TH4001
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread();
        if (_handled == 0)
        {
            _allocatedAtFirst = allocated;
        }

        Volatile.Write(ref _allocated, allocated - _allocatedAtFirst);
        Volatile.Write(ref _lastStatus, (uint)irq.Status);
        Volatile.Write(ref _handled, _handled + irq.Signals);
    }
}

/// <summary>edu without a pending descriptor, so that interrupts which only the kernel makes are handled too.</summary>
[InterruptDriver(VendorId = 0x1234, DeviceId = 0x11E8)]
internal sealed partial class TriggeredEdu
{
    private long _handled;
    private string? _thread;

    public long Handled => Volatile.Read(ref _handled);

    /// <summary>What /proc says of the receive thread: its policy, and the processors it may run on.</summary>
    public string? Scheduling => Volatile.Read(ref _thread);

    [MsiVector(0)]
    private void OnTriggered(in Interrupt irq)
    {
        Volatile.Write(ref _thread, _thread ?? ThreadScheduling());
        Volatile.Write(ref _handled, _handled + irq.Signals);
    }

    // /proc/thread-self/stat, field 41 after the name: the policy, 1 for SCHED_FIFO (proc(5)).
    [InterruptUnsafe("Read once, to be looked at by the case")]
    private static string ThreadScheduling()
    {
        string afterName = File.ReadAllText("/proc/thread-self/stat").Split(')')[^1].Trim();
        string cpus = File.ReadLines("/proc/thread-self/status").Single(line => line.StartsWith("Cpus_allowed_list:", StringComparison.Ordinal));
        return $"policy {afterName.Split(' ')[38]}, priority {afterName.Split(' ')[37]}, cpus {cpus.Split(':')[1].Trim()}";
    }
}

/// <summary>edu, with a pending register that it does not have: that reads all ones, as everything does of a card that is gone.</summary>
[InterruptDriver(VendorId = 0x1234, DeviceId = 0x11E8)]
internal sealed partial class AllOnesEdu
{
    private long _handled;

    public long Handled => Volatile.Read(ref _handled);

    [MsiVector(0)]
    [IrqPending(RegisterType.Mmio32, bar: 0, offset: 0x28, mask: 0xFFFF_FFFF)]
    [IrqAck(RegisterType.Mmio32, bar: 0, offset: 0x28, mask: 0xFFFF_FFFF, Clear = IrqClear.AtSource)]
    private void OnInterrupt(in Interrupt irq)
    {
        Check.Equal(0xFFFF_FFFFul, irq.Status);
        Volatile.Write(ref _handled, _handled + irq.Signals);
    }
}

/// <summary>A driver of another card.</summary>
[InterruptDriver(VendorId = 0x8086, DeviceId = 0x10D3)]
internal sealed partial class OtherCard
{
    [MsiVector(0)]
    private void OnInterrupt(in Interrupt irq)
    {
    }
}

/// <summary>All 65 MSI-X vectors of QEMU's NVMe controller, which is more than the switch takes: the table of handlers.</summary>
[InterruptDriver]
internal sealed partial class EveryVector
{
    public const int Count = 65;
    private readonly long[] _handled = new long[Count];

    public long Handled(int vector) => Volatile.Read(ref _handled[vector]);

    [MsiVector(0)]
    private void OnAdmin(in Interrupt irq) => Add(irq);

    [MsiVector(1, Count = Count - 1, Thread = "io")]
    private void OnQueue(in Interrupt irq)
    {
        Check.Equal(irq.Vector - 1, irq.Index);
        Add(irq);
    }

    private void Add(in Interrupt irq) => Volatile.Write(ref _handled[irq.Vector], _handled[irq.Vector] + irq.Signals);
}
