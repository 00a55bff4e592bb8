// information is not the point
[InterruptDriver]
internal sealed partial class Locks
{
    private readonly object _gate = new();
    private readonly Lock _lock = new();
    private readonly ReaderWriterLockSlim _readers = new();
    private readonly Mutex _mutex = new();
    private SpinLock _spin = new(enableThreadOwnerTracking: false);
    private int _n;

    [MsiVector(0)] // lock-monitor
    private void LockStatement(in Interrupt irq)
    {
        lock (_gate) //! TH3001
        {
            _n++;
        }
    }

    [MsiVector(1)] // lock-Lock
    private void LockObject(in Interrupt irq)
    {
        lock (_lock) //! TH3001
        {
            _n++;
        }
    }

    [MsiVector(2)]
    private void LockScope(in Interrupt irq)
    {
        using (_lock.EnterScope()) //! TH3001
        {
            _n++;
        }
    }

    [MsiVector(3)]
    private void MonitorEnter(in Interrupt irq)
    {
        Monitor.Enter(_gate); //! TH3001
        _n++;
        Monitor.Exit(_gate);
    }

    [MsiVector(4)] // gives up at once
    private void MonitorTryEnter(in Interrupt irq)
    {
        if (Monitor.TryEnter(_gate))
        {
            _n++;
            Monitor.Exit(_gate);
        }
    }

    [MsiVector(5)]
    private void MonitorTryEnterZero(in Interrupt irq)
    {
        if (Monitor.TryEnter(_gate, 0))
        {
            try
            {
                _n++;
            }
            finally
            {
                Monitor.Exit(_gate);
            }
        }
    }

    [MsiVector(6)]
    private void MonitorTryEnterWaits(in Interrupt irq)
    {
        if (Monitor.TryEnter(_gate, 5)) //! TH3001|TH3002
        {
            Monitor.Exit(_gate);
        }
    }

    [MsiVector(7)]
    private void MonitorTryEnterSpan(in Interrupt irq)
    {
        if (Monitor.TryEnter(_gate, TimeSpan.FromMilliseconds(1))) //! TH3001|TH3002
        {
            Monitor.Exit(_gate);
        }
    }

    [MsiVector(8)]
    private void MonitorTryEnterZeroSpan(in Interrupt irq)
    {
        if (Monitor.TryEnter(_gate, TimeSpan.Zero))
        {
            Monitor.Exit(_gate);
        }
    }

    [MsiVector(9)]
    private void LockTryEnter(in Interrupt irq)
    {
        if (_lock.TryEnter())
        {
            _n++;
            _lock.Exit();
        }
    }

    [MsiVector(10)]
    private void LockEnter(in Interrupt irq)
    {
        _lock.Enter(); //! TH3001
        _lock.Exit();
    }

    [MsiVector(11)] // rwlock
    private void ReaderLock(in Interrupt irq)
    {
        _readers.EnterReadLock(); //! TH3001
        _readers.ExitReadLock(); //? TH3001
    }

    [MsiVector(12)]
    private void WriterLock(in Interrupt irq)
    {
        _readers.EnterWriteLock(); //! TH3001
        _readers.ExitWriteLock(); //? TH3001
    }

    [MsiVector(13)]
    private void MutexWait(in Interrupt irq)
    {
        _mutex.WaitOne(); //! TH3001|TH3002
        _mutex.ReleaseMutex();
    }

    [MsiVector(14)] // spinlock
    private void Spin(in Interrupt irq)
    {
        bool taken = false;
        _spin.Enter(ref taken); //! TH3001
        _spin.Exit();
    }

    [MsiVector(15)]
    private void SpinTry(in Interrupt irq)
    {
        bool taken = false;
        _spin.TryEnter(ref taken);
        if (taken)
        {
            _spin.Exit();
        }
    }

    [MsiVector(16)]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void LockBelow(in Interrupt irq)
    {
        Update(irq.Vector); //! TH3001
    }

    [MsiVector(17)]
    private void SynchronizedMethod(in Interrupt irq)
    {
        Synchronized(); //! TH3001
    }

    private void Update(int value)
    {
        lock (_gate)
        {
            _n = value;
        }
    }

    [MethodImpl(MethodImplOptions.Synchronized)]
    private void Synchronized() => _n++;
}
