// information is not the point
using Clocks;

[InterruptDriver(VendorId = 0x1D0F, DeviceId = 0x1021)]
public sealed partial class RtcContracts
{
    private readonly Bar _bar;
    private readonly IClockSink _sink;
    private readonly AlarmHandler _alarm;
    private readonly Calendar _calendar;
    private long _ticks;

    public RtcContracts(PciDevice device, IClockSink sink)
    {
        _bar = device.GetBar(0);
        _sink = sink;
        _calendar = new Calendar(_bar);
        int zone = (int)_bar.Read32(0x40);
#if PLANTED_DELEGATE
        _alarm = at => _calendar.Set(at.ToString()!.Length + zone); //! TH2006
#else
        _alarm = at => _calendar.Set(at + zone);
#endif
    }

    public long Ticks => Interlocked.Read(ref _ticks);

    [MsiVector(0)]
    private void OnSecond(in Interrupt irq)
    {
        Interlocked.Increment(ref _ticks);
        _sink.Tick(irq.Timestamp);
        _alarm(irq.Timestamp);
        if (_calendar.Day is 1)
        {
            _calendar.Roll();
        }
    }

    private sealed class LocalSink : IClockSink
    {
        private readonly List<long> _seen = new(60);
        private int _at;

#if PLANTED_IMPLEMENTATION
        public void Tick(long timestamp) => Remember(timestamp); //! TH2012
#else
        public void Tick(long timestamp) => _at = (int)(timestamp % 60);
#endif

        private void Remember(long timestamp) => _seen.Add(timestamp + _at);

        [InterruptSafe]
        public void Reset()
        {
            _at = 0;
#if PLANTED_CLEAR
            _seen.TrimExcess(); //! TH2002|TH2012
#endif
        }
    }
}

internal sealed class Calendar(Bar bar)
{
    private long _set;

    public int Day => (int)(_set / 86_400) % 31;

    public void Set(long at) => _set = at;

    public void Roll() => _set = Raw();

#if PLANTED_UNUSED
    [InterruptUnsafe("reads a slow register")] //! TH6102
#endif
    private long Raw() => bar.Read32(0x44);

#if PLANTED_NOREASON
    [InterruptUnsafe(" ")] //! TH6101
#else
    [InterruptUnsafe("only while the card is set up")]
#endif
    public void Print() => Console.WriteLine(_set);

    [InterruptSafe]
    public void Tell(bool first)
    {
        if (first)
        {
            Print();
        }
    }
}

/// <summary>A clock of the library's, bent to this card.</summary>
internal sealed class SlewedClock : ClockBase
{
    private double _rate = 1;

#if PLANTED_BASECONTRACT
    public override long Adjust(long nanoseconds) => checked((long)(nanoseconds * Math.Pow(_rate, Exponent()))); //! TH4001

    private static double Exponent() => Environment.TickCount64 > 0 ? throw new NotSupportedException() : 1;
#else
    public override long Adjust(long nanoseconds) => (long)(nanoseconds * _rate);
#endif

    protected override void OnSlew(double rate)
    {
        _rate = rate;
        Console.WriteLine(rate);
    }
}

//--- library
namespace Clocks;

public interface IClockSink
{
    [InterruptSafe]
    void Tick(long timestamp);
}

[InterruptSafe]
public delegate void AlarmHandler(long at);

public abstract class ClockBase
{
    [InterruptSafe]
    public abstract long Adjust(long nanoseconds);

    protected virtual void OnSlew(double rate)
    {
    }
}
