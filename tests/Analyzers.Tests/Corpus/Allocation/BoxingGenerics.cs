// Rows box-generic-constrained, generic-*, eqcmp-*, *-dict-key.
[InterruptDriver]
internal sealed partial class BoxingGenerics
{
    private int _n;
    private Key _key;
    private Good _good;
    private Mode _mode;
    private readonly Dictionary<Key, int> _byKey = [];
    private readonly Dictionary<Good, int> _byGood = [];
    private readonly Dictionary<Mode, int> _byMode = [];
    private readonly HashSet<Key> _set = [];
    private readonly Key[] _keys = new Key[8];
    private readonly List<Good> _goods = [];

    [MsiVector(0)] // box-generic-constrained
    private void Constrained(in Interrupt irq)
    {
        _n = Count(new Counter());
    }

    [MsiVector(1)] // generic-ghc-struct
    private void GenericHashOfPlain(in Interrupt irq)
    {
        _n = Hash(_key); //! TH2003
    }

    [MsiVector(2)] // generic hash of a struct that overrides it
    private void GenericHashOfGood(in Interrupt irq)
    {
        _n = Hash(_good);
    }

    [MsiVector(3)] // eqcmp-plain
    private void DefaultComparerOfPlain(in Interrupt irq)
    {
        if (EqualityComparer<Key>.Default.Equals(_key, default)) //! TH2017 //? TH5001 TH5005
        {
            _n++;
        }
    }

    [MsiVector(4)] // eqcmp-iequatable
    private void DefaultComparerOfEquatable(in Interrupt irq)
    {
        if (EqualityComparer<Good>.Default.Equals(_good, default)) //? TH5001 TH5005
        {
            _n++;
        }
    }

    [MsiVector(5)] // plain-struct-dict-key
    private void PlainKey(in Interrupt irq)
    {
        if (_byKey.TryGetValue(_key, out int value)) //! TH2017 //? TH5005
        {
            _n = value;
        }
    }

    [MsiVector(6)] // key with IEquatable
    private void EquatableKey(in Interrupt irq)
    {
        if (_byGood.TryGetValue(_good, out int value)) //? TH5005
        {
            _n = value;
        }
    }

    [MsiVector(7)] // enum-dict-key
    private void EnumKey(in Interrupt irq)
    {
        if (_byMode.TryGetValue(_mode, out int value)) //? TH5005
        {
            _n = value;
        }
    }

    [MsiVector(8)]
    private void PlainInSet(in Interrupt irq)
    {
        if (_set.Contains(_key)) //! TH2017 //? TH5005
        {
            _n++;
        }
    }

    [MsiVector(9)] // Array.IndexOf compares with the default comparer
    private void PlainIndexOf(in Interrupt irq)
    {
        _n = Array.IndexOf(_keys, _key); //! TH2017 //? TH5005
    }

    [MsiVector(10)]
    private void EquatableInList(in Interrupt irq)
    {
        if (_goods.Contains(_good)) //? TH5005
        {
            _n++;
        }
    }

    [MsiVector(11)] // the key's box is two hops away
    private void PlainKeyBelow(in Interrupt irq)
    {
        _n = Find(_byKey, _key); //! TH2017 //? TH5005
    }

    [MsiVector(12)] // default-cmp
    private void Compare(in Interrupt irq)
    {
        _n = Comparer<int>.Default.Compare(irq.Vector, 3); //? TH5001 TH5005
    }

    [MsiVector(13)]
    private void EqualsThroughConstraint(in Interrupt irq)
    {
        if (Same(_good, default))
        {
            _n++;
        }
    }

    private static int Count<T>(T counter)
        where T : struct, ICounter
        => counter.Next();

    private static int Hash<T>(T value)
        where T : struct
        => value.GetHashCode();

    private static bool Same<T>(T left, T right)
        where T : IEquatable<T>
        => left.Equals(right);

    private static int Find<TKey>(Dictionary<TKey, int> map, TKey key)
        where TKey : notnull
        => map.TryGetValue(key, out int value) ? value : 0;
}

internal struct Key
{
    public int A;
    public long B;
}

internal readonly struct Good : IEquatable<Good>
{
    public readonly int Id;

    public bool Equals(Good other) => Id == other.Id;

    public override bool Equals(object? obj) => obj is Good other && Equals(other);

    public override int GetHashCode() => Id;
}

internal enum Mode
{
    Off,
    On,
}

internal interface ICounter
{
    int Next();
}

internal struct Counter : ICounter
{
    private int _n;

    public int Next() => ++_n;
}
