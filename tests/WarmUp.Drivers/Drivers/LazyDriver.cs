namespace TopHalf.WarmUp.Drivers;

/// <summary>What is made at its first use, or completed once: lazy values, task sources, weak references, time.</summary>
[InterruptDriver]
internal sealed partial class LazyDriver : IProbed
{
    private readonly Lazy<Thing> _lazy = new(static () => new Thing(Thing.Next()));
    private readonly TaskCompletionSource<Answer> _done = new();
    private readonly WeakReference<Probe> _weak;
    private readonly CancellationTokenSource _source = new();
    private long _sum;

    public LazyDriver() => _weak = new WeakReference<Probe>(Probe);

    public Probe Probe { get; } = new();

    public int Vectors => 1;

    [MsiVector(0)]
    private void OnFirst(in Interrupt irq)
    {
        Probe.Enter();
        _sum += _lazy.Value.Number;
        _done.TrySetResult(new Answer(irq.Signals));
        _sum += _weak.TryGetTarget(out Probe? probe) ? probe.Calls : 0;
        _sum += Environment.TickCount64 + DateTime.UtcNow.Ticks + System.Diagnostics.Stopwatch.GetTimestamp();
        _sum += _source.IsCancellationRequested ? 1 : 0;
        TimeSpan since = System.Diagnostics.Stopwatch.GetElapsedTime(irq.Timestamp);
        _sum += since.Ticks;
        Probe.Leave();
    }

    private readonly record struct Answer(long Value);

    private sealed class Thing(int number)
    {
        private static int _next = Initialised.Now(1);

        public int Number => number;

        public static int Next() => Interlocked.Increment(ref _next);
    }
}
