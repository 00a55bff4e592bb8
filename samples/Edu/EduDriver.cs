namespace TopHalf.Samples.Edu;

/// <summary>A driver for QEMU's educational device (docs/specs/edu in QEMU), which computes factorials.</summary>
[InterruptDriver(VendorId = 0x1234, DeviceId = 0x11E8)]
[IrqRelease(RegisterType.Mmio32, bar: 0, offset: Status, mask: RaiseWhenDone, value: 0)]
public sealed partial class EduDriver(PciDevice device)
{
    private const uint Identification = 0x00;
    private const uint Liveness = 0x04;
    private const uint FactorialValue = 0x08;
    private const uint Status = 0x20;
    private const uint InterruptStatus = 0x24;
    private const uint InterruptAcknowledge = 0x64;
    private const uint RaiseWhenDone = 0x80;

    private readonly Bar _registers = device.GetBar(0);
    private uint _result;
    private long _lastStatus;
    private long _completed;

    /// <summary>0xRRrr00ED: major and minor revision, and the device's mark.</summary>
    public uint Id => _registers.Read32(Identification);

    /// <summary>The status of the last interrupt; 1 after a factorial.</summary>
    public long LastStatus => Volatile.Read(ref _lastStatus);

    /// <summary>The device answers with the complement of what it is sent.</summary>
    public bool IsAlive(uint probe)
    {
        _registers.Write32(Liveness, probe);
        return _registers.Read32(Liveness) == ~probe;
    }

    /// <summary>n! modulo 2³², computed by the device; returns when its interrupt was handled. One caller at a time.</summary>
    /// <exception cref="TimeoutException">No interrupt came within five seconds.</exception>
    public uint Factorial(uint n)
    {
        long expected = Volatile.Read(ref _completed) + 1;
        _registers.Write32(Status, RaiseWhenDone);
        _registers.Write32(FactorialValue, n);
        long deadline = Environment.TickCount64 + 5_000;
        SpinWait spinner = default;
        while (Volatile.Read(ref _completed) < expected)
        {
            // Yields, but never sleeps: an interrupt takes microseconds, and the shortest sleep is a millisecond.
            spinner.SpinOnce(sleep1Threshold: -1);
            if (Environment.TickCount64 > deadline)
            {
                throw new TimeoutException($"{device.Name}: no interrupt came for the factorial of {n}.");
            }
        }

        return Volatile.Read(ref _result);
    }

    [MsiVector(0)]
    [IrqPending(RegisterType.Mmio32, bar: 0, offset: InterruptStatus, mask: 0xFFFF_FFFF)]
    [IrqAck(RegisterType.Mmio32, bar: 0, offset: InterruptAcknowledge, mask: 0xFFFF_FFFF, Clear = IrqClear.Echo)]
    private void OnFactorialDone(in Interrupt irq)
    {
        Volatile.Write(ref _result, _registers.Read32(FactorialValue));
        Volatile.Write(ref _lastStatus, (long)irq.Status);
        Interlocked.Add(ref _completed, irq.Signals);
    }
}
