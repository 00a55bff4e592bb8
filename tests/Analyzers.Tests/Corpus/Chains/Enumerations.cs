// foreach: the members of an enumerator that the compiler calls, none of them named.
// information is not the point
[InterruptDriver]
internal sealed partial class Enumerations
{
    private readonly Bag _bag = new();
    private int _n;

    [MsiVector(0)] // GetEnumerator of a class
    private void ForeachClassEnumerator(in Interrupt irq)
    {
        foreach (int item in _bag) //! TH2001|TH2011
        {
            _n += item;
        }
    }

    [MsiVector(1)] // Current of the enumerator
    private void ForeachCurrent(in Interrupt irq)
    {
        foreach (int item in new Slow()) //! TH3003
        {
            _n += item;
        }
    }

    [MsiVector(2)] // an enumerator that is disposed
    private void ForeachDispose(in Interrupt irq)
    {
        foreach (int item in new Disposed()) //! TH3001
        {
            _n += item;
        }
    }

    [MsiVector(3)] // an extension GetEnumerator
    private void ForeachExtension(in Interrupt irq)
    {
        foreach (int item in 3) //! TH2002
        {
            _n += item;
        }
    }

    [MsiVector(4)]
    private void ThroughForeachPattern(in Interrupt irq)
    {
        foreach (int bit in new Bits(irq.Status))
        {
            _n += bit;
        }
    }

    [MsiVector(5)]
    private void ThroughForeachOfClass(in Interrupt irq)
    {
        foreach (int bit in new BitsAsObject(irq.Status)) //! TH2001
        {
            _n += bit;
        }
    }
}

internal sealed class Bag
{
    public Enumerator GetEnumerator() => new();

    public sealed class Enumerator
    {
        public int Current => 0;

        public bool MoveNext() => false;
    }
}

internal readonly struct Slow
{
    public Enumerator GetEnumerator() => default;

    public struct Enumerator
    {
        private int _i;

        public readonly int Current
        {
            get
            {
                Thread.Sleep(1);
                return _i;
            }
        }

        public bool MoveNext() => ++_i < 3;
    }
}

internal readonly struct Disposed
{
    public Enumerator GetEnumerator() => default;

    public struct Enumerator : IDisposable
    {
        private int _i;

        public readonly int Current => _i;

        public bool MoveNext() => ++_i < 3;

        public readonly void Dispose()
        {
            lock (typeof(Disposed))
            {
            }
        }
    }
}

internal static class IntExtensions
{
    public static Slots GetEnumerator(this int count) => new(new int[count]);

    public struct Slots(int[] items)
    {
        private int _i = -1;

        public readonly int Current => items[_i];

        public bool MoveNext() => ++_i < items.Length;
    }
}

internal readonly ref struct Bits(ulong bits)
{
    public Enumerator GetEnumerator() => new(bits);

    public ref struct Enumerator(ulong bits)
    {
        private ulong _bits = bits;

        public int Current { get; private set; }

        public bool MoveNext()
        {
            if (_bits == 0)
            {
                return false;
            }

            Current = System.Numerics.BitOperations.TrailingZeroCount(_bits);
            _bits &= _bits - 1;
            return true;
        }
    }
}

internal readonly struct BitsAsObject(ulong bits)
{
    public Walker GetEnumerator() => new(bits);

    internal sealed class Walker(ulong bits)
    {
        private ulong _bits = bits;

        public int Current { get; private set; }

        public bool MoveNext()
        {
            Current++;
            _bits >>= 1;
            return _bits != 0;
        }
    }
}
