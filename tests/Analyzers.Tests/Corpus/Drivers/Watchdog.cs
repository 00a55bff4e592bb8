namespace Safety;

/// <summary>A watchdog of several stages, and a tree of subsystems that must have shown life.</summary>
[InterruptDriver(VendorId = 0x1234)]
[DeviceBar(0, 0x40)]
internal sealed partial class WatchdogDriver(PciDevice device, Subsystem first)
{
    private const uint Stage = 0x04;
    private const uint Feed = 0x08;
    private const uint Magic = 0x5555_AAAA;

    private readonly Bar _registers = device.GetBar(0);
    private readonly Subsystem _first = first;
    private int _missed;

    public int Missed => Volatile.Read(ref _missed);

    [MsiVector(0)]
    [IrqPending(RegisterType.Mmio32, bar: 0, offset: Stage, mask: 0xFF)]
    [IrqAck(RegisterType.Mmio32, bar: 0, offset: Stage, mask: 0xFF, Clear = IrqClear.Echo)]
    private void OnStage(in Interrupt irq)
    {
        if (AllAlive(_first)) //p TH4003
        {
            _registers.Write32(Feed, Magic);
            Volatile.Write(ref _missed, 0);
        }
        else
        {
            Volatile.Write(ref _missed, _missed + 1);
        }
    }

#if PLANTED
    private static bool AllAlive(Subsystem? subsystem)
        => subsystem is null || (subsystem.TakeLife() && AllAlive(subsystem.Next));
#else
    private static bool AllAlive(Subsystem first)
    {
        for (Subsystem? subsystem = first; subsystem is not null; subsystem = subsystem.Next)
        {
            if (!subsystem.TakeLife())
            {
                return false;
            }
        }

        return true;
    }
#endif
}

internal sealed class Subsystem(Subsystem? next)
{
    private int _alive;

    public Subsystem? Next { get; } = next;

    public void ShowLife() => Volatile.Write(ref _alive, 1);

    public bool TakeLife() => Interlocked.Exchange(ref _alive, 0) != 0;
}
