/// <summary>Plasma control: a fast loop of vectors, interlocks, a recorder; the program tunes gains meanwhile.</summary>
// information is not the point
[InterruptDriver(VendorId = 0x1CC9)]
[DeviceBar(0, 0x1000)]
public sealed partial class PlasmaDriver
{
    private readonly Bar _registers;
    private readonly Controller _controller;
    private readonly Interlocks _interlocks = new();
    private readonly IRecorder _recorder;
    private Mode _mode;

    public PlasmaDriver(PciDevice device)
    {
        _registers = device.GetBar(0);
        _controller = new Controller(_registers);
#if PLANTED_RECORDER
        _recorder = new FileRecorder();
#else
        _recorder = new RingRecorder();
#endif
    }

    public void Tune(Gains gains) => _controller.Tune(gains);

    public int Trips => _interlocks.Trips;

    [MsiVector(0)]
    [IrqPending(RegisterType.Mmio32, bar: 0, offset: 0x20, mask: 0x1)]
    [IrqAck(RegisterType.Mmio32, bar: 0, offset: 0x20, mask: 0x1)]
    private void OnCycle(in Interrupt irq)
    {
        Vector<int> measured = new(_registers.Read32(0x40), _registers.Read32(0x44));
        if (!_interlocks.Check(in measured)) //p:ENUM TH2003|TH2006 //p:DUP TH2003
        {
            _mode = Mode.Safe;
            _registers.Write32(0x24, 1);
            return;
        }

        _mode = _mode switch
        {
            Mode.Safe when _registers.Read32(0x28) == 1 => Mode.Ramp,
            Mode.Ramp => Mode.Hold,
            var same => same,
        };
        Vector<int> output = _controller.Next(in measured); //p:GAINS TH3001 //p:LOOP TH4004
        _recorder.Record(in output); //p:RECORDER TH3006
    }

    private enum Mode
    {
        Safe,
        Ramp,
        Hold,
    }
}

public readonly record struct Gains(int P, int I);

internal readonly struct Vector<T>(uint x, uint y)
    where T : struct
{
    public int X { get; } = (int)x;

    public int Y { get; } = (int)y;

    public static Vector<T> operator *(Vector<T> vector, int by) => new((uint)(vector.X * by), (uint)(vector.Y * by));

    public void Deconstruct(out int x, out int y) => (x, y) = (X, Y);
}

internal sealed class Controller(Bar registers)
{
#if PLANTED_GAINS
    private readonly object _gate = new();
    private Gains _gains = new(1, 0);

    public void Tune(Gains gains)
    {
        lock (_gate)
        {
            _gains = gains;
        }
    }

    private Gains Current
    {
        get
        {
            lock (_gate)
            {
                return _gains;
            }
        }
    }
#else
    private ulong _gains = 1;

    public void Tune(Gains gains) => Volatile.Write(ref _gains, ((ulong)(uint)gains.I << 32) | (uint)gains.P);

    private Gains Current => Volatile.Read(ref _gains) is var bits ? new Gains((int)bits, (int)(bits >> 32)) : default;
#endif

    public Vector<int> Next(in Vector<int> measured)
    {
        Vector<int> output = measured * Current.P;
        (int x, int y) = output;
        registers.Write32(0x50, (uint)Normalised(x));
        registers.Write32(0x54, (uint)Normalised(y));
        return output;
    }

    private static int Normalised(int value)
    {
        int scale = 0;
#if PLANTED_LOOP
        for (int step = 0; step < 1 << 12; step *= 2)
#else
        for (int step = 1; step < 1 << 12; step *= 2)
#endif
        {
            scale += value > step ? 1 : 0;
        }

        return value >> (scale & 7);
    }
}

internal sealed class Interlocks
{
    private int _trips;
#if PLANTED_ENUM
    private string? _why;
#endif

    public int Trips => Volatile.Read(ref _trips);

    public bool Check(in Vector<int> measured)
    {
        Cause cause = Judge(in measured);
        if (cause == Cause.None)
        {
            return true;
        }

        Volatile.Write(ref _trips, _trips + 1);
#if PLANTED_ENUM
        _why = cause.ToString();
#elif PLANTED_DUP
        Keep(measured.X);
        Keep(measured.Y);
#endif
        return false;
    }

#if PLANTED_DUP
    private object? _last;

    private void Keep(object value) => _last = value;
#endif

    private static Cause Judge(in Vector<int> measured) => measured switch
    {
        { X: > 30000 } => Cause.High,
        { Y: < -30000 } => Cause.Low,
        (0, 0) => Cause.Dead,
        _ => Cause.None,
    };

    private enum Cause
    {
        None,
        High,
        Low,
        Dead,
    }
}

internal interface IRecorder
{
    void Record(in Vector<int> output);
}

internal sealed class RingRecorder : IRecorder
{
    private readonly Vector<int>[] _ring = new Vector<int>[256];
    private byte _next;

    public void Record(in Vector<int> output) => _ring[_next++] = output;
}

#if PLANTED_RECORDER
internal sealed class FileRecorder : IRecorder
{
    private readonly System.IO.FileStream _file = System.IO.File.Create("record");

    public void Record(in Vector<int> output) => _file.WriteByte((byte)output.X);
}
#endif
