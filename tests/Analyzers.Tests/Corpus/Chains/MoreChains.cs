// Mixed chains: each hop is of another kind.
// information is not the point
[InterruptDriver]
internal sealed partial class MoreChains(Registry registry)
{
    private readonly Engine _engine = new();
    private readonly Wrapper<Item> _wrapper = new();
    private readonly Registry _registry = registry;
    private readonly Table<int> _table = new(static n => new byte[n].Length);
    private readonly Table<int> _cleanTable = new(static n => n + 1);
    private int _n;
    private Handle _handle;

    [MsiVector(0)] // indexer → property → operator → constructor
    private void Mixed(in Interrupt irq)
    {
        _n = _engine[irq.Index]; //! TH2002
    }

    [MsiVector(1)] // using → Dispose → event accessor → lock
    private void UsingToLock(in Interrupt irq)
    {
        using (_engine.Enter()) //! TH3001
        {
            _n++;
        }
    }

    [MsiVector(2)] // foreach → MoveNext → property → throw
    private void ForeachToThrow(in Interrupt irq)
    {
        foreach (int item in _engine.Items) //! TH4001
        {
            _n += item;
        }
    }

    [MsiVector(3)] // generic class → constrained call → conversion → string
    private void GenericToString(in Interrupt irq)
    {
        _wrapper.Put(default); //! TH2006
    }

    [MsiVector(4)] // a delegate that is given to a constructor, by each object
    private void DelegateOfConstructor(in Interrupt irq)
    {
        _n = _table.Get(irq.Vector); //! TH2002|TH6001
    }

    [MsiVector(5)]
    private void RecordsAndRanges(in Interrupt irq)
    {
        _handle = _handle with { Id = _registry.Next };
        _n = _handle.Id;
    }

    [MsiVector(6)] // local function → lambda → static method → sleep
    private void LocalToLambda(in Interrupt irq)
    {
        Run(); //! TH3003

        void Run() => Step(static n => Pause(n), 3);
    }

    [MsiVector(7)] // property pattern → property → method → I/O
    private void PatternToConsole(in Interrupt irq)
    {
        if (_registry is { Current.Name: 3 }) //! TH3006
        {
            _n++;
        }
    }

    [MsiVector(8)] // base call → virtual → override
    private void BaseToOverride(in Interrupt irq)
    {
        _registry.Update(irq.Vector); //! TH2003
    }

    [MsiVector(9)] // static field's type → method
    private void Singleton(in Interrupt irq)
    {
        Hub.Instance.Post(irq.Vector); //! TH3008|TH3010|TH2001
    }

    [MsiVector(10)] // ref return → setter
    private void RefReturn(in Interrupt irq)
    {
        _engine.Slot(irq.Index) = 3;
        _engine.Slot(irq.Index)++;
    }

    [MsiVector(11)] // out, ref, in arguments by calls
    private void OutArguments(in Interrupt irq)
    {
        _engine.TryGet(irq.Index, out _n);
        if (_engine.TryMake(out object? made) && made is not null) //! TH2001
        {
            _n++;
        }
    }

    private static void Pause(int n) => Thread.Sleep(n);

    private static void Step(Action<int> action, int n) => action(n);
}

internal sealed class Engine
{
    private readonly object _gate = new();
    private readonly int[] _slots = new int[4];

    public Sequence Items => default;

    public int this[int index] => Total(index);

    public ref int Slot(int index) => ref _slots[index & 3];

    public bool TryGet(int index, out int value)
    {
        value = _slots[index & 3];
        return value != 0;
    }

    public bool TryMake(out object? made)
    {
        made = new object();
        return true;
    }

    public Scope Enter() => new(this);

    private static int Total(int index) => (new Part(index) + new Part(1)).Value;

    private void Leave() => Changed += null;

    private event Action? Changed
    {
        add
        {
            lock (_gate)
            {
            }
        }

        remove
        {
        }
    }

    public readonly struct Scope(Engine engine) : IDisposable
    {
        public void Dispose() => engine.Leave();
    }

    public readonly struct Sequence
    {
        public Walker GetEnumerator() => default;
    }

    public struct Walker
    {
        private int _at;

        public readonly int Current => Checked;

        private readonly int Checked => _at < 100 ? _at : throw new InvalidOperationException();

        public bool MoveNext() => ++_at < 4;
    }

    private readonly struct Part(int value)
    {
        public int Value => value;

        public static Part operator +(Part a, Part b) => new(new int[a.Value + b.Value].Length);
    }
}

internal interface INamed
{
    string Name { get; }
}

internal readonly struct Item : INamed
{
    public string Name => (Label)3;
}

internal readonly struct Label(int n)
{
    public static implicit operator Label(int n) => new(n);

    public static implicit operator string(Label label) => "n" + label.Number;

    private int Number => n;
}

internal sealed class Wrapper<T>
    where T : struct, INamed
{
    private string? _last;

    public void Put(T value) => _last = value.Name;
}

internal sealed class Table<T>(Func<T, T> make)
{
    private readonly Func<T, T> _make = make;

    public T Get(T key) => _make(key);
}

internal record struct Handle(int Id);

internal abstract class Registry
{
    private int _next;

    public int Next => ++_next;

    public Entry Current => default;

    public void Update(int n) => Changing(n);

    protected virtual void Changing(int n)
    {
    }

    public readonly struct Entry
    {
        public int Name => Read();

        private static int Read()
        {
            Console.WriteLine();
            return 3;
        }
    }
}

internal sealed class LoggingRegistry : Registry
{
    private object? _last;

    protected override void Changing(int n)
    {
        base.Changing(n);
        _last = n;
    }
}

internal sealed class Hub
{
    public static readonly Hub Instance = new();

    public void Post(int n) => ThreadPool.UnsafeQueueUserWorkItem(static _ => { }, null);
}
