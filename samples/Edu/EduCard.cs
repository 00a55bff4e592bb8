using System.Diagnostics;

namespace TopHalf.Samples.Edu;

/// <summary>
/// What the educational device does for its driver: factorials, and transfers between memory and its own buffer. How its
/// interrupts come is the matter of the driver's class.
/// </summary>
/// <remarks>One caller of <see cref="Factorial"/> at a time, and one of the transfers; the two may be different threads.</remarks>
public sealed class EduCard
{
    /// <summary>The length of the device's buffer.</summary>
    public const int BufferLength = EduRegisters.BufferLength;

    private const int Received = BufferLength; // memory: what is sent, and behind it what is received

    private readonly PciDevice _device;
    private readonly TimeSpan _timeLimit;
    private readonly Bar _registers;
    private readonly DmaBuffer _memory;
    private uint _product;
    private long _lastStatus;
    private long _factorials;
    private long _transfers;

    /// <summary>Before interrupts are enabled: what the device has left pending is not for this driver.</summary>
    /// <param name="device">The device. The memory of transfers is freed with it.</param>
    /// <param name="timeLimit">After how long an interrupt is taken for lost; five seconds unless told.</param>
    public EduCard(PciDevice device, TimeSpan? timeLimit = null)
    {
        ArgumentNullException.ThrowIfNull(device);
        _device = device;
        _timeLimit = timeLimit ?? TimeSpan.FromSeconds(5);
        _registers = device.GetBar(0);
        _memory = device.AllocateDma(2 * BufferLength, EduRegisters.AddressBits);
        _registers.Write32(EduRegisters.InterruptAcknowledge, 0xFFFF_FFFF);
    }

    /// <summary>0xRRrr00ED: major and minor revision, and the device's mark.</summary>
    public uint Id => _registers.Read32(EduRegisters.Identification);

    /// <summary>The interrupt status of the last interrupt that a handler was called for.</summary>
    public long LastStatus => Volatile.Read(ref _lastStatus);

    /// <summary>The device answers with the complement of what it is sent.</summary>
    public bool IsAlive(uint probe)
    {
        _registers.Write32(EduRegisters.Liveness, probe);
        return _registers.Read32(EduRegisters.Liveness) == ~probe;
    }

    /// <summary>n! modulo 2³², computed by the device; returns when its interrupt was handled.</summary>
    /// <exception cref="TimeoutException">No interrupt came in time.</exception>
    public uint Factorial(uint n)
    {
        long expected = Volatile.Read(ref _factorials) + 1;
        _registers.Write32(EduRegisters.Status, EduRegisters.RaiseWhenDone);
        _registers.Write32(EduRegisters.FactorialValue, n);

        // Yields, but never sleeps: an interrupt takes microseconds, and the shortest sleep is a millisecond.
        Await(() => Volatile.Read(ref _factorials) >= expected, sleepAfter: -1, $"the factorial of {n}");
        return Volatile.Read(ref _product);
    }

    /// <summary>Moves bytes from memory to the device's buffer; returns when the interrupt of the end was handled.</summary>
    /// <param name="bytes">At least one.</param>
    /// <param name="place">Where in the buffer; all of them must have room.</param>
    /// <exception cref="IOException">The device still works at a transfer that was given up.</exception>
    /// <exception cref="TimeoutException">No interrupt came in time. The device may still read the driver's memory.</exception>
    public void Send(ReadOnlySpan<byte> bytes, int place)
    {
        Check(bytes.Length, place);
        CheckIdle();
        bytes.CopyTo(_memory.AsSpan(0, bytes.Length));
        DmaBuffer.Publish();
        Transfer(_memory.Address, EduRegisters.Buffer + (ulong)place, bytes.Length, 0);
    }

    /// <summary>Moves bytes from the device's buffer to memory.</summary>
    /// <inheritdoc cref="Send"/>
    public void Receive(Span<byte> bytes, int place)
    {
        Check(bytes.Length, place);
        CheckIdle();
        Transfer(EduRegisters.Buffer + (ulong)place, _memory.Address + Received, bytes.Length, EduRegisters.ToMemory);
        _memory.AsSpan(Received, bytes.Length).CopyTo(bytes);
    }

    /// <summary>For the handler of <see cref="EduRegisters.FactorialDone"/>.</summary>
    [InterruptSafe]
    internal void FactorialDone(in Interrupt irq)
    {
        Volatile.Write(ref _product, _registers.Read32(EduRegisters.FactorialValue));
        Volatile.Write(ref _lastStatus, (long)irq.Status);
        Interlocked.Increment(ref _factorials);
    }

    /// <summary>For the handler of <see cref="EduRegisters.DmaDone"/>.</summary>
    [InterruptSafe]
    internal void TransferDone(in Interrupt irq)
    {
        Volatile.Write(ref _lastStatus, (long)irq.Status);
        Interlocked.Increment(ref _transfers);
    }

    private bool IsMoving => (_registers.Read32(EduRegisters.DmaCommand) & EduRegisters.Run) != 0;

    private void Transfer(ulong source, ulong destination, int length, uint direction)
    {
        long expected = Volatile.Read(ref _transfers) + 1;
        _registers.Write64(EduRegisters.DmaSource, source);
        _registers.Write64(EduRegisters.DmaDestination, destination);
        _registers.Write64(EduRegisters.DmaCount, (ulong)length);
        _registers.Write64(EduRegisters.DmaCommand, EduRegisters.Run | EduRegisters.RaiseWhenMoved | direction);

        // QEMU's device takes a tenth of a second. The second look is for a late interrupt of a transfer that was given up.
        Await(() => Volatile.Read(ref _transfers) >= expected && !IsMoving, sleepAfter: 20, $"the transfer of {length} bytes");
    }

    private void CheckIdle()
    {
        if (IsMoving)
        {
            throw new IOException($"{_device.Name}: the device still works at a transfer that was given up.");
        }
    }

    private void Await(Func<bool> isDone, int sleepAfter, string what)
    {
        long start = Stopwatch.GetTimestamp();
        SpinWait spinner = default;
        while (!isDone())
        {
            spinner.SpinOnce(sleepAfter);
            if (Stopwatch.GetElapsedTime(start) > _timeLimit)
            {
                throw new TimeoutException($"{_device.Name}: no interrupt came for {what}.");
            }
        }
    }

    private static void Check(int length, int place)
    {
        if (length < 1 || place < 0 || place > BufferLength - length)
        {
            throw new ArgumentException($"{length} bytes at {place}: the device's buffer has {BufferLength}, and a transfer at least one.", nameof(place));
        }
    }
}
