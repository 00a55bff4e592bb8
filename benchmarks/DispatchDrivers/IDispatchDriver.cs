using TopHalf.CompilerServices;

namespace TopHalf.Benchmarks.DispatchDrivers;

/// <summary>A handler, as a delegate.</summary>
public delegate void Handler(in Interrupt irq);

/// <summary>A handler, as a virtual method.</summary>
public abstract class VirtualHandler
{
    /// <summary>Handles an interrupt.</summary>
    public abstract void Handle(in Interrupt irq);
}

/// <summary>A driver whose vectors have a handler each, which counts signals; and the same handlers as others call them.</summary>
public interface IDispatchDriver
{
    /// <summary>The generated dispatch by itself.</summary>
    InterruptDispatcher Dispatcher { get; }

    /// <summary>Signals that arrived at handlers.</summary>
    long Handled { get; }

    /// <summary>The handlers by vector.</summary>
    Handler[] CreateDelegates();

    /// <summary>The handlers by vector, each an object of its own class.</summary>
    VirtualHandler[] CreateVirtuals();
}
