/// <summary>FIFO of a serial port; lines are put together for whoever asks.</summary>
[InterruptDriver(VendorId = 0x1415)]
[DeviceBar(0, 16)]
internal sealed partial class UartLines(PciDevice device)
{
    private readonly Bar _port = device.GetBar(0);
    private readonly LineAssembler _lines = new();
    private int _overruns;

    public int Overruns => Volatile.Read(ref _overruns);

    [MsiVector(0)]
    private void OnUart(in Interrupt irq)
    {
        for (int left = 256; left > 0; left--)
        {
            byte status = _port.Read8(5);
            if ((status & 2) != 0)
            {
                Interlocked.Increment(ref _overruns);
            }

            if ((status & 1) == 0)
            {
                break;
            }

            _lines.Put(_port.Read8(0)); //p TH2012
        }
    }
}

internal sealed class LineAssembler
{
    private readonly LineStore _store = new();
    private readonly byte[] _line = new byte[80];
    private int _length;

    public void Put(byte value)
    {
        if (value is (byte)'\r')
        {
            return;
        }

        if (value == '\n' || _length == _line.Length)
        {
            _store.Add(_line.AsSpan(0, _length));
            _length = 0;
        }

        if (value != '\n')
        {
            _line[_length++] = value;
        }
    }
}

internal sealed class LineStore
{
#if PLANTED
    private readonly Queue<byte> _bytes = new(4096);

    public void Add(ReadOnlySpan<byte> line)
    {
        foreach (byte value in line)
        {
            _bytes.Enqueue(value);
        }
    }
#else
    private readonly byte[] _bytes = new byte[4096];
    private int _written;
    private int _read;

    public int Free => _bytes.Length - (_written - Volatile.Read(ref _read));

    public void Add(ReadOnlySpan<byte> line)
    {
        if (line.Length + 1 > Free)
        {
            return;
        }

        int at = _written;
        foreach (byte value in line)
        {
            _bytes[at++ & 4095] = value;
        }

        _bytes[at++ & 4095] = (byte)'\n';
        Volatile.Write(ref _written, at);
    }

    public bool TryTake(out byte value)
    {
        value = 0;
        int at = _read;
        if (at == Volatile.Read(ref _written))
        {
            return false;
        }

        value = _bytes[at & 4095];
        Volatile.Write(ref _read, at + 1);
        return true;
    }
#endif
}
