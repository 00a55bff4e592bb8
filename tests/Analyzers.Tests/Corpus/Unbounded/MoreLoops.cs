// More loops that only the device, or another thread, ends.
// information is not the point
[InterruptDriver]
internal sealed partial class MoreLoops(PciDevice device)
{
    private const uint Status = 0x10;
    private readonly Bar _bar = device.GetBar(0);
    private int _n;
    private int _flag;

    private uint Pending => _bar.Read32(Status);

    [MsiVector(0)]
    private void AssignInCondition(in Interrupt irq)
    {
        uint status;
        while ((status = _bar.Read32(Status)) != 0) //! TH4005
        {
            _n += (int)status;
        }
    }

    [MsiVector(1)]
    private void ThroughProperty(in Interrupt irq)
    {
        while (Pending != 0) //! TH4005
        {
            _n++;
        }
    }

    [MsiVector(2)]
    private void ThroughMethod(in Interrupt irq)
    {
        while (!IsReady()) //! TH4005
        {
            Thread.SpinWait(1);
        }
    }

    [MsiVector(3)]
    private void ForOverRegister(in Interrupt irq)
    {
        for (uint s = _bar.Read32(Status); s != 0; s = _bar.Read32(Status)) //! TH4005
        {
            _n += (int)s;
        }
    }

    [MsiVector(4)] // the counter is counted, but not asked
    private void CounterNotAsked(in Interrupt irq)
    {
        int tries = 0;
        while ((_bar.Read32(Status) & 1) == 0) //! TH4005
        {
            tries++;
        }

        _n = tries;
    }

    [MsiVector(5)] // the counter is reset
    private void WaitsForField(in Interrupt irq)
    {
        while (Volatile.Read(ref _flag) == 0) //! TH4004|TH4005
        {
        }
    }

    [MsiVector(6)]
    private void InterlockedSpin(in Interrupt irq)
    {
        while (Interlocked.Exchange(ref _flag, 1) != 0) //! TH4004|TH4005|TH4006
        {
        }
    }

    [MsiVector(7)]
    private void TwoHops(in Interrupt irq)
    {
        Settle(); //! TH4005
    }

    [MsiVector(8)]
    private void BreakOnly(in Interrupt irq)
    {
        for (; ; ) //! TH4004|TH4005
        {
            if (IsReady())
            {
                break;
            }
        }
    }

    [MsiVector(9)]
    private unsafe void MemoryOfDevice(in Interrupt irq)
    {
        uint* status = (uint*)_n;
        while (Volatile.Read(ref *status) == 0) //! TH4004|TH4005
        {
        }
    }

    private bool IsReady() => (_bar.Read32(Status) & 1) != 0;

    private void Settle() => WaitUntilReady();

    private void WaitUntilReady()
    {
        do
        {
            _n++;
        }
        while (!IsReady());
    }
}
