// Shared state as it should be: constructors, handlers among themselves, Volatile on one side of each.
[InterruptDriver]
internal sealed partial class Clean
{
    private readonly int[] _slots = new int[16];
    private int _state;
    private int _head;
    private long _packets;
    private long _bytes;
    private int _configured;

    public Clean()
    {
        _state = 1;
        _head = 0;
        _configured = 4;
    }

    public long Packets => Interlocked.Read(ref _packets);

    public long Bytes => Volatile.Read(ref _bytes);

    [MsiVector(0)]
    private void OnRx(in Interrupt irq)
    {
        _state = 2;
        _slots[_head] = irq.Vector;
        _head = (_head + 1) & 15;
        Interlocked.Add(ref _packets, irq.Signals);
        Volatile.Write(ref _bytes, _bytes + 64);
    }

    [MsiVector(1)]
    private void OnLink(in Interrupt irq)
    {
        if (_state == 2)
        {
            _state = _configured;
        }
    }
}
