using TopHalf.CompilerServices;

namespace TopHalf.Benchmarks.Dispatch;

/// <summary>The generated dispatch of given events, with the receiver's counting, and without what a binding does once.</summary>
internal sealed class Replay
{
    private readonly PciDevice _device;
    private readonly InterruptDispatcher _dispatcher;
    private readonly int[] _vectors;
    private readonly InterruptEvent[] _events;

    public Replay(PciDevice device, InterruptDispatcher dispatcher, InterruptEvent[] events)
    {
        _device = device;
        _dispatcher = dispatcher;
        _vectors = dispatcher.Manifest.DeclaredVectors();
        _events = events;
        long handled = dispatcher.Replay(device, events).Handled;
        if (handled != events.Length)
        {
            throw new InvalidOperationException($"Of {events.Length} events {handled} were handled: not what is to be measured.");
        }
    }

    public void Run()
    {
        using var receiver = new ReplayReceiver(_device, _vectors, _events);
        _dispatcher.Run(receiver);
    }
}
