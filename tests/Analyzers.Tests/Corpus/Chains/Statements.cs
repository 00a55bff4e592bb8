// using, deconstruction, interpolation handlers, collection builders, with, ranges, patterns, local functions.
// information is not the point
using System.Diagnostics.CodeAnalysis;

[InterruptDriver]
internal sealed partial class Statements
{
    private readonly Bag _bag = new();
    private readonly Logger _log = new();
    private readonly Span2 _span = new();
    private Settings _settings = new();
    private Point _point;
    private int _n;
    private object? _sink;
    private readonly Func<int, int> _handler = static n => Elsewhere.Deep(n);
    private static readonly Func<int, int> Clean = static n => n + 1;

    [MsiVector(0)]
    private void UsingStatement(in Interrupt irq)
    {
        using (new LockScope(this)) //! TH3001
        {
            _n++;
        }
    }

    [MsiVector(1)] // Dispose at the end of the scope
    private void UsingDeclaration(in Interrupt irq)
    {
        using DisposeSleeps scope = default; //! TH3003
        _n++;
    }

    [MsiVector(2)]
    private void Deconstruction(in Interrupt irq)
    {
        (int a, int b) = _point; //! TH2002
        _n = a + b;
    }

    [MsiVector(3)]
    private void PositionalPattern(in Interrupt irq)
    {
        if (_point is (1, _)) //! TH2002
        {
            _n++;
        }
    }

    [MsiVector(4)] // the handler's constructor says no: nothing is formatted, but the calls are in the code
    private void InterpolationHandler(in Interrupt irq)
    {
        _log.Write($"v{irq.Vector}"); //! TH2002
    }

    [MsiVector(5)]
    private void CleanInterpolationHandler(in Interrupt irq)
    {
        _log.Trace($"v{irq.Vector}");
    }

    [MsiVector(6)]
    private void CollectionBuilder(in Interrupt irq)
    {
        Pack pack = [1, 2, irq.Vector]; //! TH2002
        _n = pack.Count;
    }

    [MsiVector(7)] // Add of a collection initialiser
    private void CollectionInitializer(in Interrupt irq)
    {
        StructBag bag = new() { 1, 2 }; //! TH3001
        _n = bag.Count;
    }

    [MsiVector(8)] // with: the setter
    private void With(in Interrupt irq)
    {
        Options options = default;
        options = options with { Level = 3 }; //! TH3003
        _n = options.Level;
    }

    [MsiVector(9)] // with: the copy constructor
    private void WithOfRecord(in Interrupt irq)
    {
        _settings = _settings with { Rate = 3 }; //! TH2001 TH3001
    }

    [MsiVector(10)]
    private void Range(in Interrupt irq)
    {
        _n = _span[1..2]; //! TH3003
    }

    [MsiVector(11)] // Length and the indexer of a list pattern
    private void ListPattern(in Interrupt irq)
    {
        if (_span is [1, ..]) //! TH2003
        {
            _n++;
        }
    }

    [MsiVector(12)]
    private void PropertyPattern(in Interrupt irq)
    {
        if (_bag is { Size: > 3 }) //! TH3001
        {
            _n++;
        }
    }

    [MsiVector(13)]
    private void LocalFunctions(in Interrupt irq)
    {
        Outer(irq.Vector); //! TH2002

        void Outer(int n)
        {
            Inner(n);

            void Inner(int m) => _sink = new int[m];
        }
    }

    [MsiVector(14)]
    private void ReadonlyLambda(in Interrupt irq)
    {
        _n = Clean(_handler(irq.Vector)); //! TH3006
    }

    [MsiVector(15)] // an unused local function does nothing
    private void UnusedLocalFunction(in Interrupt irq)
    {
        _n++;

        [SuppressMessage("x", "y")]
        object Unused() => new();
    }

    [MsiVector(16)] // a lambda that is only made
    private void MadeNotCalled(in Interrupt irq)
    {
        _sink = (Action)(static () => Thread.Sleep(1));
    }

    [MsiVector(17)] // switch on a property with work
    private void SwitchOnProperty(in Interrupt irq)
    {
        switch (_bag.Size) //! TH3001
        {
            case 1: _n = 1; break;
            case 2 when _bag.Heavy > 2: //! TH2002
                _n = 2;
                break;
        }
    }

    [MsiVector(18)]
    private void NullConditional(in Interrupt irq)
    {
        Bag? bag = _n > 3 ? _bag : null;
        _n = bag?.Heavy ?? 0; //! TH2002
    }

    [MsiVector(19)]
    private void OptionalArguments(in Interrupt irq)
    {
        _n = WithDefault() + WithDefault(2);
    }

    private static int WithDefault(int n = 3, string? caller = null) => n;

    private readonly struct LockScope : IDisposable
    {
        private readonly Statements _owner;

        public LockScope(Statements owner)
        {
            _owner = owner;
            Monitor.Enter(owner);
        }

        public void Dispose() => Monitor.Exit(_owner);
    }

    private readonly struct DisposeSleeps : IDisposable
    {
        public void Dispose() => Thread.Sleep(1);
    }
}

internal sealed class Bag
{
    public int Size
    {
        get
        {
            lock (this)
            {
                return 3;
            }
        }
    }

    public int Heavy => new int[3].Length;
}

internal struct Point
{
    public readonly void Deconstruct(out int x, out int y)
    {
        int[] both = new int[2];
        x = both[0];
        y = both[1];
    }
}

internal sealed class Logger
{
    public void Write(BufferedHandler text)
    {
    }

    public void Trace(SilentHandler text)
    {
    }
}

[InterpolatedStringHandler]
internal ref struct BufferedHandler
{
    private char[] _buffer;

    public BufferedHandler(int literalLength, int formattedCount) => _buffer = new char[literalLength];

    public readonly void AppendLiteral(string text) => _buffer[0] = text[0];

    public readonly void AppendFormatted(int value) => _buffer[0] = (char)value;
}

[InterpolatedStringHandler]
internal ref struct SilentHandler
{
    private int _sum;

    public SilentHandler(int literalLength, int formattedCount) => _sum = literalLength;

    public void AppendLiteral(string text) => _sum += text.Length;

    public void AppendFormatted(int value) => _sum += value;
}

[CollectionBuilder(typeof(PackBuilder), nameof(PackBuilder.Create))]
internal readonly struct Pack(int count)
{
    public int Count => count;

    public IEnumerator<int> GetEnumerator() => throw new NotSupportedException();
}

internal static class PackBuilder
{
    public static Pack Create(ReadOnlySpan<int> items) => new(items.ToArray().Length);
}

internal struct StructBag : System.Collections.IEnumerable
{
    private static readonly object Gate = new();

    public int Count;

    public void Add(int value)
    {
        lock (Gate)
        {
            Count += value;
        }
    }

    public readonly System.Collections.IEnumerator GetEnumerator() => throw new NotSupportedException();
}

internal record struct Options
{
    private int _level;

    public int Level
    {
        readonly get => _level;
        set
        {
            Thread.Sleep(value);
            _level = value;
        }
    }
}

internal sealed record Settings
{
    public Settings()
    {
    }

    private Settings(Settings other)
    {
        lock (other)
        {
            Rate = other.Rate;
        }
    }

    public int Rate { get; init; }
}

internal sealed class Span2
{
    private object? _sink;

    public int Length => 4;

    public int this[int index]
    {
        get
        {
            _sink = index;
            return 1;
        }
    }

    public int Slice(int start, int length)
    {
        Thread.Sleep(1);
        return start;
    }
}

internal static class Elsewhere
{
    public static int Deep(int n) => Deeper(n);

    private static int Deeper(int n)
    {
        Console.Write(n);
        return n;
    }
}
