// Library calls on buffers, texts and lists, each beside one that does without.
// information is not the point
using System.Buffers.Binary;
using System.Text;

[InterruptDriver]
internal sealed partial class BuffersAndLists
{
    private readonly byte[] _buffer = new byte[256];
    private readonly byte[] _copy = new byte[256];
    private readonly int[] _values = new int[16];
    private readonly List<int> _list = [3, 1, 2];
    private readonly Predicate<int> _isHigh = static value => value > 2;
    private byte[] _grown = new byte[16];
    private string _text = "ready";
    private int _needle;
    private long _sum;

    [MsiVector(0)]
    private void ReadsHeader(in Interrupt irq) => _sum += BinaryPrimitives.ReadUInt32BigEndian(_buffer) + BinaryPrimitives.ReadUInt16LittleEndian(_buffer.AsSpan(4));

    [MsiVector(1)]
    private void Copies(in Interrupt irq)
    {
        _buffer.AsSpan(0, irq.Index & 255).CopyTo(_copy);
        Buffer.BlockCopy(_buffer, 0, _copy, 128, 16);
        _copy.AsSpan(64).Clear();
    }

    [MsiVector(2)]
    private void ReadsText(in Interrupt irq) => _text = Encoding.ASCII.GetString(_buffer, 0, 4); //! TH2006

    [MsiVector(3)]
    private void WritesText(in Interrupt irq) => _sum += Encoding.UTF8.GetBytes(_text, _buffer.AsSpan());

    [MsiVector(4)]
    private void CopiesRange(in Interrupt irq) => _sum += _buffer[..4].Length; //! TH2013

    [MsiVector(5)]
    private void SlicesRange(in Interrupt irq) => _sum += _buffer.AsSpan()[..4].Length + _text.AsSpan()[1..].Length;

    [MsiVector(6)]
    private void Joins(in Interrupt irq) => _text = string.Join(',', _values); //! TH2006

    [MsiVector(7)]
    private void Searches(in Interrupt irq)
    {
        _sum += _buffer.AsSpan().IndexOf((byte)'\n') + _text.IndexOf('d', StringComparison.Ordinal);
        _sum += _text.StartsWith("re", StringComparison.Ordinal) ? 1 : 0;
    }

    [MsiVector(8)]
    private void SortsAndFinds(in Interrupt irq)
    {
        _list.Sort();
        _sum += _list.Find(_isHigh) + _list.BinarySearch(2);
    }

    [MsiVector(9)]
    private void FindsAll(in Interrupt irq) => _sum += _list.FindAll(_isHigh).Count; //! TH2001

    [MsiVector(10)]
    private void FindsByField(in Interrupt irq) => _sum += _list.FindIndex(value => value == _needle); //! TH2005

    [MsiVector(11)]
    private void Grows(in Interrupt irq) => Array.Resize(ref _grown, _grown.Length + 16); //! TH2002
}
