// Properties, indexers, events, operators, conversions, constructors, initialisers.
// information is not the point
[InterruptDriver]
internal sealed partial class Members
{
    private readonly Cell _cell = new();
    private readonly Notifier _notifier = new();
    private Amount _amount;
    private int _n;
    private object? _sink;
    private Extended? _extended;

    [MsiVector(0)]
    private void Getter(in Interrupt irq)
    {
        _n = _cell.Snapshot.Length; //! TH2002
    }

    [MsiVector(1)]
    private void Setter(in Interrupt irq)
    {
        _cell.Value = irq.Vector; //! TH3001
    }

    [MsiVector(2)] // its getter is fine
    private void GetterOnly(in Interrupt irq)
    {
        _n = _cell.Value;
    }

    [MsiVector(3)] // += reads and writes
    private void Compound(in Interrupt irq)
    {
        _cell.Value += 2; //! TH3001
    }

    [MsiVector(4)]
    private void Increment(in Interrupt irq)
    {
        _cell.Value++; //! TH3001
    }

    [MsiVector(5)]
    private void Indexer(in Interrupt irq)
    {
        _n = _cell[irq.Index]; //! TH2001
    }

    [MsiVector(6)]
    private void IndexerSet(in Interrupt irq)
    {
        _cell[irq.Index] = 4;
    }

    [MsiVector(7)]
    private void EventAccessors(in Interrupt irq)
    {
        _notifier.Changed += null; //! TH3001
        _notifier.Changed -= null;
    }

    [MsiVector(8)]
    private void Operator(in Interrupt irq)
    {
        _amount = _amount + new Amount(3); //! TH2002
    }

    [MsiVector(9)]
    private void CompoundOperator(in Interrupt irq)
    {
        _amount += new Amount(3); //! TH2002
    }

    [MsiVector(10)]
    private void UnaryOperator(in Interrupt irq)
    {
        _amount = -_amount; //! TH4001
    }

    [MsiVector(11)]
    private void IncrementOperator(in Interrupt irq)
    {
        _amount++; //! TH3003
    }

    [MsiVector(12)]
    private void TrueOperator(in Interrupt irq)
    {
        if (_amount) //! TH3001
        {
            _n++;
        }
    }

    [MsiVector(13)]
    private void Implicit(in Interrupt irq)
    {
        Amount amount = irq.Vector;
        _amount = amount;
        string text = _amount; //! TH2006
        _sink = text;
    }

    [MsiVector(14)]
    private void Explicit(in Interrupt irq)
    {
        _sink = (object[])_amount; //! TH2002
    }

    [MsiVector(15)]
    private void EqualityOperator(in Interrupt irq)
    {
        if (_amount == new Amount(4)) //! TH3001
        {
            _n++;
        }
    }

    [MsiVector(16)] // the struct's constructor
    private void StructConstructor(in Interrupt irq)
    {
        Heavy heavy = new(irq.Vector); //! TH2002
        _n = heavy.Length;
    }

    [MsiVector(17)] // the struct's initialiser runs with its constructor
    private void StructInitializer(in Interrupt irq)
    {
        WithInitializer value = new(irq.Vector); //! TH2001
        _n = value.Id;
    }

    [MsiVector(18)] // default runs nothing
    private void StructDefault(in Interrupt irq)
    {
        WithInitializer value = default;
        _n = value.Id;
    }

    [MsiVector(19)] // field initialisers, base constructor: besides the object itself
    private void BaseConstructor(in Interrupt irq)
    {
        _extended = new Extended(); //! TH2001 TH2002 TH3001 TH2012
    }

    [MsiVector(20)] // a constructor that calls another
    private void ChainedConstructor(in Interrupt irq)
    {
        Heavy heavy = new(); //! TH2002
        _n = heavy.Length;
    }

    [MsiVector(21)] // an object initialiser's setter
    private void ObjectInitializer(in Interrupt irq)
    {
        _amount = new Amount(1) { Note = 4 }; //! TH3003
    }

    [MsiVector(22)]
    private void AutoProperties(in Interrupt irq)
    {
        _cell.Auto = irq.Vector;
        _n = _cell.Auto;
    }

    [MsiVector(23)] // a ref property, read and written
    private void RefProperty(in Interrupt irq)
    {
        _cell.Slot = irq.Vector;
        _n = _cell.Slot;
    }
}

internal sealed class Cell
{
    private readonly int[] _items = new int[4];
    private int _value;

    public int Auto { get; set; }

    public ref int Slot => ref _items[1];

    public int[] Snapshot => Copy();

    public int Value
    {
        get => _value;
        set
        {
            lock (_items)
            {
                _value = value;
            }
        }
    }

    public int this[int index]
    {
        get => new Box(_items[index]).Value;
        set => _items[index] = value;
    }

    private int[] Copy() => new int[_items.Length];

    private sealed class Box(int value)
    {
        public int Value => value;
    }
}

internal sealed class Notifier
{
    private readonly object _gate = new();

    public event Action? Changed
    {
        add
        {
            lock (_gate)
            {
            }
        }

        remove
        {
        }
    }
}

internal struct Amount(int value)
{
    private static readonly object Gate = new();
    private int _value = value;

    public int Note
    {
        readonly get => _value;
        set
        {
            Thread.Sleep(1);
            _value = value;
        }
    }

    public static Amount operator +(Amount a, Amount b) => new(new[] { a._value, b._value }.Length);

    public static Amount operator -(Amount a) => throw new NotSupportedException();

    public static Amount operator ++(Amount a)
    {
        Thread.Sleep(1);
        return a;
    }

    public static bool operator true(Amount a)
    {
        lock (Gate)
        {
            return a._value != 0;
        }
    }

    public static bool operator false(Amount a) => a._value == 0;

    public static bool operator ==(Amount a, Amount b)
    {
        Monitor.Enter(Gate);
        Monitor.Exit(Gate);
        return a._value == b._value;
    }

    public static bool operator !=(Amount a, Amount b) => a._value != b._value;

    public static implicit operator Amount(int value) => new(value);

    public static implicit operator string(Amount a) => $"{a._value}";

    public static explicit operator object[](Amount a) => new object[a._value];

    public override readonly bool Equals(object? obj) => false;

    public override readonly int GetHashCode() => _value;
}

internal readonly struct Heavy
{
    private readonly int[] _items;

    public Heavy()
        : this(4)
    {
    }

    public Heavy(int n) => _items = new int[n];

    public int Length => _items.Length;
}

internal struct WithInitializer(int id)
{
    public object Marker = new();
    public int Id = id;
}

internal class BaseWithWork
{
    private readonly byte[] _scratch = new byte[16];

    protected BaseWithWork()
    {
        lock (_scratch)
        {
        }
    }
}

internal sealed class Extended : BaseWithWork
{
    private readonly List<int> _list = Fill();

    private static List<int> Fill()
    {
        var list = new List<int>();
        list.Add(3);
        return list;
    }
}
