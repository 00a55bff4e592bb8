// Loops without a bound.
[InterruptDriver]
internal sealed partial class Loops(PciDevice device)
{
    private const uint Status = 0x10;
    private readonly Bar _bar = device.GetBar(0);
    private volatile bool _ready;
    private Node? _head;
    private int _n;
    private long _total;

    [MsiVector(0)]
    private void WhileTrue(in Interrupt irq)
    {
        while (true) //! TH4004|TH4005
        {
            _n++;
            if (_bar.Read32(Status) == 0)
            {
                break;
            }
        }
    }

    [MsiVector(1)]
    private void ForEver(in Interrupt irq)
    {
        for (; ; ) //! TH4004
        {
            _n++;
        }
    }

    [MsiVector(2)]
    private void PollRegister(in Interrupt irq)
    {
        while ((_bar.Read32(Status) & 1) == 0) //! TH4005
        {
        }
    }

    [MsiVector(3)]
    private void PollDo(in Interrupt irq)
    {
        uint status;
        do //? TH4005
        {
            status = _bar.Read32(Status);
        }
        while ((status & 1) == 0); //! TH4005
    }

    [MsiVector(4)]
    private void PollField(in Interrupt irq)
    {
        while (!_ready) //! TH4004|TH4005
        {
            Thread.SpinWait(1);
        }
    }

    [MsiVector(5)]
    private void CompareAndSwap(in Interrupt irq)
    {
        long seen;
        do //? TH4006
        {
            seen = Volatile.Read(ref _total);
        }
        while (Interlocked.CompareExchange(ref _total, seen + irq.Signals, seen) != seen); //i TH4006
    }

    [MsiVector(6)]
    private void PollBelow(in Interrupt irq)
    {
        WaitReady(); //! TH4005
    }

    [MsiVector(7)]
    private void Goto(in Interrupt irq)
    {
    Again:
        _n++;
        if (_bar.Read32(Status) != 0)
        {
            goto Again; //! TH4004|TH4005
        }
    }

    [MsiVector(8)]
    private void VolatileRead(in Interrupt irq)
    {
        while (Volatile.Read(ref _n) < 10) //! TH4004|TH4005
        {
        }
    }

    [MsiVector(9)] // drains until the device says that it is empty: the device may never say so
    private void DrainFifo(in Interrupt irq)
    {
        while ((_bar.Read32(Status) & 2) != 0) //! TH4005
        {
            _n += (int)_bar.Read32(0x14);
        }
    }

    [MsiVector(10)]
    private void ListWithoutEnd(in Interrupt irq)
    {
        for (Node? node = _head; ; node = node!.Next) //! TH4004
        {
            _n += node!.Value;
        }
    }

    private void WaitReady()
    {
        while (_bar.Read32(Status) == 0)
        {
        }
    }

    private sealed class Node
    {
        public int Value;
        public Node? Next;
    }
}
