namespace Motion;

/// <summary>Faults and positions of motor stages.</summary>
[InterruptDriver(VendorId = 0x1331)]
[DeviceBar(0, 0x800)]
internal sealed partial class MotorDriver(PciDevice device)
{
    private const uint Cause = 0x10;
    private const uint Enable = 0x14;
    private const int Axes = 6;

    private readonly Bar _registers = device.GetBar(0);
    private readonly Axis[] _axes = new Axis[Axes];
    private int _stopped;

    private enum Fault
    {
        None,
        OverCurrent,
        OverTemperature,
        Position,
    }

    public bool IsStopped => Volatile.Read(ref _stopped) != 0;

    [MsiVector(0)]
    [IrqPending(RegisterType.Mmio32, bar: 0, offset: Cause, mask: 0xFFFF_FFFF)]
    [IrqAck(RegisterType.Mmio32, bar: 0, offset: Cause, mask: 0xFFFF_FFFF, Clear = IrqClear.Echo)]
    private void OnFault(in Interrupt irq)
    {
        int faults = 0;
        for (int i = 0; i < _axes.Length; i++)
        {
            Fault fault = Decode((uint)(irq.Status >> (i * 4)) & 0xF);
            if (fault == Fault.None)
            {
                continue;
            }

            _axes[i].Fault = fault;
            _axes[i].Faults++;
            faults++;
        }

        if (faults > 0)
        {
            StopAll(); //p TH3007
        }
    }

    private static Fault Decode(uint bits) => bits switch
    {
        0 => Fault.None,
        1 => Fault.OverCurrent,
        2 or 3 => Fault.OverTemperature,
        _ => Fault.Position,
    };

    private void StopAll()
    {
        _registers.Write32(Enable, 0);
        for (uint i = 0; i < Axes; i++)
        {
            _registers.Write32(0x100 + (i * 0x20), 0);
        }

        Volatile.Write(ref _stopped, 1);
        AfterStop();
    }

    private static void AfterStop()
    {
#if PLANTED
        GC.Collect();
#endif
    }

    private struct Axis
    {
        public Fault Fault;
        public int Faults;
    }
}
