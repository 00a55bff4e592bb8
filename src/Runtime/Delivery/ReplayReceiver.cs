using TopHalf.CompilerServices;

namespace TopHalf;

/// <summary>Hands out events that are known beforehand, and then stops: dispatch without a delivery, for tests and benchmarks.</summary>
internal sealed class ReplayReceiver(PciDevice device, int[] vectors, InterruptEvent[] events) : InterruptReceiver(device, vectors)
{
    private int _position;

    public override void Dispose()
    {
    }

    internal override VectorLine Line(int slot) => throw new NotSupportedException("A replay is not connected to its device.");

    private protected override int Wait(Span<InterruptEvent> batch)
    {
        int count = Math.Min(batch.Length, events.Length - _position);
        events.AsSpan(_position, count).CopyTo(batch);
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
}
