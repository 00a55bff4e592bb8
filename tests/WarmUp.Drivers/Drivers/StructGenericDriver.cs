namespace TopHalf.WarmUp.Drivers;

/// <summary>Generic code over structs: constrained calls, static members of interfaces, operators, nested instances.</summary>
[InterruptDriver]
internal sealed partial class StructGenericDriver : IProbed
{
    private readonly Ring<Rx, Plain> _rx = new(new Rx());
    private readonly Ring<Tx<Rx>, Swapped> _tx = new(new Tx<Rx>(new Rx()));
    private long _sum;

    public Probe Probe { get; } = new();

    public int Vectors => 1;

    [MsiVector(0)]
    private void OnRing(in Interrupt irq)
    {
        Probe.Enter();
        _sum += _rx.Step((uint)irq.Signals) + _tx.Step((uint)irq.Signals);
        _sum += Add(new Money(1), new Money(2)).Amount + Name<Money>().Length + Hash(new Money(4)) + Hash(new Rx());
        Probe.Leave();
    }

    private static T Add<T>(T left, T right)
        where T : struct, IAmount<T>
        => T.Zero + left + right;

    private static string Name<T>()
        where T : IAmount<T>
        => T.Describe();

    private static int Hash<T>(T value)
        where T : struct
        => value.GetHashCode() + (value.Equals(default(T)) ? 1 : 0);

    private interface IOrder
    {
        static abstract uint Read(uint value);
    }

    private interface IQueue
    {
        uint Take(uint value);
    }

    private interface IAmount<T>
        where T : IAmount<T>
    {
        static abstract T Zero { get; }

        static abstract T operator +(T left, T right);

        static virtual string Describe() => "amount";
    }

    private sealed class Ring<TQueue, TOrder>(TQueue queue)
        where TQueue : struct, IQueue
        where TOrder : struct, IOrder
    {
        private readonly TQueue[] _queues = [queue];

        public uint Step(uint value) => TOrder.Read(_queues[0].Take(value));
    }

    private struct Plain : IOrder
    {
        public static uint Read(uint value) => value;
    }

    private struct Swapped : IOrder
    {
        public static uint Read(uint value) => System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(value);
    }

    private struct Rx : IQueue
    {
        private uint _taken;

        public uint Take(uint value) => _taken += value;
    }

    private readonly struct Tx<T>(T inner) : IQueue
        where T : struct, IQueue
    {
        uint IQueue.Take(uint value) => inner.Take(value) + 1;
    }

    private readonly record struct Money(long Amount) : IAmount<Money>
    {
        public static Money Zero => default;

        public static Money operator +(Money left, Money right) => new(left.Amount + right.Amount);
    }
}
