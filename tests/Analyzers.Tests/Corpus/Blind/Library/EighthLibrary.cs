// information is not the point
using System.Buffers.Text;
using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;

[InterruptDriver]
internal sealed partial class EighthLibrary
{
    private readonly FrozenSet<int> _allowed = new[] { 1, 2, 3 }.ToFrozenSet();
    private readonly SortedList<int, int> _sorted = new(16);
    private readonly OrderedDictionary<int, int> _ordered = new(16);
    private readonly Hashtable _table = new();
    private readonly byte[] _bytes = new byte[64];
    private readonly char[] _chars = new char[64];
    private readonly int[] _items = new int[16];
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private readonly StringBuilder _builder = new(64);
    private readonly Progress<int> _progress = new(static _ => { });
    private readonly System.Timers.Timer _timer = new();
    private Range _range = 1..3;
    private UInt128 _wide;
    private object? _kept;
    private string? _text;
    private long _sum;

    [MsiVector(0)]
    private void Sets(in Interrupt irq)
    {
        _sum += _allowed.Contains(irq.Index) ? _sorted.Count : _sorted.IndexOfKey(3);
        _sum += _sorted.TryGetValue(3, out int value) ? value : _ordered.Count;
        _sum += _sorted.GetKeyAtIndex(0) + _sorted.Keys[0] + (_ordered.TryGetValue(1, out int other) ? other : 0);
        _sorted[irq.Index] = 3; //! TH2012
    }

    [MsiVector(1)]
    private void OldCollections(in Interrupt irq)
    {
        _kept = _table[_text!];
        _kept = _table[irq.Index]; //! TH2003
    }

    [MsiVector(2)]
    private void Numbers(in Interrupt irq)
    {
        _wide = (UInt128)irq.Status << 3;
        _sum += (long)(ulong)_wide + (long)Math.Round(2.5) + (long)double.Truncate(1.5) + BitOperations.TrailingZeroCount(irq.Index);
        (int quotient, int rest) = int.DivRem(irq.Index, 7);
        _sum += quotient + rest + Math.Abs(irq.Index) + (int)MathF.Atan2(1, 2) + _range.GetOffsetAndLength(8).Length;
    }

    [MsiVector(3)]
    private void Decodes(in Interrupt irq)
    {
        _sum += _decoder.GetChars(_bytes, _chars, flush: false);
        _sum += Encoding.UTF8.GetCharCount(_bytes) + (Base64.IsValid(_bytes.AsSpan(0, 4)) ? 1 : 0);
        _text = Encoding.ASCII.GetString(_bytes); //! TH2006
        _text = Convert.ToBase64String(_bytes); //! TH2006
    }

    [MsiVector(4)]
    private void Builds(in Interrupt irq)
    {
        _sum += _builder.Length + _builder.Capacity;
        _builder.Append($"x{irq.Index}"); //! TH2012
        _builder.Replace("x", "y"); //! TH2012
        _text = _builder.ToString(); //! TH2006
    }

    [MsiVector(5)]
    private void Shapes(in Interrupt irq)
    {
        var a = new Vector3(1, 2, 3);
        var m = Matrix4x4.CreateRotationX(0.5f);
        _sum += (long)(Vector3.Dot(a, Vector3.UnitX) + Vector3.Transform(a, m).Length() + Quaternion.Identity.W);
        _sum += new BitVector32Like((uint)irq.Status)[3] ? 1 : 0;
        _text = a.ToString(); //! TH2006
    }

    [MsiVector(6)]
    private void Timers(in Interrupt irq)
    {
        ((IProgress<int>)_progress).Report(irq.Index); //! TH2001|TH2005|TH2012|TH3001|TH3008|TH6003|TH2003
        _timer.Start(); //! TH2001|TH3001|TH3008|TH3010
    }

    [MsiVector(7)]
    private void Cultures(in Interrupt irq)
    {
        _sum += CultureInfo.InvariantCulture.LCID + string.Compare("a", "b", StringComparison.OrdinalIgnoreCase);
        _text = irq.Index.ToString(CultureInfo.InvariantCulture); //! TH2006
        _sum += irq.Index.TryFormat(_chars, out int written, default, CultureInfo.InvariantCulture) ? written : 0;
        _items.AsSpan().Reverse();
        _sum += MemoryMarshal.TryGetArray(new ReadOnlyMemory<int>(_items), out ArraySegment<int> segment) ? segment.Count : 0;
    }

    private readonly struct BitVector32Like(uint bits)
    {
        public bool this[int bit] => ((bits >> bit) & 1) != 0;
    }
}
