// Constructs and library calls of a fifth batch.
// information is not the point
using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;

[InterruptDriver]
internal sealed partial class FifthConstructs
{
    private readonly List<int> _list = new(8);
    private readonly int[] _items = new int[8];
    private readonly int[,] _grid = new int[4, 4];
    private readonly int[][] _rows = [new int[4], new int[4]];
    private readonly KeyValuePair<int, int>[] _pairs = new KeyValuePair<int, int>[4];
    private readonly ImmutableArray<int> _fixed = [1, 2, 3];
    private readonly Guid _id = new(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
    private readonly Dictionary<Guid, int> _byId = new(8);
    private readonly Dictionary<(int, byte), int> _byPair = new(8);
    private readonly Dictionary<DayOfWeek, int> _byDay = new(8);
    private readonly ManualResetEvent _event = new(false);
    private readonly Version _version = new(1, 2);
    private DateTime _time;
    private string? _text;
    private object? _kept;
    private long _sum;

    [MsiVector(0)]
    private void LinqOverLists(in Interrupt irq)
    {
        _sum += _items.Sum() + _list.Count() + (_items.Contains(3) ? 1 : 0) + _list.FirstOrDefault() + _items.ElementAtOrDefault(9);
        _sum += _list.Any() && _items.SequenceEqual(_rows[0]) ? 1 : 0;
        _sum += _items.Any(static x => x > 3) ? 1 : 0; //? TH2011
        _sum += _list.Count(x => x > _sum); //! TH2005|TH2011
    }

    [MsiVector(1)]
    private void Grids(in Interrupt irq)
    {
        foreach (int cell in _grid)
        {
            _sum += cell;
        }

        foreach (int[] row in _rows)
        {
            _sum += row[^1] + row.AsSpan(1..)[0];
        }

        foreach ((int key, int value) in _pairs)
        {
            _sum += key * value;
        }

        _sum += _grid.Length + _grid.GetLength(0) + _fixed.AsSpan()[1];
        foreach (int item in _fixed)
        {
            _sum += item;
        }
    }

    [MsiVector(2)]
    private void Keys(in Interrupt irq)
    {
        _sum += _byId.TryGetValue(_id, out int a) ? a : 0;
        _sum += _byPair.TryGetValue((irq.Index, 3), out int b) ? b : 0;
        _sum += _byDay.GetValueOrDefault(DayOfWeek.Friday);
        _byDay[DayOfWeek.Monday] = 3; //! TH2012
    }

    [MsiVector(3)]
    private void Times(in Interrupt irq)
    {
        _time = DateTime.UnixEpoch.AddTicks(irq.Timestamp / 100);
        _sum += _time.Hour + (_time - DateTime.UnixEpoch).Days + TimeSpan.TicksPerDay;
        _sum += _version.Major + _version.CompareTo(new Version(1, 2)); //! TH2001
    }

    [MsiVector(4)]
    private void Waits(in Interrupt irq)
    {
        _sum += _event.WaitOne(0) ? 1 : 0; //? TH3010|TH3001
        WaitHandle.WaitAny(s_handles); //! TH3002
    }

    [MsiVector(5)]
    private void NumbersAsText(in Interrupt irq)
    {
        Span<char> text = stackalloc char[16];
        Span<byte> bytes = stackalloc byte[16];
        _sum += irq.Status.TryFormat(text, out int written, "X8") ? written : 0;
        _sum += irq.Index.TryFormat(bytes, out int count) ? count : 0;
        _sum += text.SequenceCompareTo("0A") + (((ReadOnlySpan<char>)text).Equals("a", StringComparison.Ordinal) ? 1 : 0);
        _text = text[..written].ToString(); //! TH2006
        _text = irq.Index.ToString("X"); //! TH2006
    }

    [MsiVector(6)]
    private void GenericMath(in Interrupt irq)
    {
        _sum += Average<int>(_items) + (int)Average<float>([1f, 2f, 3f]) + int.Max(3, irq.Index) + (int)ulong.PopCount(irq.Status);
        _sum += int.RotateLeft(irq.Index, 3) + BitOperations.Log2((uint)irq.Index | 1) + int.Sign(-3);
    }

    [MsiVector(7)]
    private void Spans(in Interrupt irq)
    {
        Span<int> span = CollectionsMarshal.AsSpan(_list);
        span.Fill(3);
        span.Sort(static (a, b) => b - a);
        _items.AsSpan().CopyTo(_rows[0].AsSpan().Length >= 8 ? _rows[0] : _items);
        _sum += span.ToArray().Length; //! TH2002
        _kept = _list.ToArray(); //! TH2002
    }

    private static readonly WaitHandle[] s_handles = [new AutoResetEvent(false)];

    private static T Average<T>(ReadOnlySpan<T> values)
        where T : INumber<T>
    {
        T sum = T.Zero;
        T count = T.Zero;
        foreach (T value in values)
        {
            sum += value;
            count++;
        }

        return T.IsZero(count) ? T.Zero : sum / count;
    }
}
