/// <summary>Receipt printer: lines wait in a pool, paper and head are watched.</summary>
// information is not the point
[InterruptDriver(VendorId = 0x0416)]
[DeviceBar(0, 0x40)]
internal sealed partial class ReceiptPrinter(PciDevice device)
{
    private readonly Bar _registers = device.GetBar(0);
    private readonly Line[] _lines = new Line[64];
    private readonly Fault _fault = new();
    private int _head;
    private int _tail;

    public bool IsOutOfPaper => (_fault.Bits & 1) != 0;

    public bool TryPrint(ReadOnlySpan<byte> text)
    {
        int tail = _tail;
        if (tail - Volatile.Read(ref _head) == _lines.Length)
        {
            return false;
        }

        _lines[tail & 63].Set(text);
        Volatile.Write(ref _tail, tail + 1);
        return true;
    }

    [MsiVector(0)]
    private void OnReady(in Interrupt irq)
    {
        uint status = _registers.Read32(0x4);
        if ((status & 0x7) != 0)
        {
            _fault.Note(status); //p TH2010 TH2010|TH3005
            return;
        }

        int head = _head;
        if (head == Volatile.Read(ref _tail))
        {
            return;
        }

        foreach (byte value in _lines[head & 63].Text)
        {
            _registers.Write8(0x0, value);
        }

        Volatile.Write(ref _head, head + 1);
    }

    private struct Line
    {
        private byte[]? _text;
        private int _length;

        public readonly ReadOnlySpan<byte> Text => _text.AsSpan(0, _length);

        public void Set(ReadOnlySpan<byte> text)
        {
            _text ??= new byte[64];
            _length = Math.Min(text.Length, 64);
            text[.._length].CopyTo(_text);
        }
    }

    private sealed class Fault
    {
        private uint _bits;

        public uint Bits => Volatile.Read(ref _bits);

#if PLANTED
        public async void Note(uint bits)
        {
            Volatile.Write(ref _bits, bits);
            await Task.Yield();
        }
#else
        public void Note(uint bits) => Volatile.Write(ref _bits, bits);
#endif
    }
}
