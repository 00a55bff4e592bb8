using System.Collections.Immutable;

// A collection expression is what its target is.
// information is not the point
[InterruptDriver]
internal sealed partial class ExpressionTargets
{
    private readonly int[] _items = [1, 2, 3];
    private readonly List<int> _list = [1, 2, 3];
    private int[] _array = [];
    private IReadOnlyList<int> _readOnly = [];
    private IList<int> _mutable = [];
    private ImmutableArray<int> _immutable = [];
    private HashSet<int> _set = [];
    private Ring _ring;
    private int _n;

    [MsiVector(0)]
    private void ToSpan(in Interrupt irq)
    {
        Span<int> items = [irq.Vector, 2, 3];
        ReadOnlySpan<long> constants = [1, 2, 3];
        ReadOnlySpan<string> names = ["a", "b"];
        ReadOnlySpan<int> none = [];
        _n = items.Length + constants.Length + names.Length + none.Length;
    }

    [MsiVector(1)]
    private void ToArray(in Interrupt irq) => _array = [irq.Vector, 2]; //! TH2008

    [MsiVector(2)]
    private void ToEmptyArray(in Interrupt irq)
    {
        _array = [];
        _readOnly = [];
        _immutable = [];
    }

    [MsiVector(3)]
    private void ToEmptyMutable(in Interrupt irq)
    {
        _mutable = []; //! TH2008
        _set = []; //! TH2008
    }

    [MsiVector(4)]
    private void ToReadOnly(in Interrupt irq) => _readOnly = [irq.Vector]; //! TH2008

    [MsiVector(5)]
    private void ToImmutable(in Interrupt irq) => _immutable = [irq.Vector, 2]; //! TH2008

    [MsiVector(6)]
    private void SpreadIntoArray(in Interrupt irq) => _array = [.. _items, irq.Vector]; //! TH2008

    [MsiVector(7)] // a spread of unknown length has no place on the stack
    private void SpreadIntoSpan(in Interrupt irq)
    {
        Span<int> items = [.. _items, 3]; //! TH2008
        _n = items.Length;
    }

    [MsiVector(8)]
    private void SpanOfBoxes(in Interrupt irq)
    {
        ReadOnlySpan<object> items = [irq.Vector, "a"]; //! TH2003
        _n = items.Length;
    }

    [MsiVector(9)]
    private void ToOwn(in Interrupt irq) => _ring = [irq.Vector, 2];

    [MsiVector(10)]
    private void AsArgument(in Interrupt irq)
    {
        _n = Sum([irq.Vector, 3]) + Sum([]);
        _n += SumOf([irq.Vector, 3]); //! TH2008
    }

    [MsiVector(11)]
    private void InForeach(in Interrupt irq)
    {
        foreach (int item in (ReadOnlySpan<int>)[1, irq.Vector])
        {
            _n += item;
        }
    }

    [MsiVector(12)]
    private void InConditional(in Interrupt irq)
    {
        ReadOnlySpan<int> items = irq.Vector > 3 ? [1, 2] : [3, irq.Index];
        _n = items.Length;
        _array = irq.Vector > 3 ? [] : [irq.Index]; //! TH2008
    }

    [MsiVector(13)]
    private void Nested(in Interrupt irq)
    {
        Span<int[]> rows = [_items, [irq.Vector]]; //! TH2008
        _n = rows.Length;
    }

    [MsiVector(14)]
    private void OldInitialisers(in Interrupt irq)
    {
        ReadOnlySpan<byte> image = new byte[] { 1, 2, 3 };
        ReadOnlySpan<int> words = new[] { 1, 2, 3 };
        Span<int> stack = stackalloc int[] { 1, 2, irq.Vector };
        _n = image.Length + words.Length + stack.Length;
        ReadOnlySpan<int> made = new[] { 1, irq.Vector }; //! TH2002
        Span<byte> writable = new byte[] { 1, 2, 3 }; //! TH2002
        _n += made.Length + writable.Length;
    }

    [MsiVector(15)]
    private void Utf8(in Interrupt irq)
    {
        ReadOnlySpan<byte> text = "ready"u8;
        _n = text.Length + "a"u8.Length + ("a"u8 + "b"u8).Length;
        byte[] copy = "ready"u8.ToArray(); //! TH2002
        _n += copy.Length;
    }

    [MsiVector(16)]
    private void Buffers(in Interrupt irq)
    {
        Lanes lanes = default;
        lanes[irq.Vector & 3] = 5;
        Span<int> all = lanes;
        foreach (int lane in lanes)
        {
            _n += lane;
        }

        _n += all.Length + lanes[..2].Length + lanes[^1];
    }

    [MsiVector(17)]
    private void ToList(in Interrupt irq) => Keep([irq.Vector]); //! TH2008

    [MsiVector(18)]
    private void SpreadOfSpread(in Interrupt irq)
    {
        ReadOnlySpan<int> head = [1, irq.Vector];
        Span<int> items = [.. head]; //! TH2008
        _n = items.Length;
    }

    private static int Sum(ReadOnlySpan<int> items) => items.Length;

    private static int SumOf(IEnumerable<int> items) => items is null ? 0 : 1;

    private void Keep(List<int> items) => _n = items.Count + _list.Count;
}

[InlineArray(4)]
internal struct Lanes
{
    private int _first;
}

[CollectionBuilder(typeof(RingBuilder), nameof(RingBuilder.Create))]
internal struct Ring
{
    public int Count;

    public readonly Span<int>.Enumerator GetEnumerator() => default;
}

internal static class RingBuilder
{
    public static Ring Create(ReadOnlySpan<int> items) => new() { Count = items.Length };
}
