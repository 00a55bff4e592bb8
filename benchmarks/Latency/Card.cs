using TopHalf.Benchmarks.Drivers;

namespace TopHalf.Benchmarks.Latency;

/// <summary>The card of card.h, new and quiet: BAR 0 its registers, BAR 2 the log. Another process, source.c, is its clockwork.</summary>
internal sealed class Card : IDisposable
{
    public Card()
    {
        Device = new MemoryDevice("card", vectors: 1, CardLayout.RegistersLength, 0, CardLayout.LogLength);
        Registers = Device.GetBar(0);
        Log = Device.GetBar(2);
        for (ulong offset = 0; offset < CardLayout.LogLength; offset += (ulong)Environment.SystemPageSize)
        {
            Log.Write64(offset, 0); // present before it is measured, as in C
        }
    }

    public MemoryDevice Device { get; }

    public Bar Registers { get; }

    public Bar Log { get; }

    /// <summary>One of the arrays of the log.</summary>
    public long[] ReadLog(ulong array, int count)
    {
        var times = new long[count];
        for (int i = 0; i < count; i++)
        {
            times[i] = (long)Log.Read64(array + (ulong)i * sizeof(long));
        }

        return times;
    }

    public void Dispose() => Device.Dispose();
}
