// needs C# 14
// information is not the point
[InterruptDriver]
internal sealed partial class BlindNewestChains
{
    private readonly Total _total = new();
    private readonly byte[] _frame = new byte[64];
    private int _level;
    private string _name = "";

    [MsiVector(0)]
    private void ExtensionProperties(in Interrupt irq)
    {
        _level = _total.Doubled + int.Widest;
        _name = _total.Label; //! TH2006
    }

    [MsiVector(1)]
    private void CompoundOperators(in Interrupt irq)
    {
        _total.Value += irq.Index;
        Total total = _total;
        total += irq.Index;
        total -= irq.Index; //! TH3001
    }

    [MsiVector(2)]
    private void FieldKeyword(in Interrupt irq) => Rate = irq.Index; //! TH4001

    [MsiVector(3)]
    private void SpansOfArrays(in Interrupt irq)
    {
        _level = _frame.StartsWith("ab"u8) ? 1 : 0;
        _level += Sum(_frame);
    }

    private int Rate
    {
        get => field;
        set => field = value < 1000 ? value : throw new OverflowException();
    }

    private static int Sum(ReadOnlySpan<byte> bytes)
    {
        int sum = 0;
        foreach (byte value in bytes)
        {
            sum += value;
        }

        return sum;
    }
}

internal sealed class Total
{
    private readonly Lock _gate = new();

    public int Value { get; set; }

    public void operator +=(int by) => Value += by;

    public void operator -=(int by)
    {
        lock (_gate)
        {
            Value -= by;
        }
    }
}

internal static class TotalExtensions
{
    extension(Total total)
    {
        public int Doubled => total.Value * 2;

        public string Label => Text(total.Value);
    }

    extension(int)
    {
        public static int Widest => int.MaxValue;
    }

    private static string Text(int value) => value.ToString("D4");
}
