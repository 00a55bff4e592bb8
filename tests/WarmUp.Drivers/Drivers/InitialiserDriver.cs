namespace TopHalf.WarmUp.Drivers;

/// <summary>Static fields of other classes, with and without a static constructor, in generic classes, and what they hold.</summary>
[InterruptDriver]
internal sealed partial class InitialiserDriver : IProbed
{
    private long _sum;

    public Probe Probe { get; } = new();

    public int Vectors => 1;

    [MsiVector(0)]
    private void OnUse(in Interrupt irq)
    {
        Probe.Enter();
        _sum += Crc.Table[irq.Signals & 0xFF] + Precise.Count() + Cache<int>.Value + Cache<string>.Value + Scale.Current.Of(irq.Signals);
        _sum += new Made().Value + Nested.Chain.Length;
        Probe.Leave();
    }

    private static class Crc
    {
        public static readonly uint[] Table = Initialised.Now(new uint[256]);
    }

    private static class Precise
    {
        private static readonly int Start;

        static Precise() => Start = Initialised.Now(3);

        public static int Count() => Start;
    }

    private static class Cache<T>
    {
        public static readonly int Value = Initialised.Now(typeof(T).Name.Length);
    }

    private static class Nested
    {
        public static readonly string Chain = Initialised.Now(Further.Text);

        private static class Further
        {
            public static readonly string Text = Initialised.Now("text");
        }
    }

    private abstract class Scale
    {
        public static readonly Scale Current = Initialised.Now<Scale>(new Decimal());

        public abstract long Of(long value);

        private sealed class Decimal : Scale
        {
            private static readonly long[] Powers = Initialised.Now(new long[] { 1, 10, 100 });

            public override long Of(long value) => value * Powers[1];
        }
    }

    private sealed class Made
    {
        private static int _made;

        static Made() => _made = Initialised.Now(1);

        public int Value { get; } = ++_made;
    }
}
