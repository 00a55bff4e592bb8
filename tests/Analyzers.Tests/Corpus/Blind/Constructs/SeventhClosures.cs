// Closures in odd places, locks and native code of a seventh batch.
// information is not the point
using System.Runtime.InteropServices;

[InterruptDriver]
internal sealed unsafe partial class SeventhClosures(int first)
{
    private readonly Lock _lock = new();
    private readonly ReaderWriterLockSlim _slim = new();
    private readonly SemaphoreSlim _slots = new(1);
    private readonly int[] _items = new int[8];
    private readonly Func<int, int> _pick = static x => x;
    private readonly delegate* unmanaged<int, int> _native = null;
    private Action? _action;
    private Func<int>? _get;
    private CancellationToken _stop;
    private long _sum;

    private Func<int> this[int index] => () => index;

    private int Setting
    {
        set => _get = () => value;
    }

    [MsiVector(0)]
    private void IndexerMakesClosure(in Interrupt irq) => _get = this[irq.Index]; //! TH2004

    [MsiVector(1)]
    private void SetterMakesClosure(in Interrupt irq) => Setting = irq.Index; //! TH2004

    [MsiVector(2)]
    private void LoopVariable(in Interrupt irq)
    {
        foreach (int item in _items)
        {
            if (item > 100)
            {
                _action = () => _sum += item; //! TH2004
            }
        }
    }

    [MsiVector(3)]
    private void PatternVariable(in Interrupt irq)
    {
        _get = _pick(irq.Index) switch
        {
            > 3 and var large => () => large, //! TH2004
            _ => static () => 0,
        };
    }

    [MsiVector(4)]
    private void PrimaryParameter(in Interrupt irq) => _get = () => first; //! TH2005

    [MsiVector(5)]
    private void OnlyCalled(in Interrupt irq)
    {
        int total = 0;
        Add(irq.Index);
        Add(3);
        _sum += total;

        void Add(int value)
        {
            total += value;
            Twice();
            void Twice() => total *= 2;
        }
    }

    [MsiVector(6)]
    private void TriesLocks(in Interrupt irq)
    {
        if (_lock.TryEnter())
        {
            _sum++;
            _lock.Exit();
        }

        lock (_lock) //! TH3001
        {
            _sum++;
        }

        if (_slim.TryEnterReadLock(0)) //? TH3001
        {
            _slim.ExitReadLock(); //? TH3001 TH3008
        }

        _ = _slots.WaitAsync(); //! TH2001|TH2010|TH3001|TH3002
    }

    [MsiVector(7)]
    private void NativeCode(in Interrupt irq)
    {
        _sum += Fast(irq.Index) + Marshal.GetLastPInvokeError();
        _sum += Slow(irq.Index); //! TH3009
        _sum += Named("card"); //! TH2016 TH2016|TH3009
        _sum += _native(3); //! TH3009|TH6004
    }

    [MsiVector(8)]
    private void Throwing(in Interrupt irq)
    {
        ObjectDisposedException.ThrowIf(_sum < 0, this);
        _stop.ThrowIfCancellationRequested(); //! TH4002
        _sum += (int)Enum.Parse<DayOfWeek>("Friday"); //! TH4002
        if (irq.Index > 1000)
        {
            Environment.FailFast("too far"); //? TH3006|TH4001|TH4002|TH3010|TH3009
        }
    }

    [MsiVector(9)]
    private void LockOnField(in Interrupt irq)
    {
        using (_lock.EnterScope()) //! TH3001
        {
            _sum += irq.Index;
        }
    }

    [DllImport("card"), SuppressGCTransition]
    private static extern int Fast(int value);

    [DllImport("card")]
    private static extern int Slow(int value);

    [DllImport("card", CharSet = CharSet.Unicode)]
    private static extern int Named(string name);
}
