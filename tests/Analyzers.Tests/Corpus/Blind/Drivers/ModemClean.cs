using System.Buffers.Binary;

/// <summary>Modem frames: bytes are unstuffed, checked and handed on. Nothing is wrong here.</summary>
[InterruptDriver(VendorId = 0x14F1)]
[DeviceBar(0, 0x40)]
internal sealed partial class ModemClean(PciDevice device)
{
    private readonly Bar _registers = device.GetBar(0);
    private readonly byte[] _frame = new byte[1600];
    private readonly Mailbox _mailbox = new();
    private int _length;
    private bool _isEscaped;
    private int _bad;

    public int Bad => Volatile.Read(ref _bad);

    public bool TryReceive(Span<byte> into, out int length) => _mailbox.TryTake(into, out length);

    [MsiVector(0)]
    private void OnBytes(in Interrupt irq)
    {
        int count = Math.Min((int)_registers.Read16(0x8), 256);
        while (count-- > 0)
        {
            byte value = _registers.Read8(0x0);
            switch (value)
            {
                case 0x7E:
                    Deliver(_frame.AsSpan(0, _length));
                    _length = 0;
                    break;
                case 0x7D:
                    _isEscaped = true;
                    break;
                default:
                    Append(_isEscaped ? (byte)(value ^ 0x20) : value);
                    _isEscaped = false;
                    break;
            }
        }
    }

    private void Append(byte value)
    {
        if (_length < _frame.Length)
        {
            _frame[_length++] = value;
        }
    }

    private void Deliver(ReadOnlySpan<byte> frame)
    {
        if (frame is not [_, _, .. var payload, var high, var low])
        {
            return;
        }

        if (Crc(frame[..^2]) != BinaryPrimitives.ReadUInt16BigEndian([high, low]) || !_mailbox.TryPut(payload))
        {
            Interlocked.Increment(ref _bad);
        }
    }

    private static ushort Crc(ReadOnlySpan<byte> bytes)
    {
        uint crc = 0xFFFF;
        foreach (byte value in bytes)
        {
            crc ^= value;
            for (int bit = 8; bit-- > 0;)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0x8408 : crc >> 1;
            }
        }

        return (ushort)~crc;
    }

    /// <summary>Holds one frame; who finds it full leaves.</summary>
    private sealed class Mailbox
    {
        private readonly byte[] _bytes = new byte[1600];
        private int _length;
        private int _isFull;

        public bool TryPut(ReadOnlySpan<byte> frame)
        {
            if (Volatile.Read(ref _isFull) != 0)
            {
                return false;
            }

            frame.CopyTo(_bytes);
            _length = frame.Length;
            Volatile.Write(ref _isFull, 1);
            return true;
        }

        public bool TryTake(Span<byte> into, out int length)
        {
            length = 0;
            if (Volatile.Read(ref _isFull) == 0)
            {
                return false;
            }

            length = Math.Min(_length, into.Length);
            _bytes.AsSpan(0, length).CopyTo(into);
            Volatile.Write(ref _isFull, 0);
            return true;
        }
    }
}
