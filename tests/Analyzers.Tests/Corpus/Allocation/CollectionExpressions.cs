// Rows ce-*, u8-literal, linq-free spreads.
using System.Collections.Immutable;

[InterruptDriver]
internal sealed partial class CollectionExpressions
{
    private object? _sink;
    private int[] _array = [];
    private readonly int[] _source = [1, 2, 3];
    private int _n;

    [MsiVector(0)] // ce-array
    private void ToArray(in Interrupt irq)
    {
        _array = [1, 2, irq.Vector]; //! TH2008
    }

    [MsiVector(1)] // ce-empty-array
    private void ToEmptyArray(in Interrupt irq)
    {
        _array = []; //? TH5001 TH5005
    }

    [MsiVector(2)] // ce-list
    private void ToList(in Interrupt irq)
    {
        List<int> list = [1, 2]; //! TH2008
        _sink = list;
    }

    [MsiVector(3)] // an empty list is a list
    private void ToEmptyList(in Interrupt irq)
    {
        List<int> list = []; //! TH2008
        _sink = list;
    }

    [MsiVector(4)] // ce-ienum
    private void ToEnumerable(in Interrupt irq)
    {
        IEnumerable<int> items = [1, irq.Vector]; //! TH2008
        _sink = items;
    }

    [MsiVector(5)] // ce-immarray
    private void ToImmutableArray(in Interrupt irq)
    {
        ImmutableArray<int> items = [1, irq.Vector]; //! TH2008
        _n = items.Length;
    }

    [MsiVector(6)] // ce-span-const
    private void ToConstantSpan(in Interrupt irq)
    {
        ReadOnlySpan<byte> bytes = [1, 2, 3];
        _n = bytes[irq.Index % 3];
    }

    [MsiVector(7)] // ce-span-var
    private void ToSpan(in Interrupt irq)
    {
        Span<int> items = [1, irq.Vector];
        _n = items[0];
    }

    [MsiVector(8)] // ce-span-spread
    private void SpreadToSpan(in Interrupt irq)
    {
        Span<int> items = [.. _source, irq.Vector]; //! TH2008
        _n = items[0];
    }

    [MsiVector(9)] // u8-literal
    private void Utf8Literal(in Interrupt irq)
    {
        ReadOnlySpan<byte> text = "RX"u8;
        _n = text[0];
    }

    [MsiVector(10)]
    private void SpreadToArray(in Interrupt irq)
    {
        _array = [.. _source]; //! TH2008
    }

    [MsiVector(11)]
    private void EmptySpan(in Interrupt irq)
    {
        Span<int> items = [];
        _n = items.Length;
    }

    [MsiVector(12)]
    private void SpanArgument(in Interrupt irq)
    {
        _n = First([irq.Vector, irq.Index]);
    }

    private static int First(ReadOnlySpan<int> items) => items[0];
}
