// information is not the point
[InterruptDriver(VendorId = 0x10B5, DeviceId = 0x9056)]
public sealed partial class DacCard : CardBase
{
    private readonly WaveTable _table = new(4096);
    private readonly Func<double, double> _shape;
    private readonly Action<int>? _underrun;
    private readonly Ramp _ramp;
    private int _phase;

    public DacCard(PciDevice device, double gain)
        : base(device)
    {
#if PLANTED_SHAPE
        _shape = x => Math.Round(decimal.ToDouble(decimal.Parse(x.ToString())) * gain);
#else
        _shape = x => Math.Clamp(x * gain, -1, 1);
#endif
        _underrun = Debugger.IsAttached ? null : CountUnderrun;
        _ramp = gain > 1 ? new SlowRamp() : new Ramp();
    }

    public long Underruns => Interlocked.Read(ref _underruns);

    private long _underruns;

    [MsiVector(0)]
    private void OnHalf(in Interrupt irq)
    {
        for (int i = 0; i < 64; i++)
        {
            double sample = _shape(_table[_phase]); //p:SHAPE TH2006 TH4002
            Output((short)(sample * _ramp.Next() * short.MaxValue)); //p:BASEFIELD TH2012 //p:SUBCLASS TH3007
            _phase = Advance(_phase, 17); //p:LOCALFUNCTION TH2008
        }
    }

    [MsiVector(1)]
    private void OnUnderrun(in Interrupt irq)
    {
        _underrun?.Invoke((int)irq.Signals); //p:TERNARY TH3006
        Resync(); //p:BASEVIRTUAL TH3001
    }

    private void CountUnderrun(int count)
    {
        Interlocked.Add(ref _underruns, count);
#if PLANTED_TERNARY
        Console.Error.WriteLine("underrun");
#endif
    }

    protected override void Reset()
    {
        base.Reset();
        _phase = 0;
    }

    private int Advance(int phase, int step)
    {
        return Wrap(phase + step);

        int Wrap(int next)
        {
#if PLANTED_LOCALFUNCTION
            int[] limits = [0, _table.Length];
            return Inner(next, limits[1]);
#else
            ReadOnlySpan<int> limits = [0, _table.Length];
            return Inner(next, limits[1]);
#endif

            static int Inner(int value, int limit) => value >= limit ? value - limit : value;
        }
    }

    private sealed class WaveTable(int length)
    {
        private readonly float[] _samples = new float[length];

        public int Length => _samples.Length;

        public float this[Index index] => _samples[index];

        public float this[int index] => _samples[index];
    }

    private class Ramp
    {
        private double _level;

        public virtual double Next() => _level = Math.Min(1, _level + 0.01);
    }

    private sealed class SlowRamp : Ramp
    {
        private int _calls;

        public override double Next()
        {
            _calls++;
#if PLANTED_SUBCLASS
            if (_calls % 1000 == 0)
            {
                GC.Collect(0);
            }
#endif
            return base.Next() * 0.5;
        }
    }
}

public abstract class CardBase(PciDevice device)
{
    private protected readonly Bar Registers = device.GetBar(2);
    private readonly List<short> _trace = new(64);
    private readonly object _resync = new();
    private int _resyncs;

    private protected void Output(short value)
    {
        Registers.Write16(0x40, (ushort)value);
#if PLANTED_BASEFIELD
        _trace.Add(value);
#else
        if (_trace.Count > 0)
        {
            _trace[0] = value;
        }
#endif
    }

    private protected void Resync() => Reset();

    protected virtual void Reset()
    {
#if PLANTED_BASEVIRTUAL
        Monitor.Enter(_resync);
        _resyncs++;
        Monitor.Exit(_resync);
#else
        _resyncs += _resync is null ? 0 : 1;
#endif
        Registers.Write32(0, 1);
    }
}
