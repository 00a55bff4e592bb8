// The same small mistake wherever an expression can stand, beside the form that is none.
// information is not the point
[InterruptDriver]
internal sealed partial class Positions(int first)
{
    private readonly int[] _slots = new int[8];
    private readonly int[][] _rows = [new int[4], new int[4]];
    private object _kept = "";
    private int _n = first;
    private int? _maybe;
    private (int Tag, object? Value) _pair;

    [MsiVector(0)] // in the arm that is taken, and in the one that is not
    private void SwitchArm(in Interrupt irq) => _kept = irq.Vector switch
    {
        0 => "none",
        > 100 => irq.Signals, //! TH2003
        _ => "many",
    };

    [MsiVector(1)]
    private void SwitchArmOfNumbers(in Interrupt irq) => _n = irq.Vector switch { 0 => 1, > 1 and < 9 => (int)irq.Signals, _ => 3 };

    [MsiVector(2)]
    private void When(in Interrupt irq)
    {
        switch (irq.Vector)
        {
            case var v when Same(v, irq.Signals): //! TH2003
                _n++;
                break;
            case int when irq.Status == 3:
                break;
        }
    }

    [MsiVector(3)]
    private void Coalesce(in Interrupt irq)
    {
        _n = _maybe ?? irq.Vector;
        _maybe ??= irq.Vector;
        _kept = _maybe ?? (object)"none"; //! TH2003
    }

    [MsiVector(4)]
    private void Conditional(in Interrupt irq)
    {
        _kept = irq.Vector > 3 ? _kept : irq.Index; //! TH2003
        _n = irq.Vector > 3 ? _n : irq.Index;
    }

    [MsiVector(5)]
    private void TupleElement(in Interrupt irq)
    {
        _pair = (irq.Vector, null);
        _pair = (irq.Vector, irq.Index); //! TH2003
    }

    [MsiVector(6)]
    private void Deconstruction(in Interrupt irq)
    {
        (_n, int other) = (irq.Vector, irq.Index);
        (_kept, _n) = (other, 3); //! TH2003
    }

    [MsiVector(7)]
    private void Argument(in Interrupt irq)
    {
        Same(more: 2, n: 1); //! TH2003
        Add(more: irq.Index);
    }

    [MsiVector(8)]
    private void DefaultArgument(in Interrupt irq) => _n = Filled(irq.Vector);

    [MsiVector(9)]
    private void IndexerArgument(in Interrupt irq)
    {
        _n = _slots[new int[2].Length]; //! TH2002
        _n = _slots[^1] + _rows[0][^2];
    }

    [MsiVector(10)]
    private void RefLocal(in Interrupt irq)
    {
        ref int slot = ref _slots[irq.Vector & 7];
        slot++;
        ref object kept = ref _kept;
        kept = slot; //! TH2003
    }

    [MsiVector(11)]
    private void RefReturn(in Interrupt irq)
    {
        Slot(irq.Vector) = 3;
        Kept() = irq.Vector; //! TH2003
    }

    [MsiVector(12)]
    private void OutVariable(in Interrupt irq)
    {
        if (Take(irq.Vector, out int taken) && TakeAny(irq.Vector, out object? any)) //! TH2003
        {
            _n = taken;
            _kept = any;
        }
    }

    [MsiVector(13)]
    private void LocalFunctions(in Interrupt irq)
    {
        int total = 0;
        Count(3);
        _n = total;

        void Count(int n)
        {
            total += n;
            Inner();

            void Inner() => total += n;
        }
    }

    [MsiVector(14)]
    private void LocalFunctionThatBoxes(in Interrupt irq)
    {
        Keep(irq.Vector); //! TH2003

        void Keep(int n)
        {
            Inner();

            void Inner() => _kept = n;
        }
    }

    [MsiVector(15)] // a pattern reads the box that is there, and makes none
    private void Patterns(in Interrupt irq)
    {
        _n = _kept is int n and > 3 ? n : 0;
        _n += _kept is string { Length: > 2 } ? 1 : 0;
        _n += _pair is { Tag: 3, Value: null } ? 1 : 0;
        _n += _slots is [1, .., 2] ? 1 : 0;
        _n += (irq.Vector, irq.Index) is (0, > 2) ? 1 : 0;
    }

    [MsiVector(16)] // a slice of a list pattern is a copy where it is named
    private void SlicePattern(in Interrupt irq)
    {
        if (_slots is [_, .. var rest]) //! TH2013
        {
            _n = rest.Length;
        }

        if (_slots.AsSpan() is [_, .. var view])
        {
            _n = view.Length;
        }
    }

    [MsiVector(17)]
    private void Using(in Interrupt irq)
    {
        using Scope scope = new(this);
        using (new Scope(this))
        {
            _n++;
        }
    }

    [MsiVector(18)]
    private void UsingBoxed(in Interrupt irq)
    {
        using IDisposable scope = new Scope(this); //! TH2003
        _n++;
    }

    [MsiVector(19)]
    private void ForParts(in Interrupt irq)
    {
        for (object at = 0; _n < 3; _n++) //! TH2003
        {
            _kept = at;
        }
    }

    [MsiVector(20)]
    private void Finally(in Interrupt irq)
    {
        try
        {
            _n++;
        }
        finally
        {
            _kept = _n; //! TH2003
        }
    }

    [MsiVector(21)] // what only a throw follows is the throw's
    private void Filter(in Interrupt irq)
    {
        try
        {
            _n = _slots[irq.Vector & 7];
        }
        catch (IndexOutOfRangeException e) when (e.HResult == 3)
        {
            _n = 0;
        }
    }

    [MsiVector(22)]
    private void Discards(in Interrupt irq)
    {
        _ = (irq.Vector, irq.Index);
        _ = irq.Vector;
        _ = (object)irq.Vector; //? TH2003
    }

    [MsiVector(23)]
    private void NestedLambda(in Interrupt irq) => _kept = new Func<Func<int>>(() => () => _n); //! TH2005

    [MsiVector(24)]
    private void Compound(in Interrupt irq)
    {
        _n += irq.Vector;
        string text = "";
        text += irq.Vector; //! TH2006
        _n += text.Length;
    }

    private static bool Same(object n, object more) => ReferenceEquals(n, more);

    private static int Filled(int n, object? more = null, string name = "a" + "b") => n + name.Length + (more is null ? 0 : 1);

    private static bool Take(int n, out int taken)
    {
        taken = n;
        return true;
    }

    private static bool TakeAny(int n, out object? taken)
    {
        taken = n;
        return true;
    }

    private void Add(int n = 1, int more = 2) => _n += n + more;

    private ref int Slot(int n) => ref _slots[n & 7];

    private ref object Kept() => ref _kept;

    private readonly struct Scope(Positions owner) : IDisposable
    {
        public void Dispose() => owner._n--;
    }
}
