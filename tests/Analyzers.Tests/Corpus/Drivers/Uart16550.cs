namespace Serial;

/// <summary>A 16550 behind a BAR of memory: what it has to say is in the identification register, in order of priority.</summary>
[InterruptDriver(VendorId = 0x13A8)]
[DeviceBar(0, 0x100)]
internal sealed partial class UartDriver(PciDevice device)
{
    private const uint Data = 0;
    private const uint Identification = 2;
    private const uint LineStatus = 5;
    private const uint ModemStatus = 6;
    private const int FifoSize = 16;

    private readonly Bar _registers = device.GetBar(0);
    private readonly ByteRing _received = new(1024);
    private readonly ByteRing _toSend = new(1024);
    private UartErrors _errors;
    private byte _modem;
#if PLANTED
    private string _lastError = "";
#endif

    public int Available => _received.Count;

    [MsiVector(0)]
    private void OnInterrupt(in Interrupt irq)
    {
        for (int i = 0; i < 8; i++)
        {
            byte why = (byte)(_registers.Read8(Identification) & 0x0F);
            switch (why)
            {
                case 0x06:
                    CountErrors(_registers.Read8(LineStatus)); //p TH2006
                    break;
                case 0x04 or 0x0C:
                    Receive();
                    break;
                case 0x02:
                    Send();
                    break;
                case 0x00:
                    _modem = _registers.Read8(ModemStatus);
                    break;
                default:
                    return;
            }
        }
    }

    private void Receive()
    {
        for (int i = 0; i < FifoSize && (_registers.Read8(LineStatus) & 1) != 0; i++)
        {
            if (!_received.TryWrite(_registers.Read8(Data)))
            {
                _errors.Overruns++;
            }
        }
    }

    private void Send()
    {
        int room = FifoSize;
        while (room-- > 0 && _toSend.TryRead(out byte value))
        {
            _registers.Write8(Data, value);
        }
    }

    private void CountErrors(byte status)
    {
        _errors.Overruns += (status >> 1) & 1;
        _errors.Parity += (status >> 2) & 1;
        _errors.Framing += (status >> 3) & 1;
#if PLANTED
        _lastError = "line status " + status;
#endif
    }

    private struct UartErrors
    {
        public int Overruns;
        public int Parity;
        public int Framing;
    }
}

internal sealed class ByteRing(int size)
{
    private readonly byte[] _bytes = new byte[size];
    private int _head;
    private int _tail;

    public int Count => Volatile.Read(ref _head) - Volatile.Read(ref _tail);

    public bool TryWrite(byte value)
    {
        int head = Volatile.Read(ref _head);
        if (head - Volatile.Read(ref _tail) >= _bytes.Length)
        {
            return false;
        }

        _bytes[head & (_bytes.Length - 1)] = value;
        Volatile.Write(ref _head, head + 1);
        return true;
    }

    public bool TryRead(out byte value)
    {
        int tail = Volatile.Read(ref _tail);
        if (tail == Volatile.Read(ref _head))
        {
            value = 0;
            return false;
        }

        value = _bytes[tail & (_bytes.Length - 1)];
        Volatile.Write(ref _tail, tail + 1);
        return true;
    }
}
