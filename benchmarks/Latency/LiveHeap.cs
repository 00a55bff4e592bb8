namespace TopHalf.Benchmarks.Latency;

/// <summary>
/// A heap of many small objects that point at each other, some of which are replaced all the time: garbage in every generation, and
/// references from old objects to young ones, which is what collections take their time for.
/// </summary>
internal sealed class LiveHeap
{
    // Some megabytes alive. Of what is dead, the number of objects costs time, so that buffers of this length make collections
    // that take milliseconds where the nursery is as large as the cache of a server.
    private const int Bits = 16;
    private const int Nodes = 1 << Bits;
    private const int BufferLength = 1024;
    private const int BuffersPerNode = 8;
    private const int Step = 4096;

    private readonly Node[] _nodes = new Node[Nodes];
    private uint _random = 1;
    private byte[]? _buffer; // a field, so that the allocation cannot be left out

    public LiveHeap()
    {
        for (int i = 0; i < Nodes; i++)
        {
            _nodes[i] = new Node(i > 0 ? _nodes[i / 2] : null);
        }
    }

    /// <summary>Allocates some, most of which dies young.</summary>
    public void Churn()
    {
        for (int i = 0; i < Step; i++)
        {
            _buffer = new byte[BufferLength];
            if (i % BuffersPerNode == 0)
            {
                // Cut off what it points at, so that dead chains do not stay alive for ever.
                Node other = _nodes[Next()];
                _nodes[Next()] = new Node(other);
                other.Other = null;
            }
        }
    }

    private int Next()
    {
        // A linear congruential generator; its upper bits are the good ones.
        _random = _random * 1664525 + 1013904223;
        return (int)(_random >> (32 - Bits));
    }

    private sealed class Node(Node? other)
    {
        public Node? Other { get; set; } = other;
    }
}
