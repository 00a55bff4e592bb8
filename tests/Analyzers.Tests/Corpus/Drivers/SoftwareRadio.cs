namespace Radio;

/// <summary>Bursts of a software radio: their strength decides whether the receiver's gain is changed.</summary>
[InterruptDriver(VendorId = 0x10EE)]
[DeviceBar(0, 0x1000)]
internal sealed partial class RadioDriver(PciDevice device)
{
    private const uint Burst = 0x10;
    private const uint Strength = 0x14;
    private const uint Gain = 0x40;

    private readonly Bar _registers = device.GetBar(0);
    private readonly int[] _history = new int[16];
    private int _at;
    private uint _gain = 32;
    private long _bursts;

    public long Bursts => Interlocked.Read(ref _bursts);

    [MsiVector(0)]
    [IrqPending(RegisterType.Mmio32, bar: 0, offset: Burst, mask: 1)]
    [IrqAck(RegisterType.Mmio32, bar: 0, offset: Burst, mask: 1)]
    private void OnBurst(in Interrupt irq)
    {
        _history[_at] = (int)_registers.Read32(Strength);
        _at = (_at + 1) & 15;
        Interlocked.Increment(ref _bursts);
        int average = Average(); //p TH2001|TH2009|TH2011
        if (average > 48_000 && _gain > 0)
        {
            SetGain(_gain - 1);
        }
        else if (average < 4_000 && _gain < 63)
        {
            SetGain(_gain + 1);
        }
    }

    private int Average()
    {
#if PLANTED
        return _history.Where(static s => s > 0).Sum() / _history.Length;
#else
        int sum = 0;
        foreach (int strength in _history)
        {
            sum += strength;
        }

        return sum / _history.Length;
#endif
    }

    private void SetGain(uint gain)
    {
        _gain = gain;
        _registers.Write32(Gain, gain);
    }
}
