// What a timeout of 0 makes of each lock.
[InterruptDriver]
internal sealed partial class LocksByOverload
{
    private readonly object _gate = new();
    private readonly Lock _lock = new();
    private readonly ReaderWriterLockSlim _table = new();
    private readonly ReaderWriterLock _old = new();
    private SpinLock _spin = new(false);
    private int _n;

    [MsiVector(0)]
    private void TryEnterWithTimeout(in Interrupt irq)
    {
        if (Monitor.TryEnter(_gate, 10)) //! TH3001
        {
            Monitor.Exit(_gate);
        }
    }

    [MsiVector(1)]
    private void TryEnterWithSpan(in Interrupt irq)
    {
        _n += Monitor.TryEnter(_gate, TimeSpan.FromMilliseconds(1)) ? 1 : 0; //! TH3001
    }

    [MsiVector(2)]
    private void TryEnterWithTimeoutAndFlag(in Interrupt irq)
    {
        bool taken = false;
        Monitor.TryEnter(_gate, 5, ref taken); //! TH3001
    }

    [MsiVector(3)]
    private void TryEnterAtOnce(in Interrupt irq)
    {
        bool taken = false;
        bool again = false;
        Monitor.TryEnter(_gate, ref taken);
        Monitor.TryEnter(_gate, 0, ref again);
        if (Monitor.TryEnter(_gate) || Monitor.TryEnter(_gate, 0) || Monitor.TryEnter(_gate, TimeSpan.Zero) || taken || again)
        {
            _n++;
        }
    }

    [MsiVector(4)]
    private void EnterWithFlag(in Interrupt irq)
    {
        bool taken = false;
        Monitor.Enter(_gate, ref taken); //! TH3001
    }

    [MsiVector(5)]
    private void HeldAlready(in Interrupt irq)
    {
        _n += Monitor.IsEntered(_gate) ? 1 : 0;
        _n += _lock.IsHeldByCurrentThread ? 1 : 0;
    }

    [MsiVector(6)]
    private void PulsesOnly(in Interrupt irq)
    {
        Monitor.Pulse(_gate); //i TH3008
        Monitor.PulseAll(_gate); //i TH3008
    }

    [MsiVector(7)]
    private void WaitsForPulse(in Interrupt irq)
    {
        _n += Monitor.Wait(_gate, 1) ? 1 : 0; //! TH3002
    }

    [MsiVector(8)]
    private void NewLockAtOnce(in Interrupt irq)
    {
        if (_lock.TryEnter())
        {
            _lock.Exit();
        }
        if (_lock.TryEnter(0) || _lock.TryEnter(TimeSpan.Zero))
        {
            _n++;
        }
    }

    [MsiVector(9)]
    private void NewLockWithTimeout(in Interrupt irq)
    {
        _n += _lock.TryEnter(3) ? 1 : 0; //! TH3001
    }

    [MsiVector(10)]
    private void NewLockWithSpan(in Interrupt irq)
    {
        _n += _lock.TryEnter(TimeSpan.FromTicks(9)) ? 1 : 0; //! TH3001
    }

    [MsiVector(11)]
    private void NewLockScope(in Interrupt irq)
    {
        using (_lock.EnterScope()) //! TH3001
        {
            _n++;
        }
    }

    [MsiVector(12)]
    private void NewLockUsingDeclaration(in Interrupt irq)
    {
        using Lock.Scope scope = _lock.EnterScope(); //! TH3001
        _n++;
    }

    [MsiVector(13)]
    private void SpinEnter(in Interrupt irq)
    {
        bool taken = false;
        _spin.Enter(ref taken); //! TH3001
        _spin.Exit(false);
    }

    [MsiVector(14)]
    private void SpinTry(in Interrupt irq)
    {
        bool taken = false;
        _spin.TryEnter(ref taken);
        if (taken)
        {
            _spin.Exit(useMemoryBarrier: false);
        }
        _n += _spin.IsHeld ? 1 : 0;
    }

    [MsiVector(15)]
    private void SpinTryZero(in Interrupt irq)
    {
        bool taken = false;
        _spin.TryEnter(0, ref taken);
        _spin.TryEnter(TimeSpan.Zero, ref taken);
    }

    [MsiVector(16)]
    private void SpinTryTimeout(in Interrupt irq)
    {
        bool taken = false;
        _spin.TryEnter(2, ref taken); //! TH3001
    }

    [MsiVector(17)]
    private void ReadLock(in Interrupt irq)
    {
        _table.EnterReadLock(); //! TH3001
        _table.ExitReadLock();
    }

    [MsiVector(18)]
    private void WriteLock(in Interrupt irq)
    {
        _table.EnterWriteLock(); //! TH3001
        _table.ExitWriteLock();
    }

    [MsiVector(19)]
    private void UpgradeLock(in Interrupt irq)
    {
        _n += _table.TryEnterUpgradeableReadLock(1) ? 1 : 0; //! TH3001
    }

    [MsiVector(20)]
    private void UpgradeLockForever(in Interrupt irq)
    {
        _table.EnterUpgradeableReadLock(); //! TH3001
    }

    [MsiVector(21)]
    private void ReadLockAtOnce(in Interrupt irq)
    {
        if (_table.TryEnterReadLock(0) || _table.TryEnterWriteLock(TimeSpan.Zero) || _table.TryEnterUpgradeableReadLock(0))
        {
            _n += _table.CurrentReadCount + _table.WaitingWriteCount;
        }
        _n += _table.IsWriteLockHeld ? 1 : 0;
    }

    [MsiVector(22)]
    private void OldReadLock(in Interrupt irq)
    {
        _old.AcquireReaderLock(100); //! TH3001
    }

    [MsiVector(23)]
    private void OldWriteLock(in Interrupt irq)
    {
        _old.AcquireWriterLock(TimeSpan.FromSeconds(1)); //! TH3001
    }

    [MsiVector(24)]
    private void TimeoutInAVariable(in Interrupt irq)
    {
        int timeout = _n;
        _n += Monitor.TryEnter(_gate, timeout) ? 1 : 0; //! TH3001
    }

    [MsiVector(25)]
    private void TimeoutInAConstant(in Interrupt irq)
    {
        const int Now = 0;
        _n += Monitor.TryEnter(_gate, Now) ? 1 : 0;
        _n += Monitor.TryEnter(millisecondsTimeout: 0, obj: _gate) ? 1 : 0;
    }

    [MsiVector(26)]
    private void TimeoutDefault(in Interrupt irq)
    {
        _n += _lock.TryEnter(default(TimeSpan)) ? 1 : 0;
        _n += Monitor.TryEnter(_gate, default(TimeSpan)) ? 1 : 0;
        _n += Monitor.TryEnter(_gate, new TimeSpan()) ? 1 : 0;
    }

    [MsiVector(27)]
    private void Synchronised(in Interrupt irq)
    {
        Count(); //! TH3001
    }

    [MsiVector(28)]
    private void LockOnSelf(in Interrupt irq)
    {
        lock (this) //! TH3001
        {
            _n++;
        }
    }

    [MsiVector(29)]
    private void LockOnType(in Interrupt irq)
    {
        lock (typeof(LocksByOverload)) //! TH3001
        {
            _n++;
        }
    }

    [MethodImpl(MethodImplOptions.Synchronized)]
    private void Count() => _n++;
}
