using System.Diagnostics;

namespace TopHalf.Tool;

/// <summary>Whether interrupts that are owed stay away for longer than one should wait.</summary>
internal sealed class Stall(RaiseLog log, TimeSpan patience)
{
    private long _received = -1;
    private long _since;

    /// <summary>True once something has been owed for that long and nothing has come.</summary>
    public bool IsOver()
    {
        long received = log.Received;
        if (received != _received || received >= log.Raised)
        {
            _received = received;
            _since = Stopwatch.GetTimestamp();
            return false;
        }

        return Stopwatch.GetElapsedTime(_since) > patience;
    }
}
