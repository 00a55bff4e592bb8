using System.Collections.Concurrent;
using System.Threading.Channels;

namespace TopHalf.WarmUp.Drivers;

/// <summary>How handlers hand things over: channels, concurrent collections, events, locks, interlocked operations.</summary>
[InterruptDriver]
internal sealed partial class ConcurrentDriver : IProbed
{
    private readonly Channel<Item> _channel = Channel.CreateUnbounded<Item>();
    private readonly Channel<Item> _bounded = Channel.CreateBounded<Item>(16);
    private readonly ConcurrentQueue<Item> _queue = new();
    private readonly ConcurrentDictionary<int, Item> _map = new();
    private readonly ManualResetEventSlim _event = new();
    private readonly SemaphoreSlim _semaphore = new(0);
    private readonly Lock _lock = new();
    private readonly object _gate = new();
    private Node? _node = new();
    private SpinLock _spin = new(enableThreadOwnerTracking: false);
    private long _count;

    public Probe Probe { get; } = new();

    public int Vectors => 1;

    [MsiVector(0)]
    private void OnItem(in Interrupt irq)
    {
        Probe.Enter();
        var item = new Item(irq.Timestamp, irq.Vector);
        _channel.Writer.TryWrite(item);
        _channel.Reader.TryRead(out _);
        _bounded.Writer.TryWrite(item);
        _bounded.Reader.TryRead(out _);
        _queue.Enqueue(item);
        _queue.TryDequeue(out _);
        _map[irq.Vector] = item;
        _map.TryGetValue(irq.Vector, out _);
        _event.Set();
        _event.Reset();
        if (_semaphore.CurrentCount == 0)
        {
            _semaphore.Release();
        }

        lock (_lock)
        {
            _count++;
        }

        lock (_gate)
        {
            _count++;
        }

        bool taken = false;
        _spin.Enter(ref taken);
        _spin.Exit(useMemoryBarrier: false);
        Node? node = Interlocked.Exchange(ref _node, null);
        Interlocked.CompareExchange(ref _node, node, null);
        Interlocked.Add(ref _count, 2);
        Volatile.Write(ref _count, Volatile.Read(ref _count) + 1);
        Probe.Leave();
    }

    private readonly record struct Item(long Timestamp, int Vector);

    private sealed class Node;
}
