namespace TopHalf.WarmUp.Drivers;

/// <summary>Collections of the library over structs of the driver.</summary>
[InterruptDriver]
internal sealed partial class CollectionDriver : IProbed
{
    private readonly List<Packet> _packets = new(64);
    private readonly Dictionary<Flow, long> _flows = new(64);
    private readonly Dictionary<string, Packet> _named = new(StringComparer.Ordinal) { ["a"] = new(1, 2) };
    private readonly Queue<Packet> _queue = new(64);
    private readonly Stack<Packet> _stack = new(64);
    private readonly HashSet<Flow> _set = new(64);
    private readonly PriorityQueue<Packet, int> _urgent = new(64);
    private readonly SortedList<Flow, int> _sorted = new(64);
    private readonly LinkedList<Packet> _linked = new();
    private long _sum;

    public Probe Probe { get; } = new();

    public int Vectors => 1;

    [MsiVector(0)]
    private void OnPacket(in Interrupt irq)
    {
        Probe.Enter();
        var packet = new Packet((int)irq.Signals, 7);
        var flow = new Flow(3, (short)(irq.Signals & 15));
        _packets.Add(packet);
        foreach (Packet item in _packets)
        {
            _sum += item.Length;
        }

        _sum += _packets.IndexOf(packet) + (_packets.Contains(packet) ? 1 : 0);
        _packets.Sort();
        _packets.Clear();
        _flows[flow] = _flows.GetValueOrDefault(flow) + 1;
        foreach ((Flow key, long value) in _flows)
        {
            _sum += key.Port + value;
        }

        _sum += _named.TryGetValue("a", out Packet named) ? named.Length : 0;
        _queue.Enqueue(packet);
        _sum += _queue.TryDequeue(out Packet oldest) ? oldest.Length : 0;
        _stack.Push(packet);
        _sum += _stack.Pop().Length;
        _set.Add(flow);
        _set.Remove(flow);
        _urgent.Enqueue(packet, 1);
        _sum += _urgent.Dequeue().Length;
        _sorted[flow] = 1;
        _linked.AddLast(packet);
        _linked.RemoveFirst();
        Probe.Leave();
    }

    internal readonly record struct Packet(int Length, int Kind) : IComparable<Packet>
    {
        public int CompareTo(Packet other) => Length.CompareTo(other.Length);
    }

    internal readonly struct Flow(short address, short port) : IEquatable<Flow>, IComparable<Flow>
    {
        public short Port => port;

        public bool Equals(Flow other) => other.Port == port && other.Address == address;

        public override bool Equals(object? obj) => obj is Flow other && Equals(other);

        public override int GetHashCode() => HashCode.Combine(address, port);

        public int CompareTo(Flow other) => port.CompareTo(other.Port);

        private short Address => address;
    }
}
