// Chains of a third batch: visitors, builders, nested generics, records, static state, caches.
// information is not the point
[InterruptDriver]
internal sealed partial class BlindThirdChains
{
    private readonly Tree<Leaf> _tree = new();
    private readonly Cache<uint, Entry> _cache = new(static key => key & 7);
    private readonly Router _router = new();
    private readonly Base _shape = new Derived();
    private readonly Retrier _retrier = new();
    private readonly Counter[] _counters = [new PlainCounter(), new AtomicCounter()];
    private readonly Settings _settings = new() { Limit = 3 };
    private readonly Action<int>[] _actions;
    private int _level;

    public BlindThirdChains() => _actions = [value => _level = value];

    [MsiVector(0)]
    private void VisitorAsStruct(in Interrupt irq)
    {
        var sum = new SumVisitor();
        _tree.Visit(ref sum);
        _level = sum.Total;
    }

    [MsiVector(1)]
    private void VisitorThatLogs(in Interrupt irq)
    {
        var log = new LogVisitor();
        _tree.Visit(ref log); //! TH3006
    }

    [MsiVector(2)]
    private void CacheHit(in Interrupt irq) => _level = _cache.Get((uint)irq.Status).Value;

    [MsiVector(3)]
    private void RouteByPattern(in Interrupt irq) => _level = _router.Route(new Message(irq.Index, irq.Vector)); //! TH4001

    [MsiVector(4)]
    private void BaseThenOverride(in Interrupt irq) => _level = _shape.Area(irq.Index); //! TH2002

    [MsiVector(5)]
    private void GenericRetry(in Interrupt irq)
    {
        _level = _retrier.Try<Attempt>(3, irq.Index);
    }

    [MsiVector(6)]
    private void ArrayOfAbstract(in Interrupt irq)
    {
        foreach (Counter counter in _counters)
        {
            counter.Add(irq.Index);
        }
    }

    [MsiVector(7)]
    private void StaticHelper(in Interrupt irq)
    {
        _level = Helpers.Clamp(irq.Index, _settings.Limit);
        _level = Helpers.Name(irq.Index).Length; //! TH2006
    }

    [MsiVector(8)]
    private void ArrayOfActions(in Interrupt irq) => _actions[0](irq.Index); //! TH6001
}

//--- source
internal interface IVisitor<T>
{
    void Visit(in T item);
}

internal readonly record struct Leaf(int Weight);

internal sealed class Tree<T>
    where T : struct
{
    private readonly T[] _leaves = new T[8];

    public void Visit<TVisitor>(ref TVisitor visitor)
        where TVisitor : struct, IVisitor<T>, allows ref struct
    {
        foreach (ref readonly T leaf in _leaves.AsSpan())
        {
            visitor.Visit(in leaf);
        }
    }
}

internal ref struct SumVisitor : IVisitor<Leaf>
{
    public int Total;

    public void Visit(in Leaf item) => Total += item.Weight;
}

internal struct LogVisitor : IVisitor<Leaf>
{
    public readonly void Visit(in Leaf item)
    {
        if (item.Weight > 3)
        {
            Console.Write('!');
        }
    }
}

internal struct Entry
{
    public uint Key;
    public int Value;
}

internal sealed class Cache<TKey, TEntry>(Func<TKey, uint> hash)
    where TKey : struct, IEquatable<TKey>
{
    private readonly TKey[] _keys = new TKey[8];
    private readonly TEntry[] _entries = new TEntry[8];

    public ref TEntry Get(TKey key)
    {
        uint at = hash(key) % 8;
        if (!_keys[at].Equals(key))
        {
            _keys[at] = key;
            _entries[at] = default!;
        }

        return ref _entries[at];
    }
}

internal readonly record struct Message(int Kind, int Value);

internal sealed class Router
{
    private int _dropped;

    public int Route(in Message message) => message switch
    {
        { Kind: 0, Value: var value } => value,
        { Kind: > 0 and < 8 } => Forward(message),
        { Value: < 0 } => ++_dropped,
        _ => Unknown(message.Kind),
    };

    private static int Forward(Message message) => message.Kind * message.Value;

    private static int Unknown(int kind)
    {
        if (kind != -1)
        {
            throw new NotSupportedException();
        }

        return 0;
    }
}

internal abstract class Base
{
    public virtual int Area(int side) => Corners(side) * side;

    protected virtual int Corners(int side) => 4;
}

internal class Middle : Base
{
    public override int Area(int side) => base.Area(side) + 1;
}

internal sealed class Derived : Middle
{
    protected override int Corners(int side) => Points(side).Length;

    private static int[] Points(int side) => new int[side];
}

internal interface IAttempt
{
    static abstract bool TryOnce(int value, out int result);
}

internal readonly struct Attempt : IAttempt
{
    public static bool TryOnce(int value, out int result)
    {
        result = value / 2;
        return value > 2;
    }
}

internal sealed class Retrier
{
    private int _failures;

    public int Try<TAttempt>(int times, int value)
        where TAttempt : IAttempt
    {
        while (times-- > 0)
        {
            if (TAttempt.TryOnce(value, out int result))
            {
                return result;
            }

            _failures++;
        }

        return -1;
    }
}

internal abstract class Counter
{
    public abstract void Add(int value);
}

internal sealed class PlainCounter : Counter
{
    private int _sum;

    public override void Add(int value) => _sum += value;
}

internal sealed class AtomicCounter : Counter
{
    private long _sum;

    public override void Add(int value) => Interlocked.Add(ref _sum, value);
}

internal sealed record Settings
{
    public required int Limit { get; init; }
}

internal static class Helpers
{
    public static int Clamp(int value, int limit) => value > limit ? limit : value;

    public static string Name(int value) => string.Concat("lane", Suffix(value));

    private static string Suffix(int value) => value == 0 ? "a" : "b";
}
