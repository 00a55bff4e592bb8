// Constructs that look harmless.
// information is not the point
using System.Collections;
using System.Runtime.InteropServices;

[InterruptDriver]
internal sealed partial class Tricky
{
    private readonly List<int> _list = [1, 2];
    private readonly int[] _array = new int[4];
    private readonly Dictionary<int, int> _map = [];
    private Action? _actions;
    private object? _sink;
    private string? _text;
    private int? _maybe;
    private int _n;
    private Reading _reading;
    private Kind _kind;

    [MsiVector(0)] // the struct enumerator in an interface
    private void BoxedEnumerator(in Interrupt irq)
    {
        IEnumerator<int> e = _list.GetEnumerator(); //! TH2003
        _sink = e;
    }

    [MsiVector(1)]
    private void ArrayAsSequence(in Interrupt irq)
    {
        foreach (int item in (IEnumerable<int>)_array) //! TH2011 //? TH6003
        {
            _n += item;
        }
    }

    [MsiVector(2)]
    private void InvocationList(in Interrupt irq)
    {
        _sink = _actions?.GetInvocationList(); //! TH2002
    }

    [MsiVector(3)]
    private void FindWithCapture(in Interrupt irq)
    {
        int vector = irq.Vector; //? TH2004
        _n = _list.FindIndex(x => x == vector); //! TH2004|TH2005
    }

    [MsiVector(4)]
    private void FindStatic(in Interrupt irq)
    {
        _n = _list.FindIndex(static x => x > 3);
    }

    [MsiVector(5)]
    private void SortWithComparison(in Interrupt irq)
    {
        _list.Sort(static (a, b) => b.CompareTo(a));
    }

    [MsiVector(6)]
    private void ForEachThis(in Interrupt irq)
    {
        _list.ForEach(x => _n += x); //! TH2005
    }

    [MsiVector(7)] // a record struct's text
    private void RecordStructToString(in Interrupt irq)
    {
        _text = _reading.ToString(); //! TH2006|TH2001
    }

    [MsiVector(8)]
    private void NullableToString(in Interrupt irq)
    {
        _text = _maybe.ToString(); //! TH2006
    }

    [MsiVector(9)]
    private void EnumInInterpolation(in Interrupt irq)
    {
        _text = $"{_kind}"; //! TH2006
    }

    [MsiVector(10)]
    private void EnumInConcatenation(in Interrupt irq)
    {
        _text = "k" + _kind; //! TH2006 //? TH2003
    }

    [MsiVector(11)]
    private void BoxInConditional(in Interrupt irq)
    {
        _sink = irq.Vector == 0 ? null : (object)irq.Vector; //! TH2003
    }

    [MsiVector(12)]
    private void BoxInCoalesce(in Interrupt irq)
    {
        _sink = _sink ?? irq.Vector; //! TH2003
    }

    [MsiVector(13)]
    private void BoxInSwitch(in Interrupt irq)
    {
        _sink = irq.Vector switch { 0 => "zero", _ => irq.Index }; //! TH2003
    }

    [MsiVector(15)]
    private void ReturnsBox(in Interrupt irq)
    {
        _sink = Boxed(irq.Vector); //! TH2003
    }

    [MsiVector(16)]
    private void NonGenericCollections(in Interrupt irq)
    {
        IList list = _list;
        list[0] = irq.Vector; //! TH2003 //? TH6003
    }

    [MsiVector(17)]
    private void ThrowHelperOfString(in Interrupt irq)
    {
        ArgumentException.ThrowIfNullOrEmpty(_text);
    }

    [MsiVector(18)] // a static readonly array is made before
    private void StaticTable(in Interrupt irq)
    {
        _n = Table[irq.Index & 3];
    }

    [MsiVector(19)] // a property that makes its table each time
    private void TableProperty(in Interrupt irq)
    {
        _n = FreshTable[irq.Index & 3]; //! TH2008|TH2002
    }

    [MsiVector(20)]
    private void DictionaryKeysCopy(in Interrupt irq)
    {
        int[] keys = [.. _map.Keys]; //! TH2008 //? TH2011
        _n = keys.Length;
    }

    [MsiVector(21)]
    private void StructCopyOfThis(in Interrupt irq)
    {
        Reading copy = _reading;
        copy.Reset();
        _reading = copy;
    }

    [MsiVector(22)] // a generic type test
    private void GenericTypeTest(in Interrupt irq)
    {
        _n = Size(irq.Vector);
    }

    [MsiVector(23)]
    private void DisposeThroughInterface(in Interrupt irq)
    {
        using IDisposable scope = new Scope(); //! TH2003
        _n++;
    }

    [MsiVector(24)]
    private void CollectionsMarshalSafe(in Interrupt irq)
    {
        ref int value = ref CollectionsMarshal.GetValueRefOrNullRef(_map, irq.Vector);
        if (!Unsafe.IsNullRef(ref value))
        {
            value++;
        }
    }

    [MsiVector(25)]
    private void CollectionsMarshalAdds(in Interrupt irq)
    {
        CollectionsMarshal.GetValueRefOrAddDefault(_map, irq.Vector, out _)++; //! TH2012
    }

    private static readonly int[] Table = [1, 2, 4, 8];

    private static int[] FreshTable => [1, 2, 4, 8];

    private static object Boxed<T>(T value)
        where T : struct
        => value;

    private static int Size<T>(T value) => typeof(T) == typeof(int) ? 4 : 8;

    private readonly struct Scope : IDisposable
    {
        public void Dispose()
        {
        }
    }
}

internal record struct Reading(int A, int B)
{
    public void Reset() => A = 0;
}

internal enum Kind
{
    A,
}
