namespace TopHalf.Samples.Edu;

/// <summary>
/// The educational device as C#, register by register as QEMU's: a factorial is computed on a thread of the device's own, and
/// an interrupt stays pending until it is acknowledged.
/// </summary>
public sealed class SimulatedEdu() : SimulatedDevice(new SimulatedDeviceOptions
{
    Name = "simulated edu",
    VendorId = 0x1234,
    DeviceId = 0x11E8,
    Bars = { [0] = new SimulatedBar(0x10_0000) },
    MsiVectors = 1,
})
{
    private const uint Revision = 0x0100_00ED;
    private const uint Computing = 0x01;
    private const uint RaiseWhenDone = 0x80;
    private const uint FactorialInterrupt = 0x01;

    // The device's own state: its factorial thread and the bus both touch it.
    private readonly object _state = new();
    private uint _liveness;
    private uint _factorial;
    private uint _status;
    private uint _interruptStatus;

    /// <inheritdoc/>
    protected override ulong ReadRegister(in RegisterAccess access)
    {
        if (!Answers(access))
        {
            return 0;
        }

        lock (_state)
        {
            return access.Offset switch
            {
                0x00 => Revision,
                0x04 => _liveness,
                0x08 => _factorial,
                0x20 => _status,
                0x24 => _interruptStatus,
                _ => ulong.MaxValue,
            };
        }
    }

    /// <inheritdoc/>
    protected override void WriteRegister(in RegisterAccess access)
    {
        uint value = (uint)access.Value;
        switch (access.Offset)
        {
            case var _ when !Answers(access):
                break;
            case 0x04:
                _liveness = ~value;
                break;
            case 0x08:
                StartFactorial(value);
                break;
            case 0x20:
                lock (_state)
                {
                    _status = (_status & ~RaiseWhenDone) | (value & RaiseWhenDone);
                }

                break;
            case 0x60:
                SetPending(value);
                break;
            case 0x64:
                lock (_state)
                {
                    _interruptStatus &= ~value;
                }

                break;
        }
    }

    /// <summary>The registers below 0x80 take accesses of 32 bits only; this model has no others.</summary>
    private static bool Answers(in RegisterAccess access) => access is { Offset: < 0x80, Width: 4 };

    private void StartFactorial(uint n)
    {
        lock (_state)
        {
            if ((_status & Computing) != 0)
            {
                return; // as the real one: a computation is not interrupted
            }

            _status |= Computing;
            _factorial = n;
        }

        ThreadPool.UnsafeQueueUserWorkItem(static device => device.ComputeFactorial(), this, preferLocal: false);
    }

    private void ComputeFactorial()
    {
        uint product = 1;
        for (uint n = _factorial; n > 1; n--)
        {
            product *= n;
        }

        bool raise;
        lock (_state)
        {
            _factorial = product;
            _status &= ~Computing;
            raise = (_status & RaiseWhenDone) != 0;
        }

        if (raise)
        {
            SetPending(FactorialInterrupt);
        }
    }

    private void SetPending(uint bits)
    {
        lock (_state)
        {
            _interruptStatus |= bits;
        }

        if (bits != 0)
        {
            Raise(0);
        }
    }
}
