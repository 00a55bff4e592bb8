// information is not the point
[InterruptDriver(VendorId = 0x15EC, DeviceId = 0x5000)]
public sealed partial class MotionAxes
{
    private readonly Bar _bar;
    private readonly Axis[] _axes;
    private readonly Rotary _spindle;
    private readonly IBrake _brake;

    public MotionAxes(PciDevice device)
    {
        _bar = device.GetBar(0);
        _spindle = new Rotary(_bar, 9);
        _axes = [new Linear(_bar, 0), new Linear(_bar, 1), _spindle];
        _brake = _spindle;
    }

    [MsiVector(0, Count = 3)]
    private void OnIndex(in Interrupt irq)
    {
        Axis axis = _axes[irq.Index];
        axis.Latch(); //p:ABSTRACT TH3001 //p:BASECALL TH2012 //p:SEALED TH2006
        if (axis.Error is { } error && error > axis.Limit) //p:PROPERTYOVERRIDE TH2002
        {
            axis.Stop();
        }

        if (axis is Rotary { Turns: > 10 } rotary) //p:COVARIANT TH2001
        {
            rotary.Stop();
        }
    }

    [MsiVector(3)]
    private void OnEmergency(in Interrupt irq)
    {
        _brake.Apply(); //p:REIMPLEMENTED TH3006
        _spindle.Stop();
    }

    private interface IBrake
    {
        void Apply();
    }

    private abstract class Axis(Bar bar, int number) : IBrake
    {
        protected readonly Bar Bar = bar;

        public virtual int Limit => 100;

        public abstract int? Error { get; }

        public virtual object Unit => this;

        public void Latch() => OnLatched(Bar.Read32((ulong)number * 64));

        // Hidden below, where it waits for the motor.
        public void Stop() => Bar.Write32((ulong)number * 64 + 4, 0);

        void IBrake.Apply() => Stop();

        protected abstract void OnLatched(uint position);
    }

    private class Linear(Bar bar, int number) : Axis(bar, number)
    {
        private readonly List<uint> _trace = new(16);
        private uint _position;
        private uint _target;

        public override int? Error => (int)_position - (int)_target;

        protected override void OnLatched(uint position)
        {
            _position = position;
#if PLANTED_BASECALL
            _trace.Add(position);
#else
            _target = _trace.Count > 0 ? _trace[0] : _target;
#endif
        }
    }

    private class Precise(Bar bar, int number) : Linear(bar, number)
    {
        private readonly object _gate = new();

#if PLANTED_PROPERTYOVERRIDE
        public override int Limit => new[] { 1, 2 }[0];
#else
        public override int Limit => 1;
#endif

        protected sealed override void OnLatched(uint position)
        {
#if PLANTED_ABSTRACT
            lock (_gate)
            {
                base.OnLatched(position);
            }
#else
            base.OnLatched(_gate is null ? 0 : position);
#endif
        }
    }

    private sealed class Rotary(Bar bar, int number) : Axis(bar, number), IBrake
    {
        private uint _angle;
        private string? _shown;

        public override int? Error => null;

        public int Turns => Unit.Count;

#if PLANTED_COVARIANT
        public override Turn Unit => new();
#else
        public override Turn Unit => Turn.One;
#endif

        public void Apply()
        {
#if PLANTED_REIMPLEMENTED
            System.IO.File.AppendAllText("/var/log/brake", "applied");
#endif
            base.Stop();
        }

        public new void Stop() => base.Stop();

        public void Park() => Thread.Sleep(10);

        protected override void OnLatched(uint position)
        {
            _angle = position % 3600;
#if PLANTED_SEALED
            _shown = _angle + "°";
#else
            _shown = _angle > 1800 ? "back" : "front";
#endif
        }
    }

    private sealed class Turn
    {
        public static readonly Turn One = new();

        public int Count => 1;
    }
}
