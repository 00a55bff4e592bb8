using TopHalf.CompilerServices;

namespace TopHalf;

/// <summary>Hands out events that are known beforehand, and then stops: dispatch without a delivery, for tests and benchmarks.</summary>
internal sealed unsafe class ReplayReceiver : InterruptReceiver
{
    // Where the next batch begins.
    private int _position;

    public ReplayReceiver(PciDevice device, int[] vectors, InterruptEvent[] events)
        : base(device, vectors, events.Length)
    {
        for (int i = 0; i < events.Length; i++)
        {
            Batch[i] = Event(Slot(vectors, events[i].Vector), events[i].Signals, events[i].Timestamp);
        }
    }

    public override void Dispose()
    {
    }

    /// <summary>Hands the same events out again.</summary>
    public void Rewind()
    {
        _position = 0;
        Restart();
    }

    internal override VectorLine Line(int slot) => throw new NotSupportedException("A replay is not connected to its device.");

    private protected override int WaitForEvents()
    {
        Events += _position;
        int count = Math.Min(BatchSize, Batch.Length - _position);
        _position += count;
        if (count == 0)
        {
            Stop();
        }

        return count;
    }

    private protected override void Wake()
    {
    }

    private static int Slot(int[] vectors, int vector)
        => Array.BinarySearch(vectors, vector) is >= 0 and int slot
            ? slot
            : throw new ArgumentException($"The driver declares no vector {vector}.", nameof(vector));
}
