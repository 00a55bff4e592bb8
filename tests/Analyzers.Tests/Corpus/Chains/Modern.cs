// needs C# 14
// information is not the point
[InterruptDriver]
internal sealed partial class Modern
{
    private readonly Counter _counter = new();
    private Counter? _maybe;
    private int _n;

    [MsiVector(0)] // an operator that changes its object
    private void UserCompound(in Interrupt irq)
    {
        Counter counter = _counter;
        counter += irq.Vector;
    }

    [MsiVector(1)]
    private void UserCompoundBad(in Interrupt irq)
    {
        Counter counter = _counter;
        counter -= irq.Vector; //! TH3001
    }

    [MsiVector(2)]
    private void UserIncrement(in Interrupt irq)
    {
        Counter counter = _counter;
        counter++; //! TH2002
    }

    [MsiVector(3)]
    private void ExtensionProperty(in Interrupt irq)
    {
        _n = _counter.Twice;
        _n = _counter.Copied; //! TH2002
    }

    [MsiVector(4)]
    private void ExtensionMethod(in Interrupt irq)
    {
        _counter.Slow(); //! TH3003
    }

    [MsiVector(5)]
    private void StaticExtension(in Interrupt irq)
    {
        _maybe = Counter.Make(); //! TH2001 TH2002
        _n = Counter.Zero;
    }

    [MsiVector(6)]
    private void ExtensionOperator(in Interrupt irq)
    {
        _n = _counter + 3; //! TH2006
    }

    [MsiVector(7)]
    private void NullConditionalAssignment(in Interrupt irq)
    {
        _maybe?.Value = irq.Vector;
        _maybe?.Checked = irq.Vector; //! TH4001
    }

    [MsiVector(8)]
    private void FieldKeyword(in Interrupt irq)
    {
        Level = irq.Vector; //? TH5010
        _n = Level;
        Name = irq.Vector; //! TH2003 //? TH5010
    }

    [MsiVector(9)]
    private void FirstClassSpans(in Interrupt irq)
    {
        int[] items = _counter.Items;
        _n = items.IndexOf(3) + items.Length;
        if (items.Contains(4) && items.SequenceEqual(items))
        {
            items.AsSpan().Reverse();
        }
    }

    [MsiVector(10)]
    private void PartialConstructor(in Interrupt irq)
    {
        Parts parts = new(irq.Vector); //! TH2002
        _n = parts.Length;
    }

    public int Level
    {
        get => field;
        set => field = value < 0 ? 0 : value;
    }

    public object? Name
    {
        get;
        set => field = Box((int?)value ?? 3);
    }

    private static object Box(int n) => n;
}

internal sealed class Counter
{
    private readonly object _gate = new();

    public int Value;

    public int[] Items { get; } = new int[4];

    public int Checked
    {
        get => Value;
        set => Value = value >= 0 ? value : throw new InvalidOperationException();
    }

    public void operator +=(int more) => Value += more;

    public void operator -=(int less)
    {
        lock (_gate)
        {
            Value -= less;
        }
    }

    public void operator ++() => Value += new int[3].Length;
}

internal partial struct Parts
{
    private int[] _items;

    public partial Parts(int n);

    public partial Parts(int n) => _items = new int[n];

    public readonly int Length => _items.Length;
}

internal static class CounterExtensions
{
    extension(Counter counter)
    {
        public int Twice => counter.Value * 2;

        public int Copied => new int[counter.Value].Length;

        public static int Zero => 0;

        public void Slow() => Wait();

        public static Counter Make() => new();

        public static int operator +(Counter left, int right) => $"{left.Value}{right}".Length;
    }

    private static void Wait() => Thread.Sleep(1);
}
