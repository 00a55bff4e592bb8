// Polls, deadlines and locks of one's own, behind calls of one to five hops.
[InterruptDriver]
internal sealed partial class WaitsInDisguise(PciDevice device)
{
    private readonly Bar _bar = device.GetBar(0);
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly Queue<int> _queue = new(16);
    private readonly Stack<int> _stack = new(16);
    private readonly List<int> _list = new(16);
    private readonly Card _card = new(device.GetBar(0));
    private readonly CancellationToken _stop;
    private volatile bool _isReady;
    private bool _isPlain;
    private int _lock;
    private int _generation;
    private long _sum;
    private long _n;

    [MsiVector(0)]
    private void FlagVolatile(in Interrupt irq)
    {
        while (!_isReady) //! TH4005
        {
        }
    }

    [MsiVector(1)]
    private void FlagPlain(in Interrupt irq)
    {
        while (!_isPlain) //! TH4005|TH4004
        {
        }
    }

    [MsiVector(2)]
    private void FlagBounded(in Interrupt irq)
    {
        for (int i = 0; i < 100 && !_isReady; i++)
        {
        }
    }

    [MsiVector(3)]
    private void FlagBoundedInside(in Interrupt irq)
    {
        int spins = 0;
        while (Volatile.Read(ref _generation) == 0)
        {
            if (++spins > 1000)
            {
                return;
            }
        }
    }

    [MsiVector(4)]
    private void Generation(in Interrupt irq)
    {
        int before = _generation;
        while (_generation == before) //! TH4005|TH4004
        {
            Thread.SpinWait(1); //? TH3003
        }
    }

    [MsiVector(5)]
    private void Stop(in Interrupt irq)
    {
        while (!_stop.IsCancellationRequested) //! TH4004|TH4005
        {
            _n++;
        }
    }

    [MsiVector(6)]
    private void DeadlineTicks(in Interrupt irq)
    {
        long end = Stopwatch.GetTimestamp() + 1000;
        while (Stopwatch.GetTimestamp() < end && (_bar.Read32(0) & 1) == 0)
        {
        }
    }

    [MsiVector(7)]
    private void DeadlineElapsed(in Interrupt irq)
    {
        long start = Stopwatch.GetTimestamp();
        while ((_bar.Read32(0) & 1) == 0)
        {
            if (Stopwatch.GetElapsedTime(start) > TimeSpan.FromMicroseconds(5))
            {
                return;
            }
        }
    }

    [MsiVector(8)]
    private void DeadlineWatch(in Interrupt irq)
    {
        _watch.Restart();
        while (_watch.ElapsedTicks < 500)
        {
            _n++;
        }
    }

    [MsiVector(9)]
    private void DeadlineClock(in Interrupt irq)
    {
        long end = Environment.TickCount64 + 2;
        do
        {
            _n++;
        }
        while (Environment.TickCount64 < end);
    }

    [MsiVector(10)]
    private void DeadlineMoves(in Interrupt irq)
    {
        long start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start).TotalMilliseconds < 1) //! TH4005
        {
            start = Stopwatch.GetTimestamp();
        }
    }

    [MsiVector(11)]
    private void DeadlineRestarts(in Interrupt irq)
    {
        while (_watch.ElapsedTicks < 500) //! TH4005
        {
            _watch.Restart();
        }
    }

    [MsiVector(12)]
    private void LockByExchange(in Interrupt irq)
    {
        while (Interlocked.Exchange(ref _lock, 1) != 0) //! TH4005|TH4004|TH3001
        {
        }
        Volatile.Write(ref _lock, 0);
    }

    [MsiVector(13)]
    private void LockByCompare(in Interrupt irq)
    {
        while (Interlocked.CompareExchange(ref _lock, 1, 0) != 0) //! TH4005|TH4004|TH3001
        {
        }
        Volatile.Write(ref _lock, 0);
    }

    [MsiVector(14)]
    private void LockOnce(in Interrupt irq)
    {
        if (Interlocked.CompareExchange(ref _lock, 1, 0) == 0)
        {
            _n++;
            Volatile.Write(ref _lock, 0);
        }
    }

    [MsiVector(15)]
    private void Retries(in Interrupt irq)
    {
        long seen = Volatile.Read(ref _sum);
        while (true) //i TH4006
        {
            long now = Interlocked.CompareExchange(ref _sum, seen + 1, seen);
            if (now == seen)
            {
                break;
            }
            seen = now;
        }
    }

    [MsiVector(16)]
    private void RetriesWithBudget(in Interrupt irq)
    {
        for (int attempt = 0; attempt < 8; attempt++)
        {
            long seen = Volatile.Read(ref _sum);
            if (Interlocked.CompareExchange(ref _sum, seen + 1, seen) == seen)
            {
                break;
            }
        }
    }

    [MsiVector(17)]
    private void SequenceLock(in Interrupt irq)
    {
        int before;
        do
        {
            before = Volatile.Read(ref _generation);
            _n += _sum;
        }
        while ((before & 1) != 0 || before != Volatile.Read(ref _generation)); //! TH4005
    }

    private static bool Next(ref int i) => ++i < 8;

    private static bool Same(ref int i) => i < 8;
}

internal sealed class Card(Bar bar)
{
    public bool IsBusy => (bar.Read32(0) & 1) != 0;

    public void Reset() => Step1();

    public void ResetWithin()
    {
        for (int left = 100; left > 0; left--)
        {
            if (!IsBusy)
            {
                return;
            }
        }
    }

    public void WaitUntil(Func<Bar, bool> isDone)
    {
        while (!isDone(bar))
        {
        }
    }

    private void Step1() => Step2();

    private void Step2() => Step3();

    private void Step3() => Step4();

    private void Step4()
    {
        bar.Write32(0, 1);
        while (IsBusy)
        {
        }
    }
}

internal struct Budget(int left)
{
    public bool Take() => left-- > 0;

    public void Refill() => left = 8;
}
