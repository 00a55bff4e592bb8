namespace TopHalf.Benchmarks.Latency;

/// <summary>What else the receiving process does, until it is disposed.</summary>
internal sealed class Pressure : IDisposable
{
    private readonly List<Thread> _threads = [];
    private volatile bool _stop;

    private Pressure(PressureKind kind)
    {
        if (kind.HasFlag(PressureKind.Allocation))
        {
            // Its heap first: what is measured is the steady state.
            var heap = new LiveHeap();
            Start("allocates", heap.Churn);
        }

        if (kind.HasFlag(PressureKind.Cpu))
        {
            for (int cpu = 0; cpu < Environment.ProcessorCount; cpu++)
            {
                Start($"burns {cpu}", static () => Thread.SpinWait(1000));
            }
        }
    }

    public static Pressure Begin(PressureKind kind) => new(kind);

    public void Dispose()
    {
        _stop = true;
        _threads.ForEach(static thread => thread.Join());
    }

    private void Start(string name, Action step)
    {
        var thread = new Thread(() =>
        {
            while (!_stop)
            {
                step();
            }
        })
        {
            Name = name,
            IsBackground = true,
        };
        thread.Start();
        _threads.Add(thread);
    }
}
