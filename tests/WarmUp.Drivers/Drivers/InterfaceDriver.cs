namespace TopHalf.WarmUp.Drivers;

/// <summary>Interfaces: several classes behind one, generic ones, variance, default bodies, explicit ones, structs in boxes.</summary>
[InterruptDriver]
internal sealed partial class InterfaceDriver : IProbed
{
    private readonly ISink[] _sinks = [new Counter(), new Doubler(), new Boxed(3)];
    private readonly ISource<object> _source = new Texts();
    private readonly IMap<int> _map = new Map<int>(4);
    private long _sum;

    public Probe Probe { get; } = new();

    public int Vectors => 1;

    [MsiVector(0)]
    private void OnSink(in Interrupt irq)
    {
        Probe.Enter();
        foreach (ISink sink in _sinks)
        {
            sink.Put(irq.Signals);
            _sum += sink.Weight;
        }

        _sum += _source.Get() is string text ? text.Length : 0;
        _sum += _map.Convert<Pair>(2).Left + _map.Convert<string>(2)?.Length ?? 0;
        Probe.Leave();
    }

    private interface ISink
    {
        int Weight => Base() + 1;

        void Put(long value);

        private static int Base() => 1;
    }

    private interface ISource<out T>
    {
        T Get();
    }

    private interface IMap<in T>
    {
        TTo? Convert<TTo>(T value);
    }

    private sealed class Counter : ISink
    {
        private long _value;

        public void Put(long value) => Interlocked.Add(ref _value, value);
    }

    private sealed class Doubler : ISink
    {
        private long _value;

        int ISink.Weight => 2;

        void ISink.Put(long value) => _value += Twice(value);

        private static long Twice(long value) => value * 2;
    }

    private struct Boxed(long value) : ISink
    {
        private long _value = value;

        public void Put(long value) => _value ^= value;
    }

    private sealed class Texts : ISource<string>
    {
        public string Get() => "text";
    }

    private sealed class Map<T>(T own) : IMap<T>
    {
        public TTo? Convert<TTo>(T value) => Equals(value, own) ? default : Other<TTo>();

        private static TTo? Other<TTo>() => default;
    }

    private readonly record struct Pair(long Left, long Right);
}
