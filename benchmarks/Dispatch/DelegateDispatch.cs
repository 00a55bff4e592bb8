using TopHalf.CompilerServices;

namespace TopHalf.Benchmarks.Dispatch;

/// <summary>What is usually written in C#: an array of delegates, indexed by vector.</summary>
internal sealed class DelegateDispatch
{
    private readonly Handler[] _handlers;
    private readonly long[] _counts;

    public DelegateDispatch(int vectors)
    {
        _counts = new long[vectors];
        _handlers = [.. Enumerable.Range(0, vectors).Select(vector => (Handler)((in Interrupt irq) => _counts[vector] += irq.Signals))];
    }

    private delegate void Handler(in Interrupt irq);

    public void Run(InterruptEvent[] events)
    {
        foreach (ref readonly InterruptEvent e in events.AsSpan())
        {
            _handlers[e.Vector](new Interrupt(e.Vector, 0, 0, e.Signals, e.Timestamp));
        }
    }
}
