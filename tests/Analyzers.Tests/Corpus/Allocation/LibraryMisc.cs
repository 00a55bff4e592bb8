// Rows stopwatch-*, tickcount64, utcnow, now, dto-now, timeprovider, env-*, random-*, guid-new, bigint-*, decimal-div, math, hashcode-*, gc-*, weakref-*,
// cwt, activity-current, reflection-*, typeof, cast-iface.
// information is not the point
using System.Numerics;
using System.Reflection;

[InterruptDriver]
internal sealed partial class LibraryMisc
{
    private readonly WeakReference<object> _weak = new(new object());
    private readonly Random _random = new(4);
    private readonly DateTime _start = DateTime.UtcNow;
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly MethodInfo _method = typeof(LibraryMisc).GetMethod("Target", BindingFlags.NonPublic | BindingFlags.Static)!;
    private object? _sink;
    private long _n;
    private double _d;
    private decimal _m = 3;
    private BigInteger _big = 3;

    [MsiVector(0)] // stopwatch-ts, tickcount64, utcnow
    private void Clocks(in Interrupt irq)
    {
        _n = Stopwatch.GetTimestamp() + Environment.TickCount64 + DateTime.UtcNow.Ticks;
    }

    [MsiVector(1)] // stopwatch-elapsed
    private void Elapsed(in Interrupt irq)
    {
        _n = _watch.ElapsedTicks + _watch.ElapsedMilliseconds + Stopwatch.GetElapsedTime(irq.Timestamp).Ticks;
    }

    [MsiVector(2)] // now
    private void LocalNow(in Interrupt irq)
    {
        _n = DateTime.Now.Ticks; //i TH5005
    }

    [MsiVector(3)] // dto-now: UtcNow needs no time zone
    private void OffsetNow(in Interrupt irq)
    {
        _n = DateTimeOffset.UtcNow.Ticks;
    }

    [MsiVector(4)] // env-procid
    private void EnvironmentValues(in Interrupt irq)
    {
        _n = Environment.ProcessorCount + Environment.CurrentManagedThreadId;
    }

    [MsiVector(5)] // random-next
    private void RandomNext(in Interrupt irq)
    {
        _n = _random.Next(); //? TH6002
    }

    [MsiVector(6)] // math, hashcode-combine, div, checked-add
    private void Arithmetic(in Interrupt irq)
    {
        _n = Math.Max(3, irq.Vector) + BitOperations.PopCount(5u) + BitOperations.TrailingZeroCount(irq.Status) + HashCode.Combine(1, 2);
        _d = Math.Sqrt(_n) / 3;
        _n = checked(_n + 1) / 3;
    }

    [MsiVector(7)] // decimal-div
    private void Decimals(in Interrupt irq)
    {
        _m = _m / 3 + 4m;
    }

    [MsiVector(8)] // bigint-large
    private void BigNumbers(in Interrupt irq)
    {
        _big = _big * _big; //! TH2002|TH2012
    }

    [MsiVector(9)] // gc-keepalive, gc_suppressfinalize
    private void KeepAlive(in Interrupt irq)
    {
        GC.KeepAlive(this);
        _n = RuntimeHelpers.GetHashCode(this);
    }

    [MsiVector(10)] // weakref-target
    private void Weak(in Interrupt irq)
    {
        if (_weak.TryGetTarget(out object? target))
        {
            _sink = target;
        }
    }

    [MsiVector(11)] // typeof, cast-iface, is
    private void Types(in Interrupt irq)
    {
        if (_sink is IDisposable || _sink?.GetType() == typeof(string))
        {
            _n++;
        }
    }

    [MsiVector(12)] // reflection-invoke
    private void ReflectionInvoke(in Interrupt irq)
    {
        _sink = _method.Invoke(null, null); //! TH2001|TH2002|TH2014|TH6005|TH4002 //? TH2001 TH2002 TH2014 TH6005 TH6002 TH4002 TH6001
    }

    [MsiVector(13)] // math on spans and bits
    private void Bits(in Interrupt irq)
    {
        ulong pending = irq.Status;
        while (pending != 0)
        {
            int bit = BitOperations.TrailingZeroCount(pending);
            pending &= pending - 1;
            _n += bit;
        }
    }

    [MsiVector(14)] // gc-gettotal
    private void TotalMemory(in Interrupt irq)
    {
        _n = GC.GetAllocatedBytesForCurrentThread();
    }

    [MsiVector(15)]
    private void Convert(in Interrupt irq)
    {
        _n = System.Convert.ToInt64(irq.Vector) + (long)_d;
    }

    private static void Target()
    {
    }
}
