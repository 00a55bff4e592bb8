// Chains of a second batch: events, constructors, lifted operators, slices, properties.
// information is not the point
[InterruptDriver]
internal sealed partial class BlindMoreChains
{
    private readonly Notifier _notifier = new();
    private readonly Log _log = new();
    private readonly Gate _gate = new();
    private readonly Ring _ring = new();
    private readonly Node _tree = new(null);
    private readonly Registers _registers = new();
    private readonly Pipeline _pipeline;
    private readonly IChecksum _checksum = new Sum();
    private Amount? _amount;
    private int _level;
    private object? _last;

    public BlindMoreChains()
    {
        _notifier.Changed += Remember;
        _notifier.Quiet += value => _level = value;
        _pipeline = new Pipeline(static x => x + 1, Doubled);
    }

    [MsiVector(0)]
    private void EventTarget(in Interrupt irq) => _notifier.Tell(irq.Index); //! TH2003

    [MsiVector(1)]
    private void EventTargetSafe(in Interrupt irq) => _notifier.Whisper(irq.Index);

    [MsiVector(2)]
    private void LiftedOperator(in Interrupt irq)
    {
        _amount = _amount - 1; //! TH2002
        _amount = _amount + new Amount(irq.Index);
    }

    [MsiVector(3)]
    private void GateWithUsing(in Interrupt irq)
    {
        using (_gate.Enter()) //! TH3001
        {
            _level++;
        }
    }

    [MsiVector(4)]
    private void SliceOfRing(in Interrupt irq)
    {
        _level = _ring[^1];
        _last = _ring[1..3]; //! TH2001 //? TH2002
    }

    [MsiVector(5)]
    private void NewOfTypeParameter(in Interrupt irq)
    {
        _level += Use<Cheap>(irq.Index);
        _level += Use<Dear>(irq.Index); //! TH2001
    }

    [MsiVector(6)]
    private void RecursionOverProperties(in Interrupt irq) => _level = _tree.Depth; //! TH4003

    [MsiVector(7)]
    private void ObjectInitialiserOnField(in Interrupt irq)
    {
        _ = new Setup { Rate = irq.Index }; //! TH3003
    }

    [MsiVector(8)]
    private void DelegatesHandedIn(in Interrupt irq) => _level = _pipeline.Run(irq.Index);

    [MsiVector(9)]
    private void DefaultMember(in Interrupt irq) => _level = _checksum.Finish(irq.Index); //! TH3006

    [MsiVector(10)]
    private void HandlerOfInterpolation(in Interrupt irq) => _log.Add($"link {irq.Index} down"); //! TH2003

    [MsiVector(11)]
    private void RefIndexers(in Interrupt irq)
    {
        _registers[irq.Index & 3] |= 1u << irq.Index;
        ref uint control = ref _registers[3];
        control &= ~2u;
        _level = (int)_registers.Snapshot().Control;
    }

    [MsiVector(12)]
    private void EnumeratorThatDisposes(in Interrupt irq)
    {
        foreach (int item in _ring) //! TH3002
        {
            _level += item;
        }
    }

    private void Remember(int value) => _last = Pair(value);

    private static object Pair(int value) => (value, value);

    private static int Doubled(int value) => value * 2;

    private static int Use<T>(int value)
        where T : IWorker, new()
        => Inner(new T(), value);

    private static int Inner<T>(T worker, int value)
        where T : IWorker
        => worker.Work(value);
}

//--- source
internal sealed class Notifier
{
    public event Action<int>? Changed;

    public event Action<int>? Quiet;

    public void Tell(int value) => Raise(value);

    public void Whisper(int value) => Quiet?.Invoke(value);

    private void Raise(int value)
    {
        if (Changed is { } changed)
        {
            changed(value);
        }
    }
}

internal readonly struct Amount(int value)
{
    private readonly int _value = value;

    public static Amount operator +(Amount a, Amount b) => new(a._value + b._value);

    public static Amount operator -(Amount a, int b) => new(Digits(a._value - b).Length);

    private static int[] Digits(int value) => value > 9 ? new int[2] : new int[1];
}

internal sealed class Gate
{
    private readonly object _sync = new();

    public Held Enter()
    {
        Monitor.Enter(_sync);
        return new Held(_sync);
    }

    public readonly struct Held(object sync) : IDisposable
    {
        public void Dispose() => Monitor.Exit(sync);
    }
}

internal sealed class Ring
{
    private readonly int[] _items = new int[8];
    private readonly ManualResetEventSlim _idle = new(true);

    public int Length => _items.Length;

    public int this[int index] => _items[index];

    public Ring Slice(int start, int length) => Copy(start, length);

    public Enumerator GetEnumerator() => new(this);

    private static Ring Copy(int start, int length) => new();

    public struct Enumerator(Ring ring) : IDisposable
    {
        private int _at = -1;

        public readonly int Current => ring[_at];

        public bool MoveNext() => ++_at < ring.Length;

        public readonly void Dispose() => ring._idle.Wait();
    }
}

internal sealed class Node(Node? next)
{
    public int Depth => 1 + Below;

    private int Below => next is null ? 0 : next.Depth;
}

internal struct Setup
{
    private int _rate;

    public int Rate
    {
        readonly get => _rate;
        set
        {
            _rate = value;
            Settle(value);
        }
    }

    private static void Settle(int value)
    {
        if (value > 3)
        {
            Thread.Sleep(0);
        }
    }
}

internal sealed class Pipeline(Func<int, int> first, Func<int, int> second)
{
    private readonly Func<int, int> _first = first;

    public int Run(int value) => Step(_first, Step(second, value));

    private static int Step(Func<int, int> step, int value) => step(value);
}

internal interface IChecksum
{
    int Add(int value);

    int Finish(int value) => Noted(Add(value));

    private static int Noted(int value)
    {
        Console.Out.Flush();
        return value;
    }
}

internal sealed class Sum : IChecksum
{
    private int _sum;

    public int Add(int value) => _sum += value;
}

internal sealed class Log
{
    private int _length;

    public void Add(Line line) => _length += line.Length;

    [InterpolatedStringHandler]
    public ref struct Line(int literalLength, int formattedCount)
    {
        public int Length { get; private set; } = literalLength + formattedCount;

        public void AppendLiteral(string text) => Length += text.Length;

        public void AppendFormatted(object? value) => Length += value is null ? 0 : 1;
    }
}

internal sealed class Registers
{
    private readonly uint[] _values = new uint[4];

    public ref uint this[int index] => ref _values[index];

    public (uint Status, uint Control) Snapshot() => (_values[0], _values[3]);
}

internal interface IWorker
{
    int Work(int value);
}

internal struct Cheap : IWorker
{
    public readonly int Work(int value) => value;
}

internal sealed class Dear : IWorker
{
    public int Work(int value) => value;
}
