// Is it normal use to take from an empty collection, or to miss a key? Here: no, a guard goes before it, as in every good driver.
// information is not the point
[InterruptDriver]
internal sealed partial class EmptyCollections
{
    private readonly Dictionary<int, int> _map = [];
    private readonly Queue<int> _queue = new();
    private readonly Stack<int> _stack = new();
    private int _n;

    [MsiVector(0)]
    private void PopEmpty(in Interrupt irq)
    {
        _n = _stack.Pop(); //? TH4002
    }

    [MsiVector(1)]
    private void DequeueEmpty(in Interrupt irq)
    {
        _n = _queue.Dequeue(); //? TH4002
    }

    [MsiVector(2)]
    private void MissingKey(in Interrupt irq)
    {
        _n = _map[irq.Vector]; //? TH4002
    }

    [MsiVector(3)]
    private void GuardedPop(in Interrupt irq)
    {
        if (_stack.Count > 0)
        {
            _n = _stack.Pop();
        }
    }

    [MsiVector(4)]
    private void GuardedDequeue(in Interrupt irq)
    {
        for (int i = _queue.Count; i > 0; i--)
        {
            _n += _queue.Dequeue();
        }
    }

    [MsiVector(5)]
    private void GuardedKey(in Interrupt irq)
    {
        if (_map.ContainsKey(irq.Vector))
        {
            _n = _map[irq.Vector];
        }
    }
}
