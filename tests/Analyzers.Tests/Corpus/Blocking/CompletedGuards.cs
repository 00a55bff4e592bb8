// Waits for what is known to be complete, and waits that only look so.
// information is not the point
[InterruptDriver]
internal sealed partial class CompletedGuards
{
    private readonly Task<int> _task = Task.FromResult(3);
    private readonly Task<int> _other = Task.FromResult(4);
    private ValueTask<int> _valueTask;
    private Task<int>? _maybe;
    private int _n;

    [MsiVector(0)]
    private void If(in Interrupt irq)
    {
        if (_task.IsCompleted)
        {
            _n = _task.Result;
        }
    }

    [MsiVector(1)]
    private void Successfully(in Interrupt irq)
    {
        if (_task.IsCompletedSuccessfully)
        {
            _n = _task.GetAwaiter().GetResult();
        }
    }

    [MsiVector(2)]
    private void EarlyReturn(in Interrupt irq)
    {
        if (!_task.IsCompleted)
        {
            return;
        }

        _n = _task.Result;
    }

    [MsiVector(3)]
    private void Conjunction(in Interrupt irq)
    {
        if (_task.IsCompletedSuccessfully && _task.Result > 2)
        {
            _n++;
        }
    }

    [MsiVector(4)]
    private void Conditional(in Interrupt irq)
    {
        _n = _task.IsCompleted ? _task.Result : -1;
    }

    [MsiVector(5)]
    private void Disjunction(in Interrupt irq)
    {
        if (!_task.IsCompleted || _task.Result == 0)
        {
            return;
        }

        _n++;
    }

    [MsiVector(6)]
    private void Pattern(in Interrupt irq)
    {
        if (_maybe is { IsCompletedSuccessfully: true })
        {
            _n = _maybe.Result;
        }
    }

    [MsiVector(7)]
    private void PatternWithName(in Interrupt irq)
    {
        if (_maybe is { IsCompleted: true } done)
        {
            _n = done.Result;
        }
    }

    [MsiVector(8)]
    private void PatternOfResult(in Interrupt irq)
    {
        if (_maybe is { IsCompletedSuccessfully: true, Result: > 3 })
        {
            _n++;
        }
    }

    [MsiVector(9)]
    private void Local(in Interrupt irq)
    {
        ValueTask<int> task = _valueTask;
        if (task.IsCompleted)
        {
            _n = task.Result;
        }
    }

    [MsiVector(10)]
    private void Status(in Interrupt irq)
    {
        if (_task.Status == TaskStatus.RanToCompletion)
        {
            _n = _task.Result;
        }
    }

    [MsiVector(11)]
    private void AwaiterGuard(in Interrupt irq)
    {
        TaskAwaiter<int> awaiter = _task.GetAwaiter();
        if (awaiter.IsCompleted)
        {
            _n = awaiter.GetResult();
        }
    }

    [MsiVector(12)] // the wrong branch
    private void Negated(in Interrupt irq)
    {
        if (!_task.IsCompleted)
        {
            _n = _task.Result; //! TH3004
        }
    }

    [MsiVector(13)] // another task
    private void Other(in Interrupt irq)
    {
        if (_other.IsCompleted)
        {
            _n = _task.Result; //! TH3004
        }
    }

    [MsiVector(14)] // or
    private void Or(in Interrupt irq)
    {
        if (_task.IsCompleted || _n > 3)
        {
            _n = _task.Result; //! TH3004
        }
    }

    [MsiVector(15)] // assigned between test and wait
    private void Assigned(in Interrupt irq)
    {
        Task<int> task = _task;
        if (task.IsCompleted)
        {
            task = _other;
            _n = task.Result; //! TH3004
        }
    }

    [MsiVector(16)] // after the guard
    private void AfterGuard(in Interrupt irq)
    {
        if (_task.IsCompleted)
        {
            _n++;
        }

        _n = _task.Result; //! TH3004
    }

    [MsiVector(17)] // else
    private void Else(in Interrupt irq)
    {
        if (!_task.IsCompleted)
        {
            _n++;
        }
        else
        {
            _n = _task.Result;
        }
    }

    [MsiVector(18)] // in a loop that ends
    private void LoopContinue(in Interrupt irq)
    {
        for (int i = 0; i < 4; i++)
        {
            if (!_task.IsCompleted)
            {
                continue;
            }

            _n += _task.Result;
        }
    }

    [MsiVector(19)] // guard and wait are both below
    private void Below(in Interrupt irq)
    {
        if (TryResult(_task, out int value))
        {
            _n = value;
        }
    }

    [MsiVector(20)] // a switch expression
    private void Switch(in Interrupt irq)
    {
        _n = _task.IsCompleted switch
        {
            true => _task.Result,
            false => 0,
        };
    }

    [MsiVector(21)] // an await of what is complete is still an async method; here nothing is
    private void BoolLocal(in Interrupt irq)
    {
        bool done = _task.IsCompleted;
        if (done)
        {
            _n = _task.Result;
        }
    }

    private static bool TryResult(Task<int> task, out int value)
    {
        value = task.IsCompletedSuccessfully ? task.Result : 0;
        return task.IsCompletedSuccessfully;
    }
}
