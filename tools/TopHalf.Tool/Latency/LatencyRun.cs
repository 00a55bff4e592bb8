namespace TopHalf.Tool;

/// <summary>One measurement, from the first raise to the last interrupt, or to the wish to end.</summary>
internal sealed class LatencyRun
{
    private static readonly TimeSpan Refresh = TimeSpan.FromMilliseconds(100);

    private readonly LatencyOptions _options;
    private readonly ILatencySource _source;
    private readonly LatencyDriver _driver;
    private readonly TimeSpan _patience;

    /// <param name="options">What is asked for.</param>
    /// <param name="source">What raises; the caller's.</param>
    /// <param name="patience">After which nothing is expected any more of a source that owes interrupts.</param>
    public LatencyRun(LatencyOptions options, ILatencySource source, TimeSpan patience)
    {
        _patience = patience;
        _options = options;
        _source = source;
        _driver = new LatencyDriver(source.Log, Histogram, source.Counting(options.WarmUp));
    }

    public LatencyHistogram Histogram { get; } = new();

    public LatencySummary Summary => LatencySummary.Of(Histogram, _driver.Wakes);

    /// <summary>By how much the latest raise missed its time, in nanoseconds.</summary>
    public long LatestRaise => _source.Log.Latest;

    /// <summary>Raises that brought no interrupt; known after <see cref="Measure"/>.</summary>
    public long Lost { get; private set; }

    /// <summary>Collections of garbage in this process meanwhile: each of them stops the handler.</summary>
    public int Collections { get; private set; }

    /// <summary>Measures. Returns when all is received, when interrupts stay away, or when cancelled.</summary>
    /// <param name="refreshed">Called a few times a second.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <exception cref="IOException">The machine refused, or the raiser failed.</exception>
    public void Measure(Action refreshed, CancellationToken cancellation)
    {
        int before = GC.CollectionCount(0);
        using (InterruptBinding binding = _driver.EnableInterrupts(_source.Device, _options.Interrupts))
        using (IRaiser raiser = _source.Start(_options.Schedule))
        {
            WaitForEnd(binding, raiser, refreshed, cancellation);
            raiser.Dispose(); // no more of them, while the binding still receives
            Rethrow(raiser.Completion);
            Drain(binding);
            Rethrow(binding.Completion);
        }

        Lost = _source.Log.Raised - _source.Log.Received;
        Collections = GC.CollectionCount(0) - before;
    }

    private void WaitForEnd(InterruptBinding binding, IRaiser raiser, Action refreshed, CancellationToken cancellation)
    {
        var stall = new Stall(_source.Log, _patience);
        while (!cancellation.IsCancellationRequested && !stall.IsOver() && Task.WaitAny([raiser.Completion, binding.Completion], Refresh) < 0)
        {
            refreshed();
        }
    }

    // What was raised last may still be on its way.
    private void Drain(InterruptBinding binding)
    {
        var stall = new Stall(_source.Log, _patience);
        while (_source.Log.Received < _source.Log.Raised && !stall.IsOver() && !binding.Completion.IsCompleted)
        {
            Thread.Sleep(1);
        }
    }

    private static void Rethrow(Task task)
    {
        if (task.IsFaulted)
        {
            task.GetAwaiter().GetResult();
        }
    }
}
