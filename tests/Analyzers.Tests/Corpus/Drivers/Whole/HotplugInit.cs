// information is not the point
[InterruptDriver(VendorId = 0x8086, DeviceId = 0x9C03)]
public sealed partial class HotplugInit(PciDevice device)
{
    private readonly Bar _bar = device.GetBar(0);
    private readonly Port[] _ports = new Port[8];
    private Event _last;
    private int _sum;

    [MsiVector(0)]
    private void OnPresence(in Interrupt irq)
    {
        Noisy none = default;
        Noisy copy = none with { Level = 3 };
        _sum += copy.Level;
        _last = new Event(irq.Timestamp) { Port = irq.Index, Kind = Kind(irq.Status) }; //p:FIELDINIT TH2001 //p:BASECTOR TH2002 //p:INITACCESSOR TH3001
        _ports[irq.Vector & 7].Note(in _last); //p:CHAINEDCTOR TH2006
        _sum += Noisy.Make().Level; //p:EXPLICITCTOR TH2002
        if (Topology.Depth > 3) //p:STATICPROPERTY TH3006 //?:STATICPROPERTY TH2002
        {
            _sum = 0;
        }
    }

    private EventKind Kind(ulong status) => status switch
    {
        0 => EventKind.Removed,
        1 => EventKind.Added,
        _ => Later(status),
    };

    private EventKind Later(ulong status) => (EventKind)(_bar.Read32(status & 0xFC) & 1);

    private enum EventKind
    {
        Removed,
        Added,
    }

    private readonly struct Event
    {
#if PLANTED_FIELDINIT
        private readonly Stamp _stamp = new();
#else
        private readonly Stamp? _stamp = null;
#endif
        private readonly long _at;
        private readonly int _port;

        public Event(long at)
        {
            _at = at;
#if PLANTED_BASECTOR
            _port = new Sized(3).Size;
#endif
        }

        public int Port
        {
            get => _port + (_stamp is null ? 0 : 1);
            init
            {
#if PLANTED_INITACCESSOR
                lock (typeof(Event))
                {
                    _port = value;
                }
#else
                _port = value;
#endif
            }
        }

        public EventKind Kind { get; init; }

        public long At => _at;
    }

    private sealed class Stamp
    {
        public int Value;
    }

    private abstract class SizedBase(int size)
    {
        protected readonly byte[] Room = new byte[size];
    }

    private readonly struct Sized(int size)
    {
        public int Size { get; } = Measure(size);

        private static int Measure(int size) => new byte[size].Length;
    }

    private struct Noisy
    {
        private readonly int[] _levels = new int[2];

        public Noisy()
        {
        }

        public int Level { get; set; }

#if PLANTED_EXPLICITCTOR
        public static Noisy Make() => new();
#else
        public static Noisy Make() => default;
#endif
    }

    private struct Port
    {
        private Line _line;

        public void Note(in Event happened) => _line = new Line(happened.At, happened.Kind);
    }

    private readonly struct Line
    {
        private readonly int _hash;

        public Line(long at, EventKind kind)
#if PLANTED_CHAINEDCTOR
            : this($"{at}", kind)
#else
            : this((int)at, kind)
#endif
        {
        }

        private Line(string text, EventKind kind) => _hash = text.Length + (int)kind;

        private Line(int at, EventKind kind) => _hash = at + (int)kind;
    }

    private static class Topology
    {
#if PLANTED_STATICPROPERTY
        public static int Depth => System.IO.Directory.GetFiles("/sys/bus/pci").Length;
#else
        public static int Depth { get; } = System.IO.Directory.Exists("/sys/bus/pci") ? 4 : 0;
#endif
    }
}
