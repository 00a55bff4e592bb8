// information is not the point
[InterruptDriver(VendorId = 0x10EE, DeviceId = 0x7021)]
public sealed partial class ClockContracts(PciDevice device)
{
    private readonly Bar _bar = device.GetBar(0);
    private readonly Tree _tree = new();
    private readonly Journal _journal = new();
    private readonly Step<int> _step =
#if PLANTED_DELEGATETYPE
        static (ref int phase) => phase += new object().GetHashCode(); //! TH2001
#else
        static (ref int phase) => phase++;
#endif
    private int _phase;

    [MsiVector(0)]
    private void OnLock(in Interrupt irq)
    {
        _tree.Relock((int)_bar.Read32(0));
        _step(ref _phase);
        _journal.Note(_phase);
        _journal.Last = _phase; //p:PROPERTYWORD TH2003
        Divider divider = new(3);
        _phase += divider.Divide(_phase) + Phase.Zero.Next();
        _tree.Inner.Touch(); //p:NESTED TH3003
        Optional(_tree); //p:PARTOF TH2006
    }

    private static void Optional(Tree tree) => tree.Outside();

    [InterruptSafe]
    private delegate void Step<T>(ref T state);

    private interface IRelock
    {
        [InterruptSafe]
        void Relock(int source);

        [InterruptSafe]
        int Cost(int source) => Price(source); //p:DEFAULT TH2002

#if PLANTED_DEFAULT
        private static int Price(int source) => new int[source].Length;
#else
        private static int Price(int source) => source * 2;
#endif
    }

    private sealed class Tree : IRelock
    {
        private readonly object _gate = new();
        private int _source;
        private string _text = "";

        public Node Inner { get; } = new();

        void IRelock.Relock(int source)
        {
#if PLANTED_EXPLICIT
            lock (_gate) //! TH3001
            {
                _source = source;
            }
#else
            _source = source + (_gate is null ? 1 : 0);
#endif
        }

        [InterruptSafe]
        public void Relock(int source) => ((IRelock)this).Relock(source);

        public void Outside()
        {
#if PLANTED_PARTOF
            _text = _source.ToString();
#else
            _source += _text.Length;
#endif
        }

        public sealed class Node
        {
            private int _touched;

            public void Touch()
            {
                _touched++;
#if PLANTED_NESTED
                Thread.Sleep(0);
#endif
            }
        }
    }

    [InterruptSafe]
    private sealed class Journal
    {
        private readonly List<int> _entries = new(8);

#if PLANTED_TYPEWORD
        public void Note(int phase) => _entries.Add(phase); //! TH2012
#else
        public void Note(int phase) => _entries[0] = phase;
#endif

#if PLANTED_PROPERTYWORD
        public object Last { get; set; } = 0;
#else
        public int Last { get; set; }
#endif

        [InterruptUnsafe("the consumer prints it, and no handler")]
        public void Print() => Console.WriteLine(_entries.Count);

#if PLANTED_UNUSEDTYPE
        [InterruptUnsafe("copies")] //! TH6102
        private static class Copies
        {
            public static int Twice(int value) => value * 2;
        }
#else
        [InterruptUnsafe("copies")]
        private static class Copies
        {
            public static int[] Twice(int value) => [value, value];
        }
#endif

        public int Copy() => Copies.Twice(3) is { } ? 1 : 0;
    }

    [InterruptSafe]
    private readonly struct Divider
    {
        private readonly int _by;

        public Divider(int by)
        {
#if PLANTED_STRUCTCTOR
            if (by == 0)
            {
                throw new DivideByZeroException(); //! TH4001
            }
#endif
            _by = by;
        }

        public int Divide(int value) => value / _by;
    }

    private interface IPhase<TSelf>
        where TSelf : IPhase<TSelf>
    {
        [InterruptSafe]
        static abstract TSelf Zero { get; }

        [InterruptSafe]
        int Next();
    }

    private readonly struct Phase(int at) : IPhase<Phase>
    {
#if PLANTED_STATICABSTRACT
        public static Phase Zero => new(Environment.GetEnvironmentVariable("PHASE")?.Length ?? 0); //! TH2006 TH3001
#else
        public static Phase Zero => new(0);
#endif

        public int Next() => at + 1;
    }
}
