namespace TopHalf.Samples.Edu;

/// <summary>
/// The educational device as C#, register by register as QEMU's: factorials and transfers are done on threads of the device's own,
/// and an interrupt stays pending until it is acknowledged. It has a message and a line; the line is high while anything is pending.
/// </summary>
public sealed class SimulatedEdu() : SimulatedDevice(new SimulatedDeviceOptions
{
    Name = "simulated edu",
    VendorId = 0x1234,
    DeviceId = 0x11E8,
    Bars = { [0] = new SimulatedBar(EduRegisters.Length) },
    MsiVectors = 1,
    HasLine = true,
})
{
    private const uint Revision = 0x0100_00ED;
    private const uint Computing = 0x01;
    private const uint InterruptRaise = 0x60;

    // The device's own state: its threads and the bus all touch it.
    private readonly object _state = new();
    private readonly SimulatedTransfer _transfer = new();
    private uint _liveness;
    private uint _factorial;
    private uint _status;
    private uint _interruptStatus;

    /// <inheritdoc/>
    protected override ulong ReadRegister(in RegisterAccess access)
    {
        lock (_state)
        {
            return access switch
            {
                { Width: < 4 } => 0,
                { Width: 8, Offset: < EduRegisters.DmaSource } => ulong.MaxValue,
                { Offset: EduRegisters.Identification } => Revision,
                { Offset: EduRegisters.Liveness } => _liveness,
                { Offset: EduRegisters.FactorialValue } => _factorial,
                { Offset: EduRegisters.Status } => _status,
                { Offset: EduRegisters.InterruptStatus } => _interruptStatus,
                _ => _transfer.Read(access.Offset) ?? ulong.MaxValue,
            };
        }
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The command of a transfer that leaves the device's buffer.</exception>
    protected override void WriteRegister(in RegisterAccess access)
    {
        lock (_state)
        {
            uint value = (uint)access.Value;
            switch (access)
            {
                case { Width: < 4 } or { Width: 8, Offset: < EduRegisters.DmaSource }:
                    break;
                case { Offset: EduRegisters.Liveness }:
                    _liveness = ~value;
                    break;
                case { Offset: EduRegisters.FactorialValue }:
                    StartFactorial(value);
                    break;
                case { Offset: EduRegisters.Status }:
                    _status = (_status & ~EduRegisters.RaiseWhenDone) | (value & EduRegisters.RaiseWhenDone);
                    break;
                case { Offset: InterruptRaise }:
                    SetPending(value);
                    break;
                case { Offset: EduRegisters.InterruptAcknowledge }:
                    _interruptStatus &= ~value;
                    SetLine(_interruptStatus != 0);
                    break;
                default:
                    if (_transfer.Write(access.Offset, access.Value))
                    {
                        ThreadPool.UnsafeQueueUserWorkItem(static device => device.Move(), this, preferLocal: false);
                    }

                    break;
            }
        }
    }

    private void StartFactorial(uint n)
    {
        if ((_status & Computing) != 0)
        {
            return; // as the real one: a computation is not interrupted
        }

        _status |= Computing;
        _factorial = n;
        ThreadPool.UnsafeQueueUserWorkItem(static both => both.Device.ComputeFactorial(both.N), (Device: this, N: n), preferLocal: false);
    }

    private void ComputeFactorial(uint n)
    {
        uint product = 1;
        for (; n > 1; n--)
        {
            product *= n;
        }

        lock (_state)
        {
            _factorial = product;
            _status &= ~Computing;
            if ((_status & EduRegisters.RaiseWhenDone) != 0)
            {
                SetPending(EduRegisters.FactorialDone);
            }
        }
    }

    private void Move()
    {
        lock (_state)
        {
            if (_transfer.Move(this))
            {
                SetPending(EduRegisters.DmaDone);
            }
        }
    }

    private void SetPending(uint bits)
    {
        _interruptStatus |= bits;
        if (_interruptStatus != 0)
        {
            // One of the two arrives, whichever is enabled.
            Raise(0);
            SetLine(true);
        }
    }
}
