using TopHalf.CompilerServices;

namespace TopHalf.Benchmarks.Dispatch;

/// <summary>In which order vectors arrive.</summary>
public enum EventOrder
{
    /// <summary>Each event may be any vector's: no branch can be foreseen.</summary>
    Random,

    /// <summary>A vector comes 16 times on average before another does, as from a busy queue.</summary>
    Bursty,
}

internal static class EventOrders
{
    private const int BurstLength = 16;

    /// <summary>The same events in every run and for every rival.</summary>
    public static InterruptEvent[] Make(this EventOrder order, int count, int vectors)
    {
        var random = new Random(1);
        int vector = random.Next(vectors);
        var events = new InterruptEvent[count];
        for (int i = 0; i < count; i++)
        {
            events[i] = new InterruptEvent(vector, 1, 0);
            vector = order == EventOrder.Random || random.Next(BurstLength) == 0 ? random.Next(vectors) : vector;
        }

        return events;
    }
}
