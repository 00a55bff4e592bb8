// Comparers that a driver hands to the library: for keys, for orders, through parts of it.
// information is not the point
[InterruptDriver]
internal sealed partial class ComparersAtWork
{
    private static readonly object s_gate = new();
    private static readonly VlanComparer s_sameVlan = new();

    private readonly Dictionary<FlowKey, int> _flows = new(256, new FlowComparer());
    private readonly Dictionary<FlowKey, int> _logged = new(256, new LoggingComparer());
    private readonly Dictionary<string, int> _names = new(16, StringComparer.Ordinal);
    private readonly Dictionary<uint, int> _slots = new(64, new MaskedComparer(0xFFF));
    private readonly SortedList<Deadline, int> _deadlines = new(64, new ByTime());
    private readonly SortedSet<Deadline> _timers = new(new ByText());
    private readonly PriorityQueue<int, Deadline> _jobs = new(64, new ByTime());
    private readonly HashSet<Station> _stations = new(32, Station.ByAddress);
    private readonly HashSet<Station> _heard = new(32, Station.ByName);
    private readonly FlowTable _table = new(new LoggingComparer());
    private readonly Deadline[] _order = new Deadline[32];
    private readonly IComparer<Deadline> _byAge = Comparer<Deadline>.Create(static (a, b) => a.Ticks.CompareTo(b.Ticks));
    private readonly IComparer<Deadline> _byLabel = Comparer<Deadline>.Create(static (a, b) => string.CompareOrdinal(a.ToString(), b.ToString()));
    private readonly Comparison<Deadline> _newestFirst = static (a, b) => b.Ticks.CompareTo(a.Ticks);
    private readonly Comparison<Deadline> _guarded = static (a, b) =>
    {
        lock (s_gate)
        {
            return a.Ticks.CompareTo(b.Ticks);
        }
    };

    private readonly Dictionary<Vlan, int> _vlans = new(16, EqualityComparer<Vlan>.Create(static (a, b) => a.Id == b.Id, static v => v.Id));
    private readonly Dictionary<Vlan, int> _plainVlans = new(16);
    private readonly Vlan[] _seen = new Vlan[8];
    private readonly Vlan[] _wanted = new Vlan[8];
    private readonly Dictionary<Port, int> _ports = new(8);
    private readonly Port _uplink = new PhysicalPort(1);
    private readonly Station _last = new("hall", 3);
    private long _sum;

    [MsiVector(0)]
    private void QuietFlow(in Interrupt irq) => _sum += _flows.TryGetValue(new FlowKey(irq.Index, 80), out int hits) ? hits : 0;

    [MsiVector(1)]
    private void LoggedFlow(in Interrupt irq) => _sum += _logged.ContainsKey(new FlowKey(irq.Index, 80)) ? 1 : 0; //! TH3006

    [MsiVector(2)]
    private void ByOrdinal(in Interrupt irq) => _sum += _names.TryGetValue("rx", out int hits) ? hits : 0;

    [MsiVector(3)]
    private void ByMask(in Interrupt irq) => _sum += _slots.TryGetValue((uint)irq.Status, out int slot) ? slot : 0;

    [MsiVector(4)]
    private void NextDeadline(in Interrupt irq) => _sum += _deadlines.IndexOfKey(new Deadline(irq.Index, 0));

    [MsiVector(5)]
    private void TimersByText(in Interrupt irq) => _sum += _timers.Contains(new Deadline(irq.Index, 0)) ? 1 : 0; //! TH2006

    [MsiVector(6)]
    private void NextJob(in Interrupt irq)
    {
        if (_jobs.TryDequeue(out int job, out Deadline when))
        {
            _sum += job + when.Ticks;
        }
    }

    [MsiVector(7)]
    private void KnownStation(in Interrupt irq) => _sum += _stations.Contains(_last) ? 1 : 0;

    [MsiVector(8)]
    private void HeardStation(in Interrupt irq) => _sum += _heard.Contains(_last) ? 1 : 0; //! TH2006

    [MsiVector(9)]
    private void ThroughTable(in Interrupt irq) => _sum += _table.Hits(new FlowKey(irq.Index, 443)); //! TH3006

    [MsiVector(10)]
    private void SearchByAge(in Interrupt irq) => _sum += Array.BinarySearch(_order, new Deadline(irq.Index, 0), _byAge);

    [MsiVector(11)]
    private void SearchByLabel(in Interrupt irq) => _sum += Array.BinarySearch(_order, new Deadline(irq.Index, 0), _byLabel); //! TH2006

    [MsiVector(12)]
    private void NewestFirst(in Interrupt irq) => _order.AsSpan().Sort(_newestFirst);

    [MsiVector(13)]
    private void SortedUnderLock(in Interrupt irq) => _order.AsSpan(0, irq.Index & 31).Sort(_guarded); //! TH3001

    [MsiVector(14)]
    private void VlanByIdOnly(in Interrupt irq) => _sum += _vlans.TryGetValue(new Vlan(irq.Index, 0), out int hits) ? hits : 0;

    [MsiVector(15)]
    private void VlanAsItIs(in Interrupt irq) => _sum += _plainVlans.TryGetValue(new Vlan(irq.Index, 0), out int hits) ? hits : 0; //! TH2017

    [MsiVector(16)]
    private void SameVlans(in Interrupt irq)
    {
        ReadOnlySpan<Vlan> seen = _seen;
        _sum += seen.SequenceEqual(_wanted, s_sameVlan) ? 1 : 0;
    }

    [MsiVector(17)]
    private void AnyPort(in Interrupt irq) => _sum += _ports.TryGetValue(_uplink, out int frames) ? frames : 0; //! TH2006

    private struct FlowKey(int address, int port)
    {
        public int Address = address;
        public int Port = port;
    }

    private readonly struct Vlan(int id, int priority)
    {
        public int Id => id;

        public int Priority => priority;
    }

    private readonly record struct Deadline(long Ticks, int Id);

    private sealed class FlowComparer : IEqualityComparer<FlowKey>
    {
        public bool Equals(FlowKey x, FlowKey y) => x.Address == y.Address && x.Port == y.Port;

        public int GetHashCode(FlowKey key) => (key.Address * 397) ^ key.Port;
    }

    private sealed class LoggingComparer : IEqualityComparer<FlowKey>
    {
        public bool Equals(FlowKey x, FlowKey y) => x.Address == y.Address && x.Port == y.Port;

        public int GetHashCode(FlowKey key)
        {
            Console.Out.Flush();
            return key.Address;
        }
    }

    private sealed class MaskedComparer(uint mask) : IEqualityComparer<uint>
    {
        public bool Equals(uint x, uint y) => (x & mask) == (y & mask);

        public int GetHashCode(uint value) => (int)(value & mask);
    }

    private sealed class VlanComparer : EqualityComparer<Vlan>
    {
        public override bool Equals(Vlan x, Vlan y) => x.Id == y.Id;

        public override int GetHashCode(Vlan vlan) => vlan.Id;
    }

    private sealed class ByTime : IComparer<Deadline>
    {
        public int Compare(Deadline x, Deadline y) => x.Ticks != y.Ticks ? x.Ticks.CompareTo(y.Ticks) : x.Id - y.Id;
    }

    private sealed class ByText : Comparer<Deadline>
    {
        public override int Compare(Deadline x, Deadline y) => string.CompareOrdinal("at " + x.Ticks, "at " + y.Ticks);
    }

    private sealed class FlowTable
    {
        private readonly IDictionary<FlowKey, int> _hits;

        public FlowTable(IEqualityComparer<FlowKey> comparer) => _hits = new Dictionary<FlowKey, int>(64, comparer);

        public int Hits(FlowKey key) => _hits.TryGetValue(key, out int hits) ? hits : 0;
    }

    private sealed class Station(string name, int address)
    {
        public static readonly IEqualityComparer<Station> ByAddress = new AddressComparer();
        public static readonly IEqualityComparer<Station> ByName = new NameComparer();

        public string Name => name;

        public int Address => address;

        public override bool Equals(object? other) => other is Station station && string.Concat(station.Name, "!") == string.Concat(name, "!");

        public override int GetHashCode() => string.Concat(name, "!").Length;

        private sealed class AddressComparer : IEqualityComparer<Station>
        {
            public bool Equals(Station? x, Station? y) => x?.Address == y?.Address;

            public int GetHashCode(Station station) => station.Address;
        }

        private sealed class NameComparer : IEqualityComparer<Station>
        {
            public bool Equals(Station? x, Station? y) => x?.Name.ToLowerInvariant() == y?.Name.ToLowerInvariant();

            public int GetHashCode(Station station) => station.Name.Length;
        }
    }

    private abstract class Port
    {
        public abstract override bool Equals(object? other);

        public abstract override int GetHashCode();
    }

    private sealed class PhysicalPort(int number) : Port
    {
        public override bool Equals(object? other) => other is PhysicalPort port && port.GetHashCode() == number;

        public override int GetHashCode() => number;
    }

    private sealed class VirtualPort(string path) : Port
    {
        public string Path => path;

        public override bool Equals(object? other) => other is VirtualPort port && port.Path.Substring(1) == path.Substring(1);

        public override int GetHashCode() => path.Length;
    }
}
