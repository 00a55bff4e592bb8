// Who runs, of a seventh batch: hiding, diamonds, variance, sealed overrides, generics that are virtual.
// information is not the point
[InterruptDriver]
internal sealed partial class SeventhDispatch
{
    private readonly Animal _hidden = new Dog();
    private readonly Dog _dog = new();
    private readonly IProducer<object> _producer = new Texts();
    private readonly IBoth _both = new Both();
    private readonly Visitor _visitor = new Counting();
    private readonly Wrapper<Inner> _wrapper = new(new Inner());
    private readonly IList<int> _list = new int[4];
    private readonly Collector _collector = [];
    private readonly Chain? _chain = new(null);
    private int _level;
    private object? _kept;

    [MsiVector(0)]
    private void HiddenMember(in Interrupt irq)
    {
        _level = _hidden.Speak();
        _level = _dog.Speak(); //! TH2002
    }

    [MsiVector(1)]
    private void Variance(in Interrupt irq) => _kept = _producer.Next(); //! TH2006

    [MsiVector(2)]
    private void Diamond(in Interrupt irq)
    {
        _level = ((ILeft)_both).Value;
        _level += ((IRight)_both).Value; //! TH3003
    }

    [MsiVector(3)]
    private void GenericVirtual(in Interrupt irq)
    {
        _level = _visitor.Visit(irq.Index);
        _level += _visitor.Visit("a");
    }

    [MsiVector(4)]
    private void Wrapped(in Interrupt irq) => _level = _wrapper.Value.Depth; //! TH4003

    [MsiVector(5)]
    private void KnownList(in Interrupt irq) => _level = _list[irq.Index & 3]; //? TH6003

    [MsiVector(6)]
    private void OwnCollection(in Interrupt irq)
    {
        _collector.Add(irq.Index);
        foreach (int item in _collector)
        {
            _level += item;
        }

        Collector fresh = [1, 2]; //! TH2001|TH2008|TH2002
        _level += fresh.Count;
    }

    [MsiVector(7)]
    private void ConditionalChain(in Interrupt irq) => _level = _chain?.Next?.Next?.Weight(irq.Index) ?? 0; //! TH3001

    [MsiVector(8)]
    private void BaseCallInOverride(in Interrupt irq) => _kept = new Puppy().ToString(); //! TH2001 TH2001|TH2006
}

//--- source
internal class Animal
{
    public int Speak() => 1;
}

internal sealed class Dog : Animal
{
    public new int Speak() => new int[2].Length;
}

internal sealed class Puppy
{
    private readonly int _age = 1;

    public override string ToString() => base.ToString() + _age;
}

internal interface IProducer<out T>
{
    T Next();
}

internal sealed class Texts : IProducer<string>
{
    private int _count;

    public string Next() => $"text {_count++}";
}

internal interface ILeft
{
    int Value { get; }
}

internal interface IRight
{
    int Value { get; }
}

internal interface IBoth : ILeft, IRight;

internal sealed class Both : IBoth
{
    int ILeft.Value => 1;

    int IRight.Value
    {
        get
        {
            Thread.Sleep(1);
            return 2;
        }
    }
}

internal abstract class Visitor
{
    public abstract int Visit<T>(T item)
        where T : notnull;
}

internal sealed class Counting : Visitor
{
    private int _count;

    public override int Visit<T>(T item) => typeof(T) == typeof(int) ? ++_count : _count;
}

internal sealed class Wrapper<T>(T value)
{
    public T Value { get; } = value;
}

internal sealed class Inner
{
    private Inner? _next;

    public int Depth => _next is { } next ? next.Depth + 1 : 0;

    public void Set(Inner next) => _next = next;
}

internal sealed class Collector : System.Collections.IEnumerable
{
    private readonly int[] _items = new int[16];

    public int Count { get; private set; }

    public void Add(int item)
    {
        if (Count < _items.Length)
        {
            _items[Count++] = item;
        }
    }

    public Span<int>.Enumerator GetEnumerator() => _items.AsSpan(0, Count).GetEnumerator();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => _items.GetEnumerator();
}

internal sealed class Chain(Chain? next)
{
    private static readonly object s_gate = new();

    public Chain? Next => next;

    public int Weight(int value)
    {
        Monitor.Enter(s_gate);
        try
        {
            return value;
        }
        finally
        {
            Monitor.Exit(s_gate);
        }
    }
}
