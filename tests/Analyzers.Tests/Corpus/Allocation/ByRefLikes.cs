using System.Numerics;

// Ref structs with interfaces, static abstracts and numbers in generic code: what is called as itself is not boxed.
// information is not the point
[InterruptDriver]
internal sealed partial class ByRefLikes
{
    private readonly int[] _items = [1, 2, 3];
    private readonly Tally _tally = new();
    private Gauge _gauge;
    private IGauge? _any;
    private int _n;
    private double _d;

    [MsiVector(0)]
    private void RefStructBehindInterface(in Interrupt irq)
    {
        Cursor cursor = new(_items);
        _n = Drain(ref cursor);
        _n += Use(new Cursor(_items));
    }

    [MsiVector(1)]
    private void RefStructThatAllocates(in Interrupt irq)
    {
        Copying cursor = new(_items);
        _n = Drain(ref cursor); //! TH2002
    }

    [MsiVector(2)]
    private void ForeachOfRefStruct(in Interrupt irq)
    {
        foreach (ref int item in new Walker(_items))
        {
            item++;
        }
    }

    [MsiVector(3)]
    private void Sums(in Interrupt irq)
    {
        _n = Sum<int>(_items);
        _d = Sum<double>([1.5, irq.Vector]);
        _n += Max(irq.Vector, 3) + Parse<int>("12");
    }

    [MsiVector(4)]
    private void StaticAbstractThatAllocates(in Interrupt irq)
    {
        _n = Describe<Quiet>() + Describe<Loud>(); //! TH2006
    }

    [MsiVector(5)]
    private void Constrained(in Interrupt irq)
    {
        _n = Read(_gauge) + ReadRef(ref _gauge) + ReadIn(in _gauge);
        _n += ReadAny(_gauge); //! TH2003
    }

    [MsiVector(6)]
    private void AssignedToInterface(in Interrupt irq)
    {
        _any = _gauge; //! TH2003
        _any = null;
        _any = _tally;
    }

    [MsiVector(7)]
    private void TypeTests(in Interrupt irq)
    {
        _n = Is<int>(irq.Vector) + Is<long>(irq.Signals);
    }

    [MsiVector(8)]
    private void ObjectMethodsOfT(in Interrupt irq)
    {
        _n = Hash(irq.Vector) + Hash(new Keyed(3)) + Hash("text");
        _n += Hash(new Unkeyed { Value = 3 }); //! TH2003
    }

    [MsiVector(9)]
    private void EqualsOfT(in Interrupt irq)
    {
        bool same = Same(irq.Vector, 3) && Same(new Keyed(3), new Keyed(4)) && SameByDefault(new Keyed(1), new Keyed(2));
        same &= SameByDefault(new Unkeyed(), new Unkeyed()); //! TH2017|TH2003
        _n = same ? 1 : 0;
    }

    [MsiVector(10)]
    private void NewOfT(in Interrupt irq)
    {
        _gauge = Make<Gauge>();
        _any = Make<Tally>(); //! TH2001
    }

    [MsiVector(11)]
    private void CastOfT(in Interrupt irq)
    {
        _n = Cast<int>(irq.Vector);
        _n += CastAny<int>(irq.Vector); //! TH2003
    }

    [MsiVector(12)]
    private void DefaultMember(in Interrupt irq)
    {
        _n = Twice(_tally);
        _n += TwiceOf(_gauge); //! TH2003
    }

    [MsiVector(13)]
    private void Operators(in Interrupt irq)
    {
        Vector3 sum = new Vector3(1, 2, irq.Vector) + Vector3.One;
        _d = sum.X;
        Fixed a = irq.Vector;
        Fixed b = a + 3;
        _n = (int)b;
        _n += (int)checked(a + b);
    }

    [MsiVector(14)]
    private void ByComparer(in Interrupt irq)
    {
        _n = Sorted<int, Up>(_items);
        _n += SortedBy(_items, new Up()); //! TH2003
        _items.AsSpan().Sort(new Up()); //! TH2005
    }

    private static int Drain<T>(ref T cursor)
        where T : ICursor, allows ref struct
    {
        int count = 0;
        while (count < 8 && cursor.Next())
        {
            count++;
        }

        return count;
    }

    private static int Use<T>(scoped T cursor)
        where T : ICursor, allows ref struct => cursor.Next() ? 1 : 0;

    private static T Sum<T>(ReadOnlySpan<T> items)
        where T : INumber<T>
    {
        T sum = T.Zero;
        foreach (T item in items)
        {
            sum += item * T.One;
        }

        return T.Abs(sum);
    }

    private static T Max<T>(T a, T b)
        where T : IComparisonOperators<T, T, bool> => a > b ? a : b;

    private static T Parse<T>(ReadOnlySpan<char> text)
        where T : ISpanParsable<T> => T.TryParse(text, null, out T? value) ? value : default!;

    private static int Describe<T>()
        where T : INamed => T.Name.Length;

    private static int Read<T>(T gauge)
        where T : IGauge => gauge.Read();

    private static int ReadRef<T>(ref T gauge)
        where T : struct, IGauge => gauge.Read();

    private static int ReadIn<T>(in T gauge)
        where T : struct, IGauge => gauge.Read();

    private static int ReadAny(IGauge gauge) => gauge is null ? 0 : 1;

    private static int Is<T>(T value)
    {
        if (typeof(T) == typeof(int))
        {
            return Unsafe.As<T, int>(ref value);
        }

        return default(T) is null ? 1 : 2;
    }

    private static int Hash<T>(T value)
        where T : notnull => value.GetHashCode();

    private static bool Same<T>(T a, T b)
        where T : IEquatable<T> => a.Equals(b);

    private static bool SameByDefault<T>(T a, T b) => EqualityComparer<T>.Default.Equals(a, b);

    private static T Make<T>()
        where T : new() => new();

    private static T Cast<T>(int value)
        where T : INumberBase<T> => T.CreateTruncating(value);

    private static T CastAny<T>(object value) => (T)value;

    private static int Twice<T>(T gauge)
        where T : IGauge => gauge.Twice();

    private static int TwiceOf<T>(T gauge)
        where T : struct, IGauge => gauge.Twice();

    private static int Sorted<T, TComparer>(T[] items)
        where TComparer : struct, IComparer<T> => default(TComparer).Compare(items[0], items[1]);

    private static int SortedBy(int[] items, IComparer<int> comparer) => comparer is null ? 0 : items.Length;
}

internal interface ICursor
{
    bool Next();
}

internal ref struct Cursor(ReadOnlySpan<int> left) : ICursor
{
    private ReadOnlySpan<int> _left = left;

    public bool Next()
    {
        if (_left.IsEmpty)
        {
            return false;
        }

        _left = _left[1..];
        return true;
    }
}

internal ref struct Copying(ReadOnlySpan<int> left) : ICursor
{
    private ReadOnlySpan<int> _left = left;

    public bool Next()
    {
        _left = _left[1..].ToArray();
        return false;
    }
}

internal readonly ref struct Walker(Span<int> items)
{
    private readonly Span<int> _items = items;

    public Span<int>.Enumerator GetEnumerator() => _items.GetEnumerator();
}

internal interface INamed
{
    static abstract string Name { get; }
}

internal struct Quiet : INamed
{
    public static string Name => "quiet";
}

internal struct Loud : INamed
{
    public static string Name => "loud".ToUpperInvariant();
}

internal interface IGauge
{
    int Read();

    int Twice() => Read() * 2;
}

internal struct Gauge : IGauge
{
    private int _value;

    public int Read() => ++_value;
}

internal sealed class Tally : IGauge
{
    private int _value;

    public int Read() => ++_value;
}

internal readonly record struct Keyed(int Value);

internal struct Unkeyed
{
    public int Value;
}

internal readonly struct Fixed(int raw)
{
    private readonly int _raw = raw;

    public static implicit operator Fixed(int n) => new(n);

    public static explicit operator int(Fixed value) => value._raw;

    public static Fixed operator +(Fixed a, Fixed b) => new(a._raw + b._raw);

    public static Fixed operator checked +(Fixed a, Fixed b) => new(unchecked(a._raw + b._raw));
}

internal readonly struct Up : IComparer<int>
{
    public int Compare(int x, int y) => x < y ? -1 : x == y ? 0 : 1;
}
