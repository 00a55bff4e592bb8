using System.Collections.Concurrent;
using System.Threading.Channels;

[InterruptDriver]
internal sealed partial class ChannelsAndConcurrent
{
    private readonly Channel<int> _channel = Channel.CreateBounded<int>(16);
    private readonly ConcurrentQueue<int> _queue = new();
    private readonly ConcurrentStack<int> _stack = new();
    private readonly ConcurrentBag<int> _bag = [];
    private readonly ConcurrentDictionary<int, string> _map = new();
    private readonly BlockingCollection<int> _blocking = new(16);
    private string? _text;
    private int _n;

    [MsiVector(0)]
    private void ChannelRead(in Interrupt irq)
    {
        _n += _channel.Reader.TryRead(out int item) ? item : 0; //? TH3001 TH3008
        _n += _channel.Reader.TryPeek(out int next) ? next : 0; //? TH3001 TH3008
    }

    [MsiVector(1)]
    private void ChannelWriteAsync(in Interrupt irq)
    {
        _n += _channel.Writer.WriteAsync(3).IsCompleted ? 1 : 0; //! TH2001|TH3001|TH2010
    }

    [MsiVector(2)]
    private void ChannelReadAsync(in Interrupt irq)
    {
        _n += _channel.Reader.ReadAsync().AsTask().Result; //! TH3004 //? TH2001 TH3001
    }

    [MsiVector(3)]
    private void ChannelWaitToRead(in Interrupt irq)
    {
        _n += _channel.Reader.WaitToReadAsync().IsCompleted ? 1 : 0; //! TH2001|TH3001|TH2010
    }

    [MsiVector(4)]
    private void ChannelComplete(in Interrupt irq)
    {
        _n += _channel.Writer.TryComplete() ? 1 : 0; //! TH3001
    }

    [MsiVector(5)]
    private void QueueTake(in Interrupt irq)
    {
        while (_queue.TryDequeue(out int item)) //! TH4004 //! TH3001
        {
            _n += item;
        }
    }

    [MsiVector(6)]
    private void QueueTakeOne(in Interrupt irq)
    {
        _n += _queue.TryDequeue(out int item) ? item : 0; //! TH3001
        _n += _queue.TryPeek(out int peeked) ? peeked : 0;
        _n += _queue.IsEmpty ? 1 : 0;
    }

    [MsiVector(7)]
    private void QueuePut(in Interrupt irq)
    {
        _queue.Enqueue(2); //! TH2012
    }

    [MsiVector(8)]
    private void QueueEach(in Interrupt irq)
    {
        foreach (int item in _queue) //! TH2011
        {
            _n += item;
        }
    }

    [MsiVector(9)]
    private void QueueCopy(in Interrupt irq)
    {
        _n += _queue.ToArray().Length; //! TH2002
    }

    [MsiVector(10)]
    private void StackPush(in Interrupt irq)
    {
        _stack.Push(1); //! TH2001|TH2012
    }

    [MsiVector(11)]
    private void StackPop(in Interrupt irq)
    {
        _n += _stack.TryPop(out int item) ? item : 0;
    }

    [MsiVector(12)]
    private void BagAdd(in Interrupt irq)
    {
        _bag.Add(3); //! TH2012|TH2001|TH3001
    }

    [MsiVector(13)]
    private void BagTake(in Interrupt irq)
    {
        _n += _bag.TryTake(out int item) ? item : 0; //? TH3001 TH5004
    }

    [MsiVector(14)]
    private void MapGet(in Interrupt irq)
    {
        _text = _map.TryGetValue(irq.Vector, out string? text) ? text : null;
        _n += _map.ContainsKey(3) ? 1 : 0;
    }

    [MsiVector(15)]
    private void MapIndex(in Interrupt irq)
    {
        _text = _map[4]; //i TH4007
    }

    [MsiVector(16)]
    private void MapSet(in Interrupt irq)
    {
        _map[5] = "five"; //! TH2001|TH3001 //? TH2012
    }

    [MsiVector(17)]
    private void MapTryAdd(in Interrupt irq)
    {
        _n += _map.TryAdd(5, "five") ? 1 : 0; //! TH2001|TH3001 //? TH2012
    }

    [MsiVector(18)]
    private void MapRemove(in Interrupt irq)
    {
        _n += _map.TryRemove(5, out _) ? 1 : 0; //! TH3001
    }

    [MsiVector(19)]
    private void MapGetOrAdd(in Interrupt irq)
    {
        _text = _map.GetOrAdd(6, static n => ""); //! TH2001|TH3001 //? TH5003 TH2012
    }

    [MsiVector(20)]
    private void MapUpdate(in Interrupt irq)
    {
        _text = _map.AddOrUpdate(6, "", static (_, old) => old); //! TH2001|TH3001 //? TH5003 TH2012
    }

    [MsiVector(21)]
    private void MapCount(in Interrupt irq)
    {
        _n += _map.Count; //! TH3001
    }

    [MsiVector(22)]
    private void MapClear(in Interrupt irq)
    {
        _map.Clear(); //! TH3001 //? TH2001
    }

    [MsiVector(23)]
    private void MapKeys(in Interrupt irq)
    {
        _n += _map.Keys.Count; //! TH2001 TH3001 TH6003
    }

    [MsiVector(24)]
    private void MapEach(in Interrupt irq)
    {
        foreach (KeyValuePair<int, string> pair in _map) //! TH2011
        {
            _n += pair.Key;
        }
    }

    [MsiVector(25)]
    private void BlockingTake(in Interrupt irq)
    {
        _n += _blocking.Take(); //! TH3002
    }

    [MsiVector(26)]
    private void BlockingAdd(in Interrupt irq)
    {
        _blocking.Add(3); //! TH3002
    }

    [MsiVector(27)]
    private void BlockingTakeAWhile(in Interrupt irq)
    {
        _n += _blocking.TryTake(out int item, 10) ? item : 0; //! TH3002
    }

    [MsiVector(28)]
    private void BlockingEach(in Interrupt irq)
    {
        foreach (int item in _blocking.GetConsumingEnumerable()) //! TH2009|TH2011|TH3002 //? TH3002 TH2011 TH2009 TH4004
        {
            _n += item;
        }
    }
}
