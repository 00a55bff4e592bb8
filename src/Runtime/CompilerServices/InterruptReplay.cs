using System.ComponentModel;

namespace TopHalf.CompilerServices;

/// <summary>For tests and benchmarks of drivers: events that can be dispatched again and again. Used on one thread.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class InterruptReplay : IDisposable
{
    private readonly InterruptDispatcher _dispatcher;
    private readonly ReplayReceiver _receiver;

    internal InterruptReplay(InterruptDispatcher dispatcher, ReplayReceiver receiver)
    {
        _dispatcher = dispatcher;
        _receiver = receiver;
    }

    /// <summary>What all runs together have counted.</summary>
    public InterruptStatistics Statistics => InterruptStatistics.Of(_dispatcher.Manifest, [_receiver]);

    /// <summary>Dispatches all events once; allocates nothing.</summary>
    public void Run()
    {
        _receiver.Rewind();
        _dispatcher.Run(_receiver);
    }

    /// <inheritdoc/>
    public void Dispose() => _receiver.Dispose();
}
