// information is not the point
// What authors write without a second thought, safe and unsafe next to each other.
using System.Runtime.InteropServices;

[InterruptDriver]
internal sealed partial class EverydayMix(PciDevice device)
{
    private readonly Bar _bar = device.GetBar(0);
    private readonly byte[] _bytes = new byte[256];
    private readonly uint[] _words = new uint[16];
    private readonly Dictionary<int, long> _map = new(16);
    private readonly Queue<int> _queue = new(16);
    private readonly object _gate = new();
    private readonly nint _handle = 3;
    private object? _last;
    private List<int>? _list;
    private Action<string>? _log;
    private Action? _callback;
    private string _text = "abc";
    private Point _point;
    private Place _place = new(1, 2);
    private (int Number, string Name) _pair;
    private long _n;

    public Action<string>? Log { set => _log = value; }

    [MsiVector(0)]
    private void CopiesToStack(in Interrupt irq)
    {
        Span<byte> copy = stackalloc byte[64];
        _bytes.AsSpan(0, 64).CopyTo(copy);
        copy.Reverse();
        _n += copy[3];
    }

    [MsiVector(1)]
    private void CopiesToArray(in Interrupt irq) => _n += _bytes[..64].Length; //! TH2002|TH2013

    [MsiVector(2)]
    private void Swaps(in Interrupt irq) => Interlocked.Exchange(ref _list, new List<int>()); //! TH2001

    [MsiVector(3)]
    private void Publishes(in Interrupt irq) => Volatile.Write(ref _last, irq.Vector); //! TH2003

    [MsiVector(4)]
    private void PublishesHandle(in Interrupt irq) => _last = _handle; //! TH2003

    [MsiVector(5)]
    private void SetsPair(in Interrupt irq) => _pair = (irq.Vector, "x");

    [MsiVector(6)]
    private void SetsPairAsObject(in Interrupt irq) => _last = (irq.Vector, "x"); //! TH2003

    [MsiVector(7)]
    private void SetsCallback(in Interrupt irq) => _callback = Later; //! TH2005

    [MsiVector(8)]
    private void FindsReference(in Interrupt irq)
    {
        ref long slot = ref CollectionsMarshal.GetValueRefOrNullRef(_map, irq.Vector);
        if (!Unsafe.IsNullRef(ref slot))
        {
            slot++;
        }
    }

    [MsiVector(9)]
    private void AddsReference(in Interrupt irq) => CollectionsMarshal.GetValueRefOrAddDefault(_map, irq.Vector, out _)++; //! TH2012

    [MsiVector(10)]
    private void WalksPairs(in Interrupt irq)
    {
        foreach ((int key, long value) in _map)
        {
            _n += key + value;
        }
    }

    [MsiVector(11)]
    private void CountsPairs(in Interrupt irq) => _n += _map.Count(static p => p.Value > 0); //! TH2011

    [MsiVector(12)]
    private void Asserts(in Interrupt irq) => Debug.Assert(_n >= 0, $"negative: {_n}");

    [MsiVector(13)]
    private void Logs(in Interrupt irq) => _log?.Invoke($"vector {irq.Vector}"); //! TH6001 TH2006

    [MsiVector(14)]
    private void TestsText(in Interrupt irq)
    {
        if (_text is "abc" or "def" && _text.AsSpan().Trim().SequenceEqual("abc"))
        {
            _n++;
        }
    }

    [MsiVector(15)]
    private void SwitchesText(in Interrupt irq) => _n += _text switch
    {
        "one" => 1,
        "two" => 2,
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        "seven" => 7,
        _ => 0,
    };

    [MsiVector(16)]
    private void ChangesText(in Interrupt irq) => _text = _text.ToUpperInvariant(); //! TH2006

    [MsiVector(17)]
    private void ChangesStruct(in Interrupt irq) => _point = _point with { X = irq.Vector };

    [MsiVector(18)]
    private void ChangesRecord(in Interrupt irq) => _place = _place with { X = irq.Vector }; //! TH2001

    [MsiVector(19)]
    private void SumsSpan(in Interrupt irq) => _n += Sum(1, irq.Vector, 3);

    [MsiVector(20)]
    private void SumsArray(in Interrupt irq) => _n += SumOfArray(1, irq.Vector, 3); //! TH2007

    [MsiVector(21)]
    private void MakesSpan(in Interrupt irq)
    {
        Span<int> numbers = [irq.Vector, 2];
        ReadOnlySpan<int> constants = [1, 2, 3];
        _n += numbers[0] + constants[2];
    }

    [MsiVector(22)]
    private void MakesList(in Interrupt irq) => _list = [irq.Vector]; //! TH2008

    [MsiVector(23)]
    private void DrainsQueue(in Interrupt irq)
    {
        while (_queue.TryDequeue(out int item))
        {
            _n += item;
        }
    }

    [MsiVector(24)]
    private void FillsQueue(in Interrupt irq) => _queue.Enqueue(irq.Vector); //! TH2012

    [MsiVector(25)]
    private void LocksInProperty(in Interrupt irq) => _n += Guarded; //! TH3001

    [MsiVector(26)]
    private void TriesLock(in Interrupt irq)
    {
        if (Monitor.TryEnter(_gate))
        {
            _n++;
            Monitor.Exit(_gate);
        }
    }

    [MsiVector(27)]
    private void ClearsWords(in Interrupt irq)
    {
        Array.Clear(_words);
        Array.Fill(_words, 3u);
        Buffer.BlockCopy(_bytes, 0, _words, 0, 16);
        _n += _words.AsSpan().IndexOf(4u);
    }

    [MsiVector(28)]
    private void ResizesWords(in Interrupt irq)
    {
        uint[]? words = _words;
        Array.Resize(ref words, 32); //! TH2002
        _n += words.Length;
    }

    [MsiVector(29)]
    private void WaitsForRegister(in Interrupt irq)
    {
        SpinWait.SpinUntil(() => _bar.Read32(0) == 0); //! TH2005 TH3002|TH3003
    }

    private long Guarded
    {
        get
        {
            lock (_gate)
            {
                return _n;
            }
        }
    }

    private void Later() => _callback = null;

    private static long Sum(params ReadOnlySpan<int> numbers)
    {
        long sum = 0;
        foreach (int number in numbers)
        {
            sum += number;
        }

        return sum;
    }

    private static long SumOfArray(params int[] numbers) => numbers.Length;
}

internal readonly record struct Point(int X, int Y);

internal sealed record Place(int X, int Y);
