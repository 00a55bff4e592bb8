/// <summary>I2C master: one transaction at a time, as a state machine that each interrupt moves on.</summary>
// information is not the point
[InterruptDriver(VendorId = 0x8086, DeviceId = 0x9D60)]
[DeviceBar(0, 0x200)]
internal sealed partial class I2cBus(PciDevice device)
{
    private readonly Bar _registers = device.GetBar(0);
    private readonly ErrorNotes _notes = new();
    private readonly byte[] _data = new byte[32];
    private Phase _phase;
    private int _at;
    private int _length;
    private int _state;

    public bool IsIdle => Volatile.Read(ref _state) == 0;

    [MsiVector(0)]
    [IrqPending(RegisterType.Mmio32, bar: 0, offset: 0x2C, mask: 0x7F)]
    [IrqAck(RegisterType.Mmio32, bar: 0, offset: 0x2C, mask: 0x7F, Clear = IrqClear.Echo)]
    private void OnBus(in Interrupt irq)
    {
        if ((irq.Status & 0x40) != 0)
        {
            _notes.Lost((uint)irq.Status, _at); //p TH2003|TH2007
            _phase = Phase.Stop;
        }

        _phase = Step(_phase);
        if (_phase == Phase.Idle)
        {
            Volatile.Write(ref _state, 0);
        }
    }

    private Phase Step(Phase phase)
    {
        switch (phase)
        {
            case Phase.Address:
                _registers.Write32(0x10, 0x50 << 1);
                return _length > 0 ? Phase.Data : Phase.Stop;
            case Phase.Data when _at < _length:
                _registers.Write32(0x10, _data[_at++ & 31]);
                return _at == _length ? Phase.Stop : Phase.Data;
            case Phase.Data:
            case Phase.Stop:
                _registers.Write32(0x10, 1u << 9);
                _at = 0;
                return Phase.Idle;
            default:
                return Phase.Idle;
        }
    }

    private enum Phase
    {
        Idle,
        Address,
        Data,
        Stop,
    }

    private sealed class ErrorNotes
    {
        private readonly (uint Status, int At)[] _ring = new (uint, int)[16];
        private int _next;
#if PLANTED
        private int _told;

        public void Lost(uint status, int at)
        {
            Note("arbitration", status, at);
            _ring[_next++ & 15] = (status, at);
        }

        private void Note(string what, params object[] values) => _told += what.Length + values.Length;
#else

        public void Lost(uint status, int at) => _ring[_next++ & 15] = (status, at);
#endif
    }
}
