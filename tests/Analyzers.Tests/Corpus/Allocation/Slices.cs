// Rows range-*, substring, span slices.
[InterruptDriver]
internal sealed partial class Slices
{
    private byte[] _buffer = new byte[64];
    private string _text = "status";
    private string? _part;
    private byte[]? _slice;
    private int _n;
    private readonly Window _window = new();

    [MsiVector(0)] // range-array
    private void RangeOfArray(in Interrupt irq)
    {
        _slice = _buffer[1..3]; //! TH2013
    }

    [MsiVector(1)] // range-string
    private void RangeOfString(in Interrupt irq)
    {
        _part = _text[1..3]; //! TH2013|TH2006
    }

    [MsiVector(2)] // range-span
    private void RangeOfSpan(in Interrupt irq)
    {
        Span<byte> part = _buffer.AsSpan()[1..3];
        _n = part[0];
    }

    [MsiVector(3)] // substring
    private void Substring(in Interrupt irq)
    {
        _part = _text.Substring(1, 2); //! TH2006
    }

    [MsiVector(4)] // a slice pattern of an array copies
    private void SlicePattern(in Interrupt irq)
    {
        if (_buffer is [1, .. var rest]) //! TH2013
        {
            _n = rest.Length;
        }
    }

    [MsiVector(5)] // a discarded slice copies nothing
    private void DiscardedSlicePattern(in Interrupt irq)
    {
        if (_buffer is [1, .., 2])
        {
            _n++;
        }
    }

    [MsiVector(6)] // of a span nothing is copied
    private void SlicePatternOfSpan(in Interrupt irq)
    {
        ReadOnlySpan<byte> bytes = _buffer;
        if (bytes is [1, .. var rest])
        {
            _n = rest.Length;
        }
    }

    [MsiVector(7)] // a type's own Slice
    private void OwnSlice(in Interrupt irq)
    {
        Window part = _window[1..2]; //! TH2001
        _n = part.Length;
    }

    [MsiVector(8)] // index from the end copies nothing
    private void FromEnd(in Interrupt irq)
    {
        _n = _buffer[^1] + _text[^1];
    }

    [MsiVector(9)]
    private void AsSpanRange(in Interrupt irq)
    {
        ReadOnlySpan<char> part = _text.AsSpan(1, 2);
        _n = part[0];
    }
}

internal sealed class Window
{
    public int Length { get; init; } = 4;

    public int this[int index] => index;

    public Window Slice(int start, int length) => new() { Length = length };
}
