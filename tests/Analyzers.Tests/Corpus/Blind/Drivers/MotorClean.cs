using System.Runtime.InteropServices;

/// <summary>Motor controller with a strategy as a struct and a step table. Nothing is wrong here.</summary>
[InterruptDriver(VendorId = 0x1D94)]
[DeviceBar(0, 0x200)]
internal sealed partial class MotorClean
{
    private readonly Axis<Trapezoid>[] _axes;
    private readonly Bar _registers;

    public MotorClean(PciDevice device)
    {
        _registers = device.GetBar(0);
        _axes = [new(_registers, 0), new(_registers, 1), new(_registers, 2)];
    }

    public int PositionOf(int axis) => _axes[axis].Position;

    public void MoveTo(int axis, int target) => _axes[axis].MoveTo(target);

    [MsiVector(0, Count = 3)]
    private void OnStep(in Interrupt irq)
    {
        Axis<Trapezoid> axis = _axes[irq.Index];
        if (!axis.Step())
        {
            _registers.Write32(0x80, 1u << irq.Index);
        }
    }
}

internal interface IRamp
{
    uint Period(int done, int left);
}

[StructLayout(LayoutKind.Auto)]
internal readonly struct Trapezoid : IRamp
{
    private static ReadOnlySpan<ushort> Periods => [4000, 2800, 2100, 1700, 1400, 1200, 1050, 1000];

    public uint Period(int done, int left)
    {
        ReadOnlySpan<ushort> periods = Periods;
        int at = Math.Min(Math.Min(done, left), periods.Length - 1);
        return periods[Math.Max(at, 0)];
    }
}

internal sealed class Axis<TRamp>(Bar registers, int number)
    where TRamp : struct, IRamp
{
    private TRamp _ramp;
    private int _position;
    private int _target;
    private int _done;

    public int Position => Volatile.Read(ref _position);

    public void MoveTo(int target) => Volatile.Write(ref _target, target);

    public bool Step()
    {
        int target = Volatile.Read(ref _target);
        int left = Math.Abs(target - _position);
        if (left == 0)
        {
            _done = 0;
            return false;
        }

        Volatile.Write(ref _position, _position + Math.Sign(target - _position));
        registers.Write32((ulong)number * 0x10, _ramp.Period(_done++, left));
        return true;
    }
}
