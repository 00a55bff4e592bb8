// needs C# 14
// information is not the point
[InterruptDriver]
internal sealed partial class Modern2
{
    private readonly int[] _ints = new int[8];
    private readonly string _text = "abc";
    private readonly Sink _sink = new();
    private Tally _tally;
    private Tally[] _tallies = new Tally[4];
    private int _n;

    public partial event Action? Done;

    public partial event Action? Done
    {
        add
        {
            lock (_ints)
            {
            }
        }
        remove { }
    }

    [MsiVector(0)]
    private void ConstantsAsSpan(in Interrupt irq)
    {
        ReadOnlySpan<byte> table = new byte[] { 1, 2, 4 };
        ReadOnlySpan<int> ints = new[] { 1, 2, 3 };
        _n = table[irq.Index] + ints[irq.Index] + Sum([1, 2, 3]);
    }

    [MsiVector(1)]
    private void ArrayToSpanParameter(in Interrupt irq)
    {
        _n = Sum(_ints) + Length(_text) + Spans(_ints);
    }

    [MsiVector(2)] // an operator of a struct that changes it, in a field and in an array
    private void StructCompound(in Interrupt irq)
    {
        _tally += 3;
        _tallies[irq.Index & 3] += 4;
        _tally++;
    }

    [MsiVector(3)]
    private void StructCompoundBad(in Interrupt irq)
    {
        _tally -= 3; //! TH2002
    }

    [MsiVector(4)]
    private void GenericExtension(in Interrupt irq)
    {
        _n = _ints.Second + 3.Plus(4);
        _n = _ints.Duplicate.Length; //! TH2002
    }

    [MsiVector(5)]
    private void PartialEvent(in Interrupt irq)
    {
        Done += null; //! TH3001
        Done -= null;
    }

    [MsiVector(6)]
    private void LambdaModifiers(in Interrupt irq)
    {
        TryRead read = static (ReadOnlySpan<char> text, out int value) => int.TryParse(text, out value);
        if (read("1", out int value))
        {
            _n = value;
        }
    }

    [MsiVector(7)]
    private void NullConditionalCompound(in Interrupt irq)
    {
        Sink? sink = _n > 3 ? _sink : null;
        sink?.Count += 2;
        sink?.Text = irq.Vector; //! TH2006
    }

    [MsiVector(8)] // two hops by extension members
    private void ExtensionChain(in Interrupt irq)
    {
        _n = _sink.Outer; //! TH3003
    }

    private delegate bool TryRead(ReadOnlySpan<char> text, out int value);

    private static int Sum(ReadOnlySpan<int> items) => items.Length;

    private static int Length(ReadOnlySpan<char> text) => text.Length;

    private static int Spans(Span<int> items) => items.Length;
}

internal sealed class Sink
{
    private string? _text;

    public int Count { get; set; }

    public int Text
    {
        get => _text is null ? 0 : 1;
        set => _text = value.ToString();
    }
}

internal struct Tally
{
    private int _n;

    public void operator +=(int more) => _n += more;

    public void operator -=(int less) => _n -= new int[less].Length;

    public void operator ++() => _n++;
}

internal static class Extensions
{
    extension<T>(T[] items)
    {
        public T Second => items[1];

        public T[] Duplicate => new T[items.Length];
    }

    extension(int n)
    {
        public int Plus(int more) => n + more;
    }

    extension(Sink sink)
    {
        public int Outer => sink.Inner + 1;

        private int Inner
        {
            get
            {
                Thread.Sleep(sink.Count);
                return 3;
            }
        }
    }
}
