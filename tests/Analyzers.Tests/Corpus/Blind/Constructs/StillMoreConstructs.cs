// Single constructs of a third batch.
// information is not the point
[InterruptDriver]
internal sealed partial class BlindThirdConstructs
{
    private static readonly Func<int, int> s_double = static x => x * 2;

    private readonly object _sync = new();
    private readonly List<int> _list = new(16);
    private readonly Dictionary<int, int> _map = new(16);
    private readonly HashSet<int> _set = new(16);
    private readonly Queue<int> _queue = new(16);
    private readonly SortedSet<int> _sorted = new();
    private readonly Task<int> _transfer;
    private readonly byte[] _bytes = new byte[16];
    private readonly Mode _mode = new(1, 2);
    private Action? _first;
    private Action? _second;
    private string _text = "";
    private (int, int) _pair;
    private object? _kept;
    private long _sum;

    public BlindThirdConstructs(Task<int> transfer) => _transfer = transfer;

    [MsiVector(0)]
    private void CompletedValueTask(in Interrupt irq)
    {
        ValueTask<int> read = Read(irq.Index);
        if (read.IsCompletedSuccessfully)
        {
            _sum += read.Result;
        }
    }

    [MsiVector(1)]
    private void StatusOfTask(in Interrupt irq)
    {
        if (_transfer.Status == TaskStatus.RanToCompletion)
        {
            _sum += _transfer.Result;
        }

        _sum += _transfer.IsCompletedSuccessfully ? _transfer.Result : _transfer.Wait(0) ? 1 : 0;
    }

    [MsiVector(2)]
    private void TriesLock(in Interrupt irq)
    {
        if (!Monitor.TryEnter(_sync))
        {
            return;
        }

        try
        {
            _sum++;
        }
        finally
        {
            Monitor.Exit(_sync);
        }
    }

    [MsiVector(3)]
    private void EnumeratorByHand(in Interrupt irq)
    {
        List<int>.Enumerator items = _list.GetEnumerator();
        while (items.MoveNext())
        {
            _sum += items.Current;
        }

        foreach ((int key, int value) in _map)
        {
            _sum += key + value;
        }

        foreach (int item in _set)
        {
            _sum += item;
        }

        foreach (int item in _queue)
        {
            _sum += item;
        }
    }

    [MsiVector(4)]
    private void EnumeratorWithStack(in Interrupt irq)
    {
        foreach (int item in _sorted) //! TH2001|TH2011
        {
            _sum += item;
        }
    }

    [MsiVector(5)]
    private void DataOfArrays(in Interrupt irq)
    {
        ReadOnlySpan<byte> known = new byte[] { 1, 2, 3, 4 };
        ReadOnlySpan<int> numbers = new[] { 1, 2, 3 };
        _sum += known[irq.Index & 3] + numbers[0];
        Span<byte> scratch = new byte[] { 1, 2, 3, 4 }; //! TH2002
        _sum += scratch[0];
    }

    [MsiVector(6)]
    private void TextsThatAreThere(in Interrupt irq)
    {
        _text = irq.Index switch { 0 => "none", 1 => $"one {nameof(irq)}", _ => _text };
        _text = $"{_text}";
        _text = _text + "";
        _kept = _text.Length > 3 ? string.Empty : null;
    }

    [MsiVector(7)]
    private void TextOfTuple(in Interrupt irq)
    {
        _sum += _pair.Equals((1, 2)) ? _pair.GetHashCode() : _pair.CompareTo((3, 4));
        _text = _pair.ToString(); //! TH2002
    }

    [MsiVector(8)]
    private void DelegateArithmetic(in Interrupt irq)
    {
        if (_first == _second || _first is null)
        {
            _sum += s_double(irq.Index);
            return;
        }

        _first -= _second; //? TH2005
    }

    [MsiVector(9)]
    private void RecordClasses(in Interrupt irq)
    {
        (int a, int b) = _mode;
        _sum += _mode == new Mode(a, b) ? 1 : 0; //! TH2001
    }

    [MsiVector(10)]
    private void EmptyCollections(in Interrupt irq)
    {
        int[] none = [];
        _kept = none.Length == 0 ? Array.Empty<int>() : none;
        Range all = 1..^1;
        _sum += _bytes.AsSpan()[all].Length;
        List<int> list = []; //! TH2001|TH2008
        _sum += list.Count;
    }

    [MsiVector(11)]
    private void PartsOfText(in Interrupt irq)
    {
        foreach (char letter in _text)
        {
            _sum += letter;
        }

        foreach (ReadOnlySpan<char> line in _text.AsSpan().EnumerateLines())
        {
            _sum += line.Trim().Length;
        }

        foreach (System.Text.Rune rune in _text.EnumerateRunes())
        {
            _sum += rune.Value;
        }

        _sum += _text.Split(',').Length; //! TH2002|TH2006
    }

    [MsiVector(12)]
    private void NamesOfEnumerations(in Interrupt irq)
    {
        DayOfWeek day = (DayOfWeek)(irq.Index % 7);
        _sum += Enum.IsDefined(day) ? day.CompareTo(DayOfWeek.Friday) : 0; //! TH2003
        _text = day.ToString(); //! TH2003|TH2006
    }

    [MsiVector(13)]
    private void CaptureInBranch(in Interrupt irq)
    {
        int index = irq.Index;
        if (index > 1000)
        {
            int limit = index - 1000;
            _first = () => _sum += limit; //! TH2004
        }
    }

    private static ValueTask<int> Read(int value) => value > 3 ? new ValueTask<int>(value) : ValueTask.FromResult(0);

    private sealed record Mode(int A, int B);
}
