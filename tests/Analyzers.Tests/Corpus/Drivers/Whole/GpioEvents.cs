// information is not the point
[InterruptDriver(VendorId = 0x1415, DeviceId = 0x950B)]
public sealed partial class GpioEvents
{
    private readonly Bar _bar;
    private readonly Pin[] _pins = new Pin[32];
    private readonly Dictionary<string, int> _names = new() { ["reset"] = 0, ["power"] = 1 };
    private readonly PinSet _watched = new() { 3, 5, 7 };
    private Debounce _debounce = new(500);
    private uint _levels;

    public GpioEvents(PciDevice device)
    {
        _bar = device.GetBar(0);
        for (int i = 0; i < 32; i++)
        {
            _pins[i] = new Pin(i, this);
        }
    }

    public void Watch(int pin, PinHandler handler) => _pins[pin].Changed = handler;

    [MsiVector(0, Count = 2)]
    private void OnChange(in Interrupt irq)
    {
        uint levels = _bar.Read32(irq.Index == 0 ? 0u : 4u);
        uint changed = levels ^ _levels;
        Volatile.Write(ref _levels, levels);
        while (changed != 0)
        {
            int pin = System.Numerics.BitOperations.TrailingZeroCount(changed);
            changed &= ~(1u << pin);
            if (_watched.Contains(pin) && _debounce[pin] <= irq.Timestamp) //p:STRUCTINDEXER TH3002
            {
                _debounce[pin] = irq.Timestamp; //p:INDEXSETTER TH2012
                _pins[pin].Notify((levels >> pin & 1) != 0); //p:TUPLE TH2005 //p:NULLABLE TH2003 //p:GOTO TH4004|TH4005
            }
        }

        Pin powered = _pins[_names.TryGetValue("power", out int power) ? power : 0];
        if (powered)
        {
            powered++; //p:INCREMENT TH2001 //?:INCREMENT TH2002
        }

        PinMask mask = [.. _watched]; //p:SPREAD TH3009
        _bar.Write32(8, mask.Bits);
        foreach ((int number, bool level) in _pins[0]) //p:DECONSTRUCTEACH TH2006
        {
            _levels |= level ? 1u << number : 0;
        }
    }

    [InterruptSafe]
    public delegate void PinHandler(int pin, bool level);

    private sealed class Pin(int number, GpioEvents card)
    {
        private readonly List<int> _seen = new(16);
        private (int Rising, int Falling) _edges;
        private bool? _last;

        public PinHandler? Changed;

        public int Count { get; private set; }

        public static implicit operator bool(Pin pin) => pin._last ?? false;

#if PLANTED_INCREMENT
        public static Pin operator ++(Pin pin) => new(pin.Count + 1, pin.Card);
#else
        public static Pin operator ++(Pin pin)
        {
            pin.Count++;
            return pin;
        }
#endif

        private GpioEvents Card => card;

        public void Notify(bool level)
        {
            _edges = level ? (_edges.Rising + 1, _edges.Falling) : (_edges.Rising, _edges.Falling + 1);
#if PLANTED_TUPLE
            (PinHandler? handler, int n) = ((PinHandler?)Card.Forward, number);
            handler?.Invoke(n, level);
#elif PLANTED_NULLABLE
            if (_last.Equals((object)level))
            {
                return;
            }
#elif PLANTED_GOTO
        again:
            if (Volatile.Read(ref Card._levels) != 0)
            {
                _edges.Rising++;
                goto again;
            }
#endif
            _last = level;
            Changed?.Invoke(number, level);
        }

        public Steps GetEnumerator() => new(_seen.Count);
    }

    private void Forward(int pin, bool level)
    {
    }

    private struct Steps(int left)
    {
        public readonly Step Current => new(left);

        public bool MoveNext() => left-- > 0;
    }

    private readonly struct Step(int number)
    {
#if PLANTED_DECONSTRUCTEACH
        public void Deconstruct(out int n, out bool level) => (n, level) = (number, number.ToString().Length > 1);
#else
        public void Deconstruct(out int n, out bool level) => (n, level) = (number, number > 9);
#endif
    }

    private struct Debounce(long window)
    {
        private readonly long[] _until = new long[32];
        private readonly List<long> _history = new(32);
        private readonly Semaphore? _gate;

        public readonly long this[int pin]
        {
            get
            {
#if PLANTED_STRUCTINDEXER
                _gate?.WaitOne();
#endif
                return _until[pin] + window;
            }

            set
            {
#if PLANTED_INDEXSETTER
                _history.Insert(0, value);
#else
                _until[pin] = value + (_history.Count > 0 ? _history[0] : 0);
#endif
            }
        }
    }

    private sealed class PinSet : IEnumerable<int>
    {
        private readonly List<int> _pins = new(8);

        public void Add(int pin) => _pins.Add(pin);

        public bool Contains(int pin) => _pins.Contains(pin);

        public List<int>.Enumerator GetEnumerator() => _pins.GetEnumerator();

        IEnumerator<int> IEnumerable<int>.GetEnumerator() => GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private struct PinMask : System.Collections.IEnumerable
    {
        public uint Bits;

        public void Add(int pin)
        {
#if PLANTED_SPREAD
            Bits |= Shift(pin);
#else
            Bits |= 1u << pin;
#endif
        }

        [System.Runtime.InteropServices.DllImport("gpio")]
        private static extern uint Shift(int pin);

        readonly System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => throw new NotSupportedException();
    }
}
