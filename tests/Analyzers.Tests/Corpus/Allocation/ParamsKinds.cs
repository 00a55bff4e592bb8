// params of every kind: what the caller makes for it.
// information is not the point
[InterruptDriver]
internal sealed partial class ParamsKinds
{
    private readonly int[] _items = [1, 2, 3];
    private readonly Table _table = new();
    private int _n;

    [MsiVector(0)]
    private void Spans(in Interrupt irq)
    {
        _n = OfSpan(irq.Vector, irq.Index, 3) + OfSpan() + OfReadOnly(irq.Vector) + OfReadOnly(1, 2, 3);
        _n += OfReadOnly(_items) + OfReadOnly([irq.Vector, 4]);
    }

    [MsiVector(1)] // what the array holds is boxed for it
    private void SpanOfObjects(in Interrupt irq)
    {
        _n = OfObjects("a", null, "b");
        _n += OfObjects("a", irq.Vector); //! TH2003
    }

    [MsiVector(2)]
    private void Arrays(in Interrupt irq)
    {
        _n = OfArray(_items) + OfArray() + OfArray(null!);
        _n += OfArray(irq.Vector); //! TH2007
    }

    [MsiVector(3)]
    private void ArraysOfObjects(in Interrupt irq)
    {
        _n = Any(irq.Vector, 2); //! TH2007 TH2003
    }

    [MsiVector(4)] // an array of references goes as it is
    private void ArrayItself(in Interrupt irq) => _n = Any(s_names);

    [MsiVector(5)]
    private void Lists(in Interrupt irq) => _n = OfList(irq.Vector, 2); //! TH2007

    [MsiVector(6)]
    private void Enumerables(in Interrupt irq) => _n = OfEnumerable(irq.Vector, 2); //! TH2007

    [MsiVector(7)] // an empty one of a list is a new list all the same
    private void EmptyList(in Interrupt irq) => _n = OfList(); //! TH2007

    [MsiVector(8)]
    private void EmptyEnumerable(in Interrupt irq) => _n = OfEnumerable();

    [MsiVector(9)]
    private void Indexers(in Interrupt irq)
    {
        _n = _table[irq.Vector, irq.Index];
        _n += _table["a", irq.Vector]; //! TH2007
    }

    [MsiVector(10)]
    private void Constructors(in Interrupt irq)
    {
        Set set = new(irq.Vector, 2, 3);
        _n = set.Sum;
        Set other = new("x", 2, 3); //! TH2007
        _n += other.Sum;
    }

    [MsiVector(11)]
    private void LibraryHasSpans(in Interrupt irq) => _n = string.Concat("a", "b").Length; //! TH2006

    [MsiVector(12)]
    private void Local(in Interrupt irq)
    {
        _n = Sum(irq.Vector, 2);
        _n += SumOf(irq.Vector, 2); //! TH2007

        static int Sum(params ReadOnlySpan<int> items) => items.Length;
        static int SumOf(params int[] items) => items.Length;
    }

    [MsiVector(13)]
    private void GenericParams(in Interrupt irq)
    {
        _n = Generic(irq.Vector, 2);
        _n += Generic<object>("a", "b");
        _n += Generic<object>("a", 3); //! TH2003
        _n += GenericArray(irq.Status); //! TH2007
    }

    [MsiVector(14)]
    private void OwnCollection(in Interrupt irq)
    {
        _n = OfBag(irq.Vector, 2);
        _n += OfHeap(irq.Vector, 2); //! TH2007|TH2001
    }

    private static readonly string[] s_names = ["a", "b"];

    private static int OfSpan(params Span<int> items) => items.Length;

    private static int OfReadOnly(params ReadOnlySpan<int> items) => items.Length;

    private static int OfObjects(params ReadOnlySpan<object?> items) => items.Length;

    private static int OfArray(params int[] items) => items?.Length ?? 0;

    private static int Any(params object[] items) => items.Length;

    private static int OfList(params List<int> items) => items.Count;

    private static int OfEnumerable(params IEnumerable<int> items) => items is int[] array ? array.Length : 0;

    private static int Generic<T>(params ReadOnlySpan<T> items) => items.Length;

    private static int GenericArray<T>(params T[] items) => items.Length;

    private static int OfBag(params Bag bag) => bag.Count;

    private static int OfHeap(params HeapBag bag) => bag.Count;
}

internal sealed class Table
{
    public int this[params ReadOnlySpan<int> at] => at.Length;

    public int this[string name, params int[] at] => name.Length + at.Length;
}

internal readonly struct Set
{
    public Set(params ReadOnlySpan<int> items) => Sum = items.Length;

    public Set(string name, params int[] items) => Sum = items.Length + name.Length;

    public int Sum { get; }
}

[CollectionBuilder(typeof(Bag), nameof(Create))]
internal readonly struct Bag(int count) : IEnumerable<int>
{
    public int Count => count;

    public static Bag Create(ReadOnlySpan<int> items) => new(items.Length);

    public IEnumerator<int> GetEnumerator() => throw new NotSupportedException();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => throw new NotSupportedException();
}

internal sealed class HeapBag : IEnumerable<int>
{
    public int Count { get; private set; }

    public void Add(int item) => Count += item;

    public IEnumerator<int> GetEnumerator() => throw new NotSupportedException();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => throw new NotSupportedException();
}
