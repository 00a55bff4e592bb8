namespace Timing;

/// <summary>A card with eight timers; each interrupt says which of them ended, and how late it comes.</summary>
[InterruptDriver(VendorId = 0x10B5, DeviceId = 0x9050)]
[DeviceBar(2, 0x200)]
internal sealed partial class TimerCardDriver(PciDevice device)
{
    private const uint Ended = 0x08;
    private const uint Reload = 0x40;
    private const int Timers = 8;

    private readonly Bar _registers = device.GetBar(2);
    private readonly Timer[] _timers = new Timer[Timers];
    private readonly long[] _histogram = new long[32];
    private long _worst;
#if PLANTED
    private TaskCompletionSource _next = new();
#endif

    public long Worst => Volatile.Read(ref _worst);

    [MsiVector(0)]
    [IrqPending(RegisterType.Mmio32, bar: 2, offset: Ended, mask: 0xFF)]
    [IrqAck(RegisterType.Mmio32, bar: 2, offset: Ended, mask: 0xFF, Clear = IrqClear.Echo)]
    private void OnTimers(in Interrupt irq)
    {
        long now = Stopwatch.GetTimestamp();
        Measure(now - irq.Timestamp);
        for (int i = 0; i < Timers; i++)
        {
            if ((irq.Status & (1u << i)) == 0)
            {
                continue;
            }

            ref Timer timer = ref _timers[i];
            timer.Ticks += irq.Signals;
            if (timer.IsPeriodic)
            {
                _registers.Write32(Reload + ((uint)i * 4), timer.Period);
            }
        }

        Wake(); //p TH2001
    }

    private void Measure(long late)
    {
        if (late > _worst)
        {
            Volatile.Write(ref _worst, late);
        }

        int bucket = 0;
        for (long rest = late; rest > 0 && bucket < 31; rest >>= 1)
        {
            bucket++;
        }

        _histogram[bucket]++;
    }

    private void Wake()
    {
#if PLANTED
        _next = new TaskCompletionSource();
#endif
        _histogram[0]++;
    }

    private struct Timer
    {
        public bool IsPeriodic;
        public uint Period;
        public long Ticks;
    }
}
