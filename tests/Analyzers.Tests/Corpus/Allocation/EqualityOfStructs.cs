using System.Numerics;
using System.Runtime.InteropServices;

// What compares structs, and what of it boxes them, also where nobody wrote a comparison.
// information is not the point
[InterruptDriver]
internal sealed partial class EqualityOfStructs
{
    private readonly Dictionary<KeyValuePair<int, int>, int> _byPair = new() { [new(1, 2)] = 3 };
    private readonly Dictionary<(int, int), int> _byTuple = new() { [(1, 2)] = 3 };
    private readonly Dictionary<(Bare, int), int> _byBareTuple = new() { [(default, 2)] = 3 };
    private readonly Dictionary<Wrapper, int> _byWrapper = new() { [default] = 3 };
    private readonly Dictionary<Custom, int> _byCustom = new() { [default] = 3 };
    private readonly Dictionary<DayOfWeek, int> _byEnum = new() { [default] = 3 };
    private readonly Dictionary<Guid, int> _byGuid = new() { [default] = 3 };
    private readonly Dictionary<nint, int> _byAddress = new() { [default] = 3 };
    private readonly HashSet<Bare> _set = [default];
    private readonly HashSet<GCHandle> _handles = [default];
    private readonly List<Bare> _list = [default];
    private readonly List<Custom> _customs = [default];
    private readonly Bare[] _array = [default];
    private readonly Custom[] _customArray = [default];
    private Wrapper _wrapper;
    private Custom _custom;
    private Bare? _maybe;
    private Custom? _maybeCustom;
    private int _n;
    private bool _b;

    [MsiVector(0)]
    private void GoodKeys(in Interrupt irq)
    {
        _b = _byTuple.TryGetValue((irq.Vector, 2), out _n) | _byCustom.ContainsKey(_custom) | _byEnum.ContainsKey(DayOfWeek.Friday);
        _b |= _byGuid.ContainsKey(Guid.Empty) | _byAddress.ContainsKey(irq.Vector) | _handles.Contains(default);
    }

    [MsiVector(1)]
    private void PairAsKey(in Interrupt irq) => _b = _byPair.TryGetValue(new(irq.Vector, 2), out _n); //! TH2017

    [MsiVector(2)] // the tuple compares its elements, and one of them cannot
    private void TupleOfBare(in Interrupt irq) => _b = _byBareTuple.TryGetValue((default, irq.Vector), out _n); //! TH2017|TH2003

    [MsiVector(3)] // a record struct compares its members with the default comparer
    private void RecordOfBare(in Interrupt irq) => _b = _wrapper == new Wrapper(default, irq.Vector); //! TH2003|TH2017

    [MsiVector(4)]
    private void RecordOfBareAsKey(in Interrupt irq) => _b = _byWrapper.ContainsKey(_wrapper); //! TH2017|TH2003

    [MsiVector(5)]
    private void SetOfBare(in Interrupt irq) => _b = _set.Contains(default); //! TH2017

    [MsiVector(6)]
    private void ListOfBare(in Interrupt irq) => _n = _list.IndexOf(default); //! TH2017|TH2003

    [MsiVector(7)]
    private void ListOfCustom(in Interrupt irq) => _n = _customs.IndexOf(_custom) + Array.IndexOf(_customArray, _custom);

    [MsiVector(8)]
    private void ArrayOfBare(in Interrupt irq) => _n = Array.IndexOf(_array, default); //! TH2017|TH2003

    [MsiVector(9)]
    private void CombinesBare(in Interrupt irq)
    {
        _n = HashCode.Combine(irq.Vector, irq.Status, _custom);
        _n += HashCode.Combine(irq.Vector, default(Bare)); //! TH2003|TH2017
    }

    [MsiVector(10)]
    private void TupleEquality(in Interrupt irq)
    {
        _b = (_custom, irq.Vector) == (_custom, 3);
        _b |= (_custom, irq.Vector).Equals((_custom, 3));
        _b |= (default(Bare), irq.Vector).Equals((default(Bare), 3)); //! TH2003|TH2017
    }

    [MsiVector(11)]
    private void Nullables(in Interrupt irq)
    {
        _b = _maybeCustom == _custom;
        _b |= _maybe is null | !_maybe.HasValue;
        _b |= Nullable.Equals(_maybeCustom, _custom);
        _b |= Nullable.Equals(_maybe, (Bare?)new Bare()); //! TH2003|TH2017
    }

    [MsiVector(12)]
    private void OwnEqualsObject(in Interrupt irq)
    {
        _b = _custom.Equals(_custom);
        _b = _custom.Equals((object)_custom); //! TH2003
        _b = Equals(_custom, _custom); //! TH2003
    }

    [MsiVector(13)]
    private void Vectors(in Interrupt irq) => _b = new Vector3(1, 2, irq.Vector) == Vector3.Zero | new Complex(1, 2).Equals(Complex.One);

    [MsiVector(14)]
    private void HashOfBare(in Interrupt irq)
    {
        _n = _custom.GetHashCode() + irq.Status.GetHashCode() + (irq.Vector, irq.Index).GetHashCode();
        _n += default(Bare).GetHashCode(); //! TH2003
        _n += (default(Bare), 3).GetHashCode(); //! TH2003|TH2017
    }

    [MsiVector(15)]
    private void Spans(in Interrupt irq)
    {
        _n = _customArray.AsSpan().IndexOf(_custom) + (_customArray.AsSpan().SequenceEqual(_customs.ToSpan()) ? 1 : 0);
        _b = _array.AsSpan().SequenceEqual(_array); //! TH2017|TH2003
    }

    [MsiVector(16)] // a comparer of one's own
    private void OwnComparer(in Interrupt irq) => _b = ByValue.Instance.Equals(default, default);

    [MsiVector(17)]
    private void MinAndMax(in Interrupt irq)
    {
        _n = Comparer<int>.Default.Compare(irq.Vector, 3) + irq.Vector.CompareTo(3) + Math.Max(irq.Vector, 3);
        _n += irq.Vector.CompareTo((object)3); //! TH2003
    }

    internal struct Bare
    {
        public int Value;
        public int Other;
    }

    internal record struct Wrapper(Bare Inner, int Count);

    internal readonly struct Custom : IEquatable<Custom>
    {
        public bool Equals(Custom other) => true;

        public override bool Equals(object? obj) => obj is Custom;

        public override int GetHashCode() => 3;

        public static bool operator ==(Custom a, Custom b) => a.Equals(b);

        public static bool operator !=(Custom a, Custom b) => !a.Equals(b);
    }

    private sealed class ByValue : IEqualityComparer<Bare>
    {
        public static ByValue Instance { get; } = new();

        public bool Equals(Bare x, Bare y) => x.Value == y.Value;

        public int GetHashCode(Bare obj) => obj.Value;
    }
}

internal static class ListSpans
{
    public static ReadOnlySpan<T> ToSpan<T>(this List<T> list) => CollectionsMarshal.AsSpan(list);
}
