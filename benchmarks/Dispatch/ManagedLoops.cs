using TopHalf.Benchmarks.DispatchDrivers;
using TopHalf.CompilerServices;

namespace TopHalf.Benchmarks.Dispatch;

/// <summary>What is usually written in C#: handlers found by vector, and nothing counted.</summary>
internal static class ManagedLoops
{
    /// <summary>An array of delegates.</summary>
    public static void Run(Handler[] handlers, InterruptEvent[] events)
    {
        foreach (ref readonly InterruptEvent e in events.AsSpan())
        {
            handlers[e.Vector](new Interrupt(e.Vector, 0, 0, e.Signals, e.Timestamp));
        }
    }

    /// <summary>A dictionary of delegates.</summary>
    public static void Run(Dictionary<int, Handler> handlers, InterruptEvent[] events)
    {
        foreach (ref readonly InterruptEvent e in events.AsSpan())
        {
            handlers[e.Vector](new Interrupt(e.Vector, 0, 0, e.Signals, e.Timestamp));
        }
    }

    /// <summary>An object for each vector, with a virtual method.</summary>
    public static void Run(VirtualHandler[] handlers, InterruptEvent[] events)
    {
        foreach (ref readonly InterruptEvent e in events.AsSpan())
        {
            handlers[e.Vector].Handle(new Interrupt(e.Vector, 0, 0, e.Signals, e.Timestamp));
        }
    }
}
