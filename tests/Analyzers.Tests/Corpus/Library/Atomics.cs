[InterruptDriver]
internal sealed partial class Atomics
{
    private readonly int[] _slots = new int[8];
    private object? _object;
    private string? _text;
    private long _sum;
    private uint _bits;
    private ulong _wide;
    private int _n;
    private double _level;
    private byte _small;
    private bool _flag;
    private nint _pointer;

    [MsiVector(0)]
    private void Adds(in Interrupt irq)
    {
        _sum += Interlocked.Add(ref _n, 2) + Interlocked.Increment(ref _n) + Interlocked.Decrement(ref _n);
        _wide = Interlocked.Add(ref _wide, 3UL);
        _sum = Interlocked.Read(ref _sum);
    }

    [MsiVector(1)]
    private void Exchanges(in Interrupt irq)
    {
        _object = Interlocked.Exchange(ref _object, this);
        _text = Interlocked.CompareExchange(ref _text, null, _text);
        _level = Interlocked.Exchange(ref _level, 1.5);
        _small = Interlocked.Exchange(ref _small, (byte)1);
        _pointer = Interlocked.CompareExchange(ref _pointer, 1, 0);
        _flag = Interlocked.Exchange(ref _flag, true);
    }

    [MsiVector(2)]
    private void Bits(in Interrupt irq)
    {
        _bits = Interlocked.Or(ref _bits, 4u) | Interlocked.And(ref _bits, ~4u);
    }

    [MsiVector(3)]
    private void Volatiles(in Interrupt irq)
    {
        Volatile.Write(ref _n, Volatile.Read(ref _slots[irq.Index & 7]));
        Volatile.Write(ref _flag, !Volatile.Read(ref _flag));
        Volatile.Write(ref _object, Volatile.Read(ref _object));
    }

    [MsiVector(4)]
    private void Barriers(in Interrupt irq)
    {
        Interlocked.MemoryBarrier();
        Thread.MemoryBarrier();
        Volatile.ReadBarrier();
        Volatile.WriteBarrier();
    }

    [MsiVector(5)]
    private void BarrierOfAllProcessors(in Interrupt irq)
    {
        Interlocked.MemoryBarrierProcessWide(); //! TH3010
    }

    [MsiVector(6)]
    private void OldVolatiles(in Interrupt irq)
    {
        Thread.VolatileWrite(ref _n, Thread.VolatileRead(ref _n) + 1);
    }

    [MsiVector(7)]
    private void ExchangesBoxed(in Interrupt irq)
    {
        Interlocked.Exchange(ref _object, (object)_n); //! TH2003
    }
}
