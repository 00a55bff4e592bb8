// Chains of a fourth batch: partial members, static constructors, interfaces with generic members, shared helpers, callbacks.
// information is not the point
[InterruptDriver]
internal sealed partial class BlindFourthChains : ChainBase<BlindFourthChains.Policy>
{
    private readonly Dispatcher _dispatcher;
    private readonly IStore _store = new ArrayStore();
    private readonly Lazily _lazily = new();
    private readonly Stream<uint> _words = new(new Words());
    private readonly Span2D _grid = new(8, 8);
    private readonly State _idle;
    private State _state;
    private int _level;

    public BlindFourthChains()
    {
        _dispatcher = new Dispatcher { OnEven = Even, OnOdd = static value => Thread.Sleep(value) };
        _idle = new Idle();
        _state = _idle;
    }

    private partial int Filter(int value);

    private partial int Width { get; set; }

    [MsiVector(0)]
    private void PartialMembers(in Interrupt irq)
    {
        Width = Filter(irq.Index);
        _level = Width; //! TH3001
    }

    [MsiVector(1)]
    private void DelegatesInInitialiser(in Interrupt irq) => _dispatcher.Send(irq.Index); //! TH3003

    [MsiVector(2)]
    private void GenericMember(in Interrupt irq)
    {
        _store.Put(irq.Index);
        _store.Put((irq.Index, irq.Vector));
    }

    [MsiVector(3)]
    private void GuardedByFlag(in Interrupt irq) => _level = _lazily.Value; //! TH2001

    [MsiVector(4)]
    private void SourceBehindInterface(in Interrupt irq)
    {
        while (_words.TryRead(out uint word))
        {
            _level += (int)word;
        }
    }

    [MsiVector(5)]
    private void TwoDimensions(in Interrupt irq)
    {
        _grid[irq.Index & 7, 2] += 3;
        foreach (ref int cell in _grid.Row(1))
        {
            cell = 0;
        }
    }

    [MsiVector(6)]
    private void StatePattern(in Interrupt irq) => _state = _state.Next(irq.Index); //! TH2001

    [MsiVector(7)]
    private void FromBase(in Interrupt irq) => _level = Checked(irq.Index);

    [MsiVector(8)]
    private void FromBaseThrows(in Interrupt irq) => _level = Demand(irq.Index); //! TH4001

    [MsiVector(9)]
    private void Comparisons(in Interrupt irq)
    {
        _level = Max(irq.Index, irq.Vector) + Max(1.5, 2.5).CompareTo(2);
        _level += Max(new Version2(1), new Version2(2)).Number; //! TH2006
    }

    private void Even(int value) => _level = value;

    private static T Max<T>(T a, T b)
        where T : IComparable<T>
        => a.CompareTo(b) > 0 ? a : b;

    internal readonly struct Policy : IPolicy
    {
        public bool Allows(int value) => value < 100;
    }
}

//--- source
internal sealed partial class BlindFourthChains
{
    private readonly object _gate = new();
    private int _width;

    private partial int Filter(int value) => value & 0xFF;

    private partial int Width
    {
        get
        {
            lock (_gate)
            {
                return _width;
            }
        }
        set => _width = value;
    }
}

internal interface IPolicy
{
    bool Allows(int value);
}

internal abstract class ChainBase<TPolicy>
    where TPolicy : struct, IPolicy
{
    private TPolicy _policy;

    protected int Checked(int value) => _policy.Allows(value) ? value : -1;

    protected int Demand(int value) => Checked(value) is >= 0 and var good ? good : throw new ArgumentException("not allowed");
}

internal sealed class Dispatcher
{
    public required Action<int> OnEven { get; init; }

    public required Action<int> OnOdd { get; init; }

    public void Send(int value)
    {
        if (value % 2 == 0)
        {
            OnEven(value);
        }
        else
        {
            OnOdd(value);
        }
    }
}

internal interface IStore
{
    void Put<T>(T value)
        where T : struct;
}

internal sealed class ArrayStore : IStore
{
    private readonly byte[] _bytes = new byte[64];

    public void Put<T>(T value)
        where T : struct
        => Unsafe.WriteUnaligned(ref _bytes[0], value);
}

internal sealed class Lazily
{
    private Box? _box;

    public int Value
    {
        get
        {
            if (_box is null || _box.Value > 3)
            {
                _box = new Box();
            }

            return _box.Value++;
        }
    }

    private sealed class Box
    {
        public int Value;
    }
}

internal interface ISource<T>
{
    bool TryNext(out T item);
}

internal sealed class Words : ISource<uint>
{
    private readonly uint[] _words = new uint[16];
    private int _at;

    public bool TryNext(out uint item)
    {
        if (_at == _words.Length)
        {
            _at = 0;
            item = 0;
            return false;
        }

        item = _words[_at++];
        return true;
    }
}

internal sealed class Stream<T>(ISource<T> source)
{
    public bool TryRead(out T item) => source.TryNext(out item);
}

internal sealed class Span2D(int rows, int columns)
{
    private readonly int[] _cells = new int[rows * columns];

    public ref int this[int row, int column] => ref _cells[(row * columns) + column];

    public Span<int> Row(int row) => _cells.AsSpan(row * columns, columns);
}

internal abstract class State
{
    public abstract State Next(int signal);
}

internal sealed class Idle : State
{
    public override State Next(int signal) => signal == 0 ? this : new Busy(this);
}

internal sealed class Busy(State before) : State
{
    public override State Next(int signal) => signal == 0 ? before : this;
}

internal readonly struct Version2(int number) : IComparable<Version2>
{
    public int Number => number;

    public int CompareTo(Version2 other) => string.CompareOrdinal(number.ToString(), other.Number.ToString());
}
