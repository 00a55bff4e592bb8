namespace Power;

/// <summary>Limits of a power supply: what was measured last is kept as one value.</summary>
[InterruptDriver(VendorId = 0x1234)]
[DeviceBar(0, 0x100)]
internal sealed partial class PowerSupplyDriver(PciDevice device)
{
    private const uint Cause = 0x04;
    private const uint Voltage = 0x10;
    private const uint Current = 0x14;
    private const uint Output = 0x20;

    private readonly Bar _registers = device.GetBar(0);
    private readonly Limits _limits = new(24_000, 10_000);
    private Reading _reading = new(0, 0, false);
    private int _trips;

    public int Trips => Volatile.Read(ref _trips);

    [MsiVector(0)]
    [IrqPending(RegisterType.Mmio32, bar: 0, offset: Cause, mask: 3)]
    [IrqAck(RegisterType.Mmio32, bar: 0, offset: Cause, mask: 3, Clear = IrqClear.Echo)]
    private void OnLimit(in Interrupt irq)
    {
        Measure((int)_registers.Read32(Voltage), (int)_registers.Read32(Current)); //p TH2001
        if (_reading.Exceeds(_limits))
        {
            Trip();
        }
    }

    private void Measure(int millivolts, int milliamperes)
        => _reading = _reading with { Millivolts = millivolts, Milliamperes = milliamperes };

    private void Trip()
    {
        _registers.Write32(Output, 0);
        Volatile.Write(ref _trips, _trips + 1);
    }
}

#if PLANTED
internal sealed record Reading(int Millivolts, int Milliamperes, bool IsTripped)
#else
internal readonly record struct Reading(int Millivolts, int Milliamperes, bool IsTripped)
#endif
{
    public bool Exceeds(in Limits limits) => Millivolts > limits.Millivolts || Milliamperes > limits.Milliamperes;
}

internal readonly record struct Limits(int Millivolts, int Milliamperes);
