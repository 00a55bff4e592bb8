// Calls that are not written, of an eighth batch: by the compiler, by the language, by a base class.
// information is not the point
[InterruptDriver]
internal sealed partial class EighthHidden
{
    private readonly Source<string> _strings = new TextSource();
    private readonly IComparer<Job> _order = new ByPriority();
    private readonly Job[] _jobs = new Job[4];
    private readonly Frame _frame = new();
    private readonly Handle _handle = new();
    private readonly Matrix _matrix = new(2);
    private readonly (Money Price, int Count)[] _offers = new (Money, int)[4];
    private Money _money;
    private Wide _wide;
    private Option<int> _option;
    private long _sum;

    [MsiVector(0)]
    private void BaseOfGeneric(in Interrupt irq) => _sum += _strings.Length(); //! TH2006

    [MsiVector(1)]
    private void ComparerOfOwn(in Interrupt irq)
    {
        _sum += _order.Compare(_jobs[0], _jobs[1]); //? TH6003
        Job best = _jobs[0];
        foreach (Job job in _jobs)
        {
            best = ByPriority.Better(best, job);
        }

        _sum += best.Priority;
    }

    [MsiVector(2)]
    private void TupleOfOperators(in Interrupt irq)
    {
        if (_offers[0] == _offers[1]) //! TH4001
        {
            _sum++;
        }
    }

    [MsiVector(3)]
    private void UsingOfNullable(in Interrupt irq)
    {
        using Handle? handle = irq.Index > 3 ? _handle : null; //! TH3002
        _sum++;
    }

    [MsiVector(4)]
    private void DeconstructInForEach(in Interrupt irq)
    {
        foreach (var ((price, count), index) in _frame)
        {
            _sum += price + count + index;
        }
    }

    [MsiVector(5)]
    private void SwitchOnOwn(in Interrupt irq)
    {
        switch (_option)
        {
            case { HasValue: true, Value: var value }: //! TH4001
                _sum += value;
                break;
            case { HasValue: false }:
                break;
        }
    }

    [MsiVector(6)]
    private void CoalesceWithConversion(in Interrupt irq)
    {
        Money? none = irq.Index > 3 ? _money : null;
        Wide wide = none ?? _wide; //! TH2001
        _sum += wide.High;
    }

    [MsiVector(7)]
    private void IndexerOfTwo(in Interrupt irq)
    {
        _matrix[0, 1] = _matrix[1, 0] + 1;
        _matrix[irq.Index & 1] *= 2; //! TH3001
    }

    [MsiVector(8)]
    private void ReturnedConversion(in Interrupt irq) => _sum += ToWide(_money).High; //! TH2001

    [MsiVector(9)]
    private void InitialisersOfStruct(in Interrupt irq)
    {
        var light = new Light();
        var heavy = default(Heavy);
        _sum += light.Value + heavy.Value;
        heavy = new Heavy(); //! TH2002
        _sum += heavy.Value;
    }

    private static Wide ToWide(Money money) => money;
}

//--- source
internal abstract class Source<T>
    where T : notnull
{
    public int Length() => Next() is string { Length: var length } ? length : 0;

    protected abstract T Next();
}

internal sealed class TextSource : Source<string>
{
    private int _next;

    protected override string Next() => (_next++).ToString();
}

internal readonly record struct Job(int Priority);

internal sealed class ByPriority : IComparer<Job>
{
    public int Compare(Job a, Job b) => a.Priority.CompareTo(b.Priority);

    public static Job Better(Job a, Job b) => a.Priority > b.Priority ? a : b;
}

internal readonly struct Money(int cents)
{
    public int Cents => cents;

    public static bool operator ==(Money a, Money b)
        => a.Cents < 0 ? throw new InvalidOperationException() : a.Cents == b.Cents;

    public static bool operator !=(Money a, Money b) => a.Cents != b.Cents;

    public override bool Equals(object? other) => other is Money money && Cents == money.Cents;

    public override int GetHashCode() => cents;
}

internal struct Wide
{
    public int High;

    public static implicit operator Wide(Money money) => new() { High = Box.Of(money.Cents).Value };
}

internal sealed class Box
{
    public int Value { get; init; }

    public static Box Of(int value) => new() { Value = value };
}

internal sealed class Handle : IDisposable
{
    private readonly ManualResetEventSlim _done = new();

    public void Dispose() => _done.Wait(3);
}

internal sealed class Frame
{
    private readonly int[] _items = new int[4];

    public Walk GetEnumerator() => new(_items);

    public ref struct Walk(int[] items)
    {
        private int _at = -1;

        public readonly ((int Price, int Count), int Index) Current => ((items[_at], 1), _at);

        public bool MoveNext() => ++_at < items.Length;
    }
}

internal readonly struct Option<T>
    where T : struct
{
    private readonly T? _value;

    public bool HasValue => _value.HasValue;

    public T Value => HasValue ? _value.GetValueOrDefault() : throw new InvalidOperationException();
}

internal sealed class Matrix(int size)
{
    private readonly int[] _cells = new int[size * size];
    private readonly object _gate = new();

    public int this[int row, int column]
    {
        get => _cells[(row * size) + column];
        set => _cells[(row * size) + column] = value;
    }

    public int this[int row]
    {
        get => this[row, 0];
        set
        {
            lock (_gate)
            {
                this[row, 0] = value;
            }
        }
    }
}

internal struct Light
{
    public int Value;
}

internal struct Heavy
{
    private readonly int[] _items = new int[2];

    public Heavy()
    {
    }

    public readonly int Value => _items is null ? 0 : _items.Length;
}
