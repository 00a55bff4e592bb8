// Polls, deadlines and locks of one's own, behind calls of one to five hops.
[InterruptDriver]
internal sealed partial class DrainsAndSteps(PciDevice device)
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
    private void Drains(in Interrupt irq)
    {
        while (_queue.TryDequeue(out int item))
        {
            _n += item;
        }
    }

    [MsiVector(1)]
    private void DrainsAndFills(in Interrupt irq)
    {
        while (_queue.TryDequeue(out int item)) //! TH4004
        {
            _queue.Enqueue(item + 1); //! TH2012
        }
    }

    [MsiVector(2)]
    private void DrainsByCount(in Interrupt irq)
    {
        while (_queue.Count > 0)
        {
            _n += _queue.Dequeue();
        }
    }

    [MsiVector(3)]
    private void DrainsStackAndFills(in Interrupt irq)
    {
        while (_stack.Count > 0) //! TH4004
        {
            int top = _stack.Pop();
            if (top > 3)
            {
                _stack.Push(top / 2); //! TH2012
            }
        }
    }

    [MsiVector(4)]
    private void DrainsList(in Interrupt irq)
    {
        while (_list.Count != 0)
        {
            _list.RemoveAt(_list.Count - 1);
        }
    }

    [MsiVector(5)]
    private void DrainsListSometimes(in Interrupt irq)
    {
        while (_list.Count != 0) //! TH4005
        {
            if (_list[0] > 3)
            {
                _list.RemoveAt(0);
            }
        }
    }

    [MsiVector(6)]
    private void EnumeratesByHand(in Interrupt irq)
    {
        List<int>.Enumerator each = _list.GetEnumerator();
        while (each.MoveNext())
        {
            _n += each.Current;
        }
    }

    [MsiVector(7)]
    private void PollsByProperty(in Interrupt irq)
    {
        while (_card.IsBusy) //! TH4005|TH4004
        {
        }
    }

    [MsiVector(8)]
    private void PollsFarAway(in Interrupt irq)
    {
        _card.Reset(); //! TH4005|TH4004
    }

    [MsiVector(9)]
    private void PollsFarAwayBounded(in Interrupt irq)
    {
        _card.ResetWithin(); 
    }

    [MsiVector(10)]
    private void PollsByLocalFunction(in Interrupt irq)
    {
        while (!Done()) //! TH4005|TH4004
        {
        }
        bool Done() => (_bar.Read32(8) & 2) != 0;
    }

    [MsiVector(11)]
    private void PollsByPredicate(in Interrupt irq)
    {
        _card.WaitUntil(static bar => bar.Read32(4) == 0); //! TH4005|TH4004 //? TH5003
    }

    [MsiVector(12)]
    private void StepsByMethod(in Interrupt irq)
    {
        int i = 0;
        while (Next(ref i))
        {
            _n += i;
        }
    }

    [MsiVector(13)]
    private void StepsByMethodThatStays(in Interrupt irq)
    {
        int i = 0;
        while (Same(ref i)) //! TH4005
        {
            _n += i;
        }
    }

    [MsiVector(14)]
    private void StepsByBudget(in Interrupt irq)
    {
        Budget budget = new(8);
        while (budget.Take())
        {
            _n++;
        }
    }

    [MsiVector(15)]
    private void StepsByBudgetThatRefills(in Interrupt irq)
    {
        Budget budget = new(8);
        while (budget.Take()) //! TH4004
        {
            budget.Refill();
        }
    }

    [MsiVector(16)]
    private void Signals(in Interrupt irq)
    {
        for (ulong i = 0; i < (ulong)irq.Signals; i++)
        {
            _n++;
        }
    }

    [MsiVector(17)]
    private void Forever(in Interrupt irq)
    {
        for (;;) //! TH4004
        {
            _n++;
        }
    }

    [MsiVector(18)]
    private void ForeverInADelegate(in Interrupt irq)
    {
        Action spin = () => //! TH2004|TH2005
        {
            while (true)
            {
                _n++;
            }
        };
        spin(); //! TH4004
    }

    [MsiVector(19)]
    private void Once(in Interrupt irq)
    {
        do
        {
            _n++;
        }
        while (false);
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
