// information is not the point
[InterruptDriver(VendorId = 0x1415, DeviceId = 0x9501)]
[DeviceBar(0, 0x1000)]
public sealed partial class UartMux
{
    private readonly Bar _bar;
    private readonly Line[] _lines = new Line[4];
    private readonly unsafe delegate*<UartMux, int, void>[] _actions = new delegate*<UartMux, int, void>[4];
    private unsafe delegate*<UartMux, int, void> _modem = &ModemStatus;

    public unsafe UartMux(PciDevice device)
    {
        _bar = device.GetBar(0);
        for (int i = 0; i < _lines.Length; i++)
        {
            _lines[i] = new Line(this, i);
        }
    }

    public int Read(int line, Span<byte> bytes) => _lines[line].Drain(bytes);

    [MsiVector(0, Count = 4)]
    private unsafe void OnLine(in Interrupt irq)
    {
        Line line = _lines[irq.Index & 3];
        for (int rounds = 0; rounds < 16; rounds++)
        {
            Cause cause = line.Cause; //p:REFRETURN TH3001
            switch (cause)
            {
                case Cause.Received or Cause.Timeout:
                    line.Receive(); //p:OUTVAR TH2008 //p:QUERY TH2001 TH2004 //p:STATICFIELD TH5010
                    break;
                case Cause.Empty:
                    line.Transmit(line.Pending ?? default); //p:COALESCE TH2006
                    break;
                case Cause.Modem:
                    _modem(this, irq.Index); //p:FUNCTIONPOINTER TH3003|TH6001
                    break;
                default:
                    return;
            }
        }
    }

    private static void ModemStatus(UartMux mux, int line)
    {
        mux._bar.Read8(Line.Start(line) + 6);
#if PLANTED_FUNCTIONPOINTER
        Thread.Sleep(TimeSpan.FromMilliseconds(1));
#endif
    }

    private enum Cause
    {
        Modem = 0,
        None = 1,
        Empty = 2,
        Received = 4,
        Timeout = 12,
    }

    private sealed class Line(UartMux mux, int index)
    {
        private readonly byte[] _ring = new byte[1024];
        private readonly Parity _parity = new(1);
        private readonly object _sync = new();
        private int _in;
        private int _out;
        private int _tx;

        public Cause Cause => (Cause)(Slot & 0xF);

#if PLANTED_COALESCE
        public byte? Pending => $"{_tx}" is { Length: > 0 } text ? (byte)text[0] : null;
#else
        public byte? Pending => _tx > 0 ? (byte)_tx-- : null;
#endif

        private ref int Slot
        {
            get
            {
                _tx = mux._bar.Read8(Start(index) + 2);
#if PLANTED_REFRETURN
                lock (_sync)
                {
                    return ref _tx;
                }
#else
                return ref _tx;
#endif
            }
        }

        public static ulong Start(int index) => (ulong)index * 0x200;

        public void Receive()
        {
            int @in = _in;
            while (TryRead(out byte value) && @in - Volatile.Read(ref _out) < _ring.Length)
            {
                _ring[@in++ & 1023] = value;
                if (@in - _in > 64)
                {
                    break;
                }
            }

            Volatile.Write(ref _in, @in);
        }

        public void Transmit(byte value) => mux._bar.Write8(Start(index), value);

        public int Drain(Span<byte> bytes)
        {
            int count = 0;
            int end = Volatile.Read(ref _in);
            while (_out != end && count < bytes.Length)
            {
                bytes[count++] = _ring[_out & 1023];
                Volatile.Write(ref _out, _out + 1);
            }

            return count + Global.Breaks * 0;
        }

        private bool TryRead(out byte value)
        {
            byte status = mux._bar.Read8(Start(index) + 5);
            value = mux._bar.Read8(Start(index));
#if PLANTED_QUERY
            return (from parity in _parity where parity.Fits(status) select parity).IsGood;
#elif PLANTED_OUTVAR
            return Split(value, out byte[] bits) && bits.Length > status;
#else
            Global.Note(status);
            return (status & 1) != 0;
#endif
        }

        private static bool Split(byte value, out byte[] bits)
        {
            bits = [(byte)(value & 15), (byte)(value >> 4)];
            return true;
        }
    }

    private sealed class Parity(int kind)
    {
        public bool IsGood => kind > 0;

        public bool Fits(int status) => (status & 4) == 0;

        public Parity Where(Func<Parity, bool> matches) => matches(this) ? this : new Parity(0);

        public Parity Select(Func<Parity, Parity> map) => map(this);
    }

    private static class Global
    {
#if PLANTED_STATICFIELD
        private static int s_breaks;

        public static int Breaks => s_breaks;

        public static void Note(int status) => s_breaks += (status >> 4) & 1;
#else
        private static int s_breaks;

        public static int Breaks => Volatile.Read(ref s_breaks);

        public static void Note(int status) => Interlocked.Add(ref s_breaks, (status >> 4) & 1);
#endif
    }
}
