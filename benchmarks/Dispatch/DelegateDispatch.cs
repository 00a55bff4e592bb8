using TopHalf.CompilerServices;

namespace TopHalf.Benchmarks.Dispatch;

/// <summary>A handler, as a delegate.</summary>
public delegate void Handler(in Interrupt irq);

/// <summary>What is usually written in C#: an array of delegates, indexed by vector.</summary>
internal sealed class DelegateDispatch(Handler[] handlers)
{
    public void Run(InterruptEvent[] events)
    {
        foreach (ref readonly InterruptEvent e in events.AsSpan())
        {
            handlers[e.Vector](new Interrupt(e.Vector, 0, 0, e.Signals, e.Timestamp));
        }
    }
}
