// needs C# 14
// What C# 14 lets one write shorter: extension members, field, compound operators, first-class spans, partial events.
// information is not the point
[InterruptDriver]
internal sealed partial class Shorter
{
    private readonly int[] _items = [1, 2, 3];
    private readonly Meter _meter = new();
    private readonly byte[] _bytes = new byte[8];
    private Meter? _maybe;
    private Tally _tally;
    private Series _series = new(new int[4]);
    private int _n;
    private object? _kept;

    [MsiVector(0)]
    private void ExtensionOfSpan(in Interrupt irq) => _n = _items.Total + _items.AsSpan().Total;

    [MsiVector(1)]
    private void ExtensionThatCopies(in Interrupt irq) => _n = _items.Copied.Length; //! TH2002

    [MsiVector(2)]
    private void ExtensionOfInterface(in Interrupt irq)
    {
        _n = _tally.Doubled();
        _n += _tally.Boxed; //! TH2003
    }

    [MsiVector(3)]
    private void StaticExtensions(in Interrupt irq)
    {
        _meter.Level = Meter.Highest;
        _kept = Meter.Fresh(); //! TH2001
    }

    [MsiVector(4)]
    private void ConditionalSet(in Interrupt irq)
    {
        _maybe?.Level = irq.Vector;
        _maybe?.Any = irq.Vector; //! TH2003
    }

    [MsiVector(5)]
    private void ConditionalAdd(in Interrupt irq)
    {
        _maybe?.Level += irq.Vector;
        _maybe?.Text += irq.Vector; //! TH2006
    }

    [MsiVector(6)]
    private void CompoundOfStruct(in Interrupt irq)
    {
        _tally += irq.Vector;
        _tally++;
        _n = _tally.Value;
    }

    [MsiVector(7)]
    private void CompoundThatGrows(in Interrupt irq) => _series += irq.Vector; //! TH2002

    [MsiVector(8)]
    private void FieldWord(in Interrupt irq)
    {
        _meter.Clamped = irq.Vector;
        _n = _meter.Clamped;
    }

    [MsiVector(9)] // made at its first use, for all that is known at each
    private void FieldWordThatMakes(in Interrupt irq) => _n = _meter.Buffer.Length; //! TH2002

    [MsiVector(10)]
    private void SpansByThemselves(in Interrupt irq)
    {
        _n = Sum(_items) + First(_bytes);
        _n += _items.Contains(3) ? 1 : 0;
        _n += _items.StartsWith(_items) ? 1 : 0;
    }

    [MsiVector(11)]
    private void ModifiersOfLambda(in Interrupt irq)
    {
        TryTake take = static (n, out twice) => (twice = n * 2) > 0;
        _n = take(irq.Vector, out int twice) ? twice : 0;
    }

    [MsiVector(12)]
    private void ModifiersOfCapture(in Interrupt irq)
    {
        int limit = irq.Vector;
        TryTake take = (n, out twice) => (twice = n * 2) > limit; //! TH2004
        _n = take(3, out int twice) ? twice : 0;
    }

    [MsiVector(13)]
    private void NameOfOpenType(in Interrupt irq) => _n = nameof(List<>).Length + nameof(Dictionary<,>.Count).Length;

    [MsiVector(14)]
    private void PartialEvent(in Interrupt irq) => Ready += s_none;

    [MsiVector(15)]
    private void PartialConstructor(in Interrupt irq)
    {
        Halves halves = new(irq.Vector);
        _n = halves.Sum;
    }

    [MsiVector(16)]
    private void ExtensionOperator(in Interrupt irq)
    {
        _n = (_meter | _meter).Level;
        _n += (_meter & _meter).Level; //! TH2001
    }

    [MsiVector(17)]
    private void GenericExtension(in Interrupt irq)
    {
        _n = _items.Middle + _bytes.Middle;
        _kept = _items.MiddleAny; //! TH2003
    }

    private delegate bool TryTake(int n, out int twice);

    private static readonly Action s_none = static () => { };

    private partial event Action Ready;

    private partial event Action Ready
    {
        add => _n++;
        remove => _n--;
    }

    private static int Sum(ReadOnlySpan<int> items) => items.Length;

    private static int First(Span<byte> bytes) => bytes[0];
}

internal interface ITally
{
    int Value { get; }
}

internal struct Tally : ITally
{
    public int Value { get; private set; }

    public void operator +=(int more) => Value += more;

    public void operator ++() => Value++;
}

internal struct Series(int[] items)
{
    private int[] _items = items;

    public void operator +=(int more)
    {
        int[] grown = new int[_items.Length];
        grown[0] = more;
        _items = grown;
    }
}

internal sealed class Meter
{
    public int Level { get; set; }

    public object? Any { get; set; }

    public string Text { get; set; } = "";

    public int Clamped
    {
        get;
        set => field = Math.Clamp(value, 0, 9);
    }

    public byte[] Buffer => field ??= new byte[8];
}

internal readonly partial struct Halves
{
    public readonly int Sum;

    public partial Halves(int n);

    public partial Halves(int n) => Sum = n;
}

internal static class Extensions
{
    extension(Span<int> items)
    {
        public int Total
        {
            get
            {
                int total = 0;
                foreach (int item in items)
                {
                    total += item;
                }

                return total;
            }
        }
    }

    extension(int[] items)
    {
        public int Total => items.AsSpan().Total;

        public int[] Copied => items.AsSpan().ToArray();
    }

    extension<T>(T tally)
        where T : struct, ITally
    {
        public int Doubled() => tally.Value * 2;
    }

    extension(ITally tally)
    {
        public int Boxed => tally is null ? 0 : 1;
    }

    extension(Meter meter)
    {
        public static int Highest => 9;

        public static Meter Fresh() => new();

        public static Meter operator |(Meter a, Meter b) => a.Level > 3 ? a : b;

        public static Meter operator &(Meter a, Meter b) => new() { Level = a.Level & b.Level };
    }

    extension<T>(T[] items)
    {
        public T Middle => items[items.Length / 2];

        public object? MiddleAny => items[items.Length / 2];
    }
}
