namespace Bus;

/// <summary>An I²C master that is moved on byte by byte: address, data, stop.</summary>
[InterruptDriver(VendorId = 0x1234)]
[DeviceBar(0, 0x40)]
internal sealed partial class I2cMasterDriver(PciDevice device)
{
    private const uint Command = 0x04;
    private const uint Data = 0x08;
    private const uint Status = 0x0C;
    private const uint NoAnswer = 2;
    private const uint SendStop = 4;

    private readonly Bar _registers = device.GetBar(0);
    private readonly byte[] _bytes = new byte[256];
    private Transfer _transfer;
    private int _retries;

    private enum Phase
    {
        Idle,
        Address,
        Write,
        Read,
        Stop,
    }

    public bool IsDone => Volatile.Read(ref _transfer.Finished) != 0;

    [MsiVector(0)]
    [IrqPending(RegisterType.Mmio32, bar: 0, offset: Status, mask: 1)]
    [IrqAck(RegisterType.Mmio32, bar: 0, offset: Status, mask: 1)]
    private void OnByte(in Interrupt irq)
    {
        if ((irq.Status & NoAnswer) != 0 && _transfer.Phase != Phase.Stop)
        {
            OnNoAnswer(); //p TH3003
            return;
        }

        _transfer.Phase = _transfer.Phase switch
        {
            Phase.Address => _transfer.IsRead ? Phase.Read : Phase.Write,
            Phase.Write => WriteNext(),
            Phase.Read => ReadNext(),
            Phase.Stop => Finish(),
            _ => Phase.Idle,
        };
    }

    private Phase WriteNext()
    {
        if (_transfer.At == _transfer.Length)
        {
            return Stop();
        }

        _registers.Write32(Data, _bytes[_transfer.At++]);
        return Phase.Write;
    }

    private Phase ReadNext()
    {
        _bytes[_transfer.At++] = (byte)_registers.Read32(Data);
        return _transfer.At == _transfer.Length ? Stop() : Phase.Read;
    }

    private Phase Stop()
    {
        _registers.Write32(Command, SendStop);
        return Phase.Stop;
    }

    private Phase Finish()
    {
        Volatile.Write(ref _transfer.Finished, 1);
        return Phase.Idle;
    }

    private void OnNoAnswer()
    {
        if (++_retries < 3)
        {
#if PLANTED
            Thread.Sleep(1);
#endif
            _transfer.At = 0;
            _transfer.Phase = Phase.Address;
        }
        else
        {
            _transfer.Phase = Stop();
        }
    }

    private struct Transfer
    {
        public Phase Phase;
        public bool IsRead;
        public int At;
        public int Length;
        public int Finished;
    }
}
