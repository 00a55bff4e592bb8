namespace Measure;

using System.Numerics;

/// <summary>Vectors of an accelerometer: filtered, and a shock is told at once.</summary>
[InterruptDriver(VendorId = 0x1234)]
[DeviceBar(0, 0x80)]
internal sealed partial class AccelerometerDriver(PciDevice device)
{
    private const uint Cause = 0x08;
    private const uint Axes = 0x10;
    private const float Shock = 8.0f;

    private readonly Bar _registers = device.GetBar(0);
    private Vector3 _filtered;
    private int _shocks;
    private readonly Peaks _peaks = new();

    public int Shocks => Volatile.Read(ref _shocks);

    [MsiVector(0)]
    [IrqPending(RegisterType.Mmio32, bar: 0, offset: Cause, mask: 1)]
    [IrqAck(RegisterType.Mmio32, bar: 0, offset: Cause, mask: 1)]
    private void OnSample(in Interrupt irq)
    {
        Vector3 sample = new(Axis(0), Axis(1), Axis(2));
        _filtered = (_filtered * 0.9f) + (sample * 0.1f);
        float strength = sample.Length();
        if (strength > Shock)
        {
            Volatile.Write(ref _shocks, _shocks + 1);
            _peaks.Add(strength); //p TH2001|TH2012
        }
    }

    private float Axis(uint index) => (short)_registers.Read16(Axes + (index * 2)) / 256f;
}

internal sealed class Peaks
{
#if PLANTED
    private readonly SortedList<float, int> _peaks = new();

    public void Add(float strength) => _peaks.TryAdd(strength, 1);
#else
    private readonly float[] _peaks = new float[8];

    public void Add(float strength)
    {
        int at = _peaks.Length - 1;
        if (strength <= _peaks[at])
        {
            return;
        }

        while (at > 0 && _peaks[at - 1] < strength)
        {
            _peaks[at] = _peaks[at - 1];
            at--;
        }

        _peaks[at] = strength;
    }
#endif
}
