// Library calls of a sixth batch.
// information is not the point
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Threading.Channels;

[InterruptDriver]
internal sealed partial class SixthLibrary
{
    private readonly ConcurrentStack<int> _stack = new();
    private readonly ConcurrentDictionary<int, int> _map = new();
    private readonly Channel<int> _channel = Channel.CreateUnbounded<int>(new UnboundedChannelOptions { SingleReader = true });
    private readonly List<int> _list = new(16);
    private readonly Queue<int> _queue = new(16);
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource<int> _source = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Random _random = new(3);
    private readonly object _gate = new();
    private readonly Mutex _mutex = new();
    private readonly ImmutableDictionary<int, int> _names = ImmutableDictionary<int, int>.Empty;
    private int[] _items = new int[16];
    private byte[] _bytes = new byte[64];
    private Task<int>? _task;
    private ValueTask<int> _value;
    private object? _kept;
    private string? _text;
    private long _sum;

    [MsiVector(0)]
    private void Swaps(in Interrupt irq)
    {
        int[] old = Interlocked.Exchange(ref _items, _items);
        _kept = Interlocked.CompareExchange(ref _kept, _text, null);
        _sum += old.Length + Volatile.Read(ref _items)[0] + Thread.VolatileRead(ref _sum);
        _value = ValueTask.FromResult(irq.Index);
        _task = Task.FromResult(irq.Index); //! TH2001
    }

    [MsiVector(1)]
    private void Concurrent(in Interrupt irq)
    {
        _sum += _stack.TryPop(out int top) ? top : _stack.IsEmpty ? 0 : 1;
        _sum += _map.ContainsKey(irq.Index) ? 1 : 0;
        _stack.Push(irq.Index); //! TH2001
        _sum += _map.Count; //! TH3001
    }

    [MsiVector(2)]
    private void Channels(in Interrupt irq)
    {
        _sum += _channel.Reader.TryPeek(out int next) ? next : 0; //? TH3001
        _channel.Writer.TryWrite(irq.Index); //! TH2012|TH3001 //? TH3001 TH2012
    }

    [MsiVector(3)]
    private void FindsInArrays(in Interrupt irq)
    {
        Array.Fill(_items, 3);
        Array.Reverse(_items);
        _sum += Array.Find(_items, static x => x > 3) + Array.FindIndex(_items, static x => x == 0);
        _sum += _list.Find(static x => x > 3) + (_list.Exists(static x => x < 0) ? 1 : 0) + _list.IndexOf(3);
        _list.ForEach(x => _sum += x); //! TH2005
        string[] names = Array.ConvertAll(_items, static x => x.ToString()); //! TH2002|TH2006 TH2002|TH2006
        _kept = names;
    }

    [MsiVector(4)]
    private void Texts(in Interrupt irq)
    {
        _sum += string.IsNullOrEmpty(_text) ? 0 : string.CompareOrdinal(_text, "a") + string.Compare(_text, "b", StringComparison.Ordinal);
        _sum += string.IsInterned("a") is null ? 1 : 0; //? TH3001|TH2006|TH2001|TH3009
        _text = Environment.StackTrace; //! TH2001
    }

    [MsiVector(5)]
    private void Reflection(in Interrupt irq)
    {
        _sum += _kept?.GetType() == typeof(string) ? RuntimeHelpers.GetHashCode(_kept) : 0;
        _kept = Activator.CreateInstance<List<int>>(); //! TH2001
        _sum += Enum.GetValues<DayOfWeek>().Length; //! TH2002
    }

    [MsiVector(6)]
    private void Bytes(in Interrupt irq)
    {
        _sum += BitConverter.ToInt32(_bytes, 0) + BitConverter.ToUInt16(_bytes.AsSpan(4)) + Buffer.ByteLength(_bytes);
        long stack = 3;
        Span<byte> view = MemoryMarshal.AsBytes(new Span<long>(ref stack));
        view.Reverse();
        _sum += stack + MemoryMarshal.CreateReadOnlySpan(ref _bytes[0], 4)[1];
        Array.Resize(ref _bytes, 128); //! TH2002|TH2012
    }

    [MsiVector(7)]
    private void Signals(in Interrupt irq)
    {
        _source.TrySetResult(irq.Index);
        _stop.Cancel();
        _sum += _random.Next(3);
        if (_queue.Count > 0)
        {
            _sum += _queue.Peek();
        }

        _list.AddRange(_items); //! TH2012
    }

    [MsiVector(8)]
    private void Waits(in Interrupt irq)
    {
        var spin = new SpinWait();
        spin.SpinOnce(); //! TH3003
        SpinWait.SpinUntil(() => _sum > 3, 1); //! TH2005 TH3002|TH3003
        _mutex.WaitOne(); //! TH3002|TH3001
        if (Monitor.TryEnter(_gate, 0))
        {
            Monitor.Exit(_gate);
        }

        _sum += Stopwatch.StartNew().ElapsedTicks; //! TH2001
    }

    [MsiVector(9)]
    private void Immutables(in Interrupt irq)
    {
        _sum += _names.TryGetValue(irq.Index, out int value) ? value : _names.Count;
        _sum += _names.SetItem(1, 2).Count; //! TH2001|TH2012
    }
}
