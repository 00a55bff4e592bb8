/// <summary>Servo drive: a controller per axis, faults as flags, a trace that is drained elsewhere.</summary>
// information is not the point
[InterruptDriver(VendorId = 0x13FE, DeviceId = 0x1240)]
[DeviceBar(0, 0x800)]
internal sealed partial class Servo
{
    private readonly Bar _registers;
    private readonly Axis[] _axes;
    private readonly Trace _trace = new(1024);

    public Servo(PciDevice device)
    {
        _registers = device.GetBar(0);
        _axes = new Axis[6];
        for (int i = 0; i < _axes.Length; i++)
        {
            _axes[i] = new Axis(_registers, (uint)i * 0x40, new Pid(0.8f, 0.05f, 0.1f));
        }
    }

    public bool TryReadTrace(out Sample sample) => _trace.TryTake(out sample);

    [MsiVector(0, Count = 6)]
    private void OnPosition(in Interrupt irq)
    {
        Axis axis = _axes[irq.Index];
        float output = axis.Control(irq.Timestamp); //p:NAN TH4001 //p:BOX TH2003 TH2003|TH6003
        _trace.TryAdd(new Sample(irq.Index, output)); //p:FULL TH4004|TH4005
    }
}

internal readonly record struct Sample(int Axis, float Output);

internal sealed class Axis(Bar registers, uint offset, Pid pid)
{
    private Pid _pid = pid;
    private long _last;

    public float Control(long now)
    {
        float seconds = (now - _last) * 1e-9f;
        _last = now;
        int error = (int)registers.Read32(offset) - (int)registers.Read32(offset + 4);
        float output = _pid.Next(error, seconds);
        registers.Write32(offset + 8, (uint)(int)output);
        return output;
    }
}

internal struct Pid(float p, float i, float d)
{
    private float _integral;
    private float _last;

    public float Next(float error, float seconds)
    {
        _integral = Limit(_integral + (error * seconds), 1000);
        float slope = seconds > 0 ? (error - _last) / seconds : 0;
        _last = error;
        return Limit((p * error) + (i * _integral) + (d * slope), 32000);
    }

#if PLANTED_BOX
    private static float Limit(IComparable<float> value, float limit)
        => value.CompareTo(limit) > 0 ? limit : value.CompareTo(-limit) < 0 ? -limit : (float)value;
#elif PLANTED_NAN
    private static float Limit(float value, float limit)
        => float.IsNaN(value) ? throw new ArithmeticException() : Math.Min(Math.Max(value, -limit), limit);
#else
    private static float Limit(float value, float limit)
        => float.IsNaN(value) ? 0 : Math.Min(Math.Max(value, -limit), limit);
#endif
}

internal sealed class Trace(int capacity)
{
    private readonly Sample[] _samples = new Sample[capacity];
    private int _written;
    private int _read;

    public bool TryAdd(Sample sample)
    {
        int written = _written;
#if PLANTED_FULL
        while (written - Volatile.Read(ref _read) == _samples.Length)
        {
        }
#else
        if (written - Volatile.Read(ref _read) == _samples.Length)
        {
            return false;
        }
#endif
        _samples[written % _samples.Length] = sample;
        Volatile.Write(ref _written, written + 1);
        return true;
    }

    public bool TryTake(out Sample sample)
    {
        int read = _read;
        if (read == Volatile.Read(ref _written))
        {
            sample = default;
            return false;
        }

        sample = _samples[read % _samples.Length];
        Volatile.Write(ref _read, read + 1);
        return true;
    }
}
