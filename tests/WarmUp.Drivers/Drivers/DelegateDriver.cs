namespace TopHalf.WarmUp.Drivers;

/// <summary>Delegates in fields of all kinds: lambdas, closures, method groups, combined ones, and ones made in the handler.</summary>
[InterruptDriver]
internal sealed partial class DelegateDriver : IProbed
{
    private static readonly Func<long, long> Triple = static value => value * 3;
    private readonly Func<long, long> _added;
    private readonly Action<long> _combined;
    private readonly Func<Small, Small> _generic = Same<Small>;
    private readonly Func<long, long> _unbound = long.Abs;
    private readonly Table _table = new();
    private readonly Action<long>? _event;
    private long _sum;

    public DelegateDriver()
    {
        long offset = 5;
        _added = value => value + offset;
        _combined = Count;
        _combined += value => _sum -= value;
        _event += Count;
    }

    public Probe Probe { get; } = new();

    public int Vectors => 1;

    [MsiVector(0)]
    private void OnCall(in Interrupt irq)
    {
        Probe.Enter();
        _sum += Triple(irq.Signals) + _added(irq.Signals) + _generic(new Small(2)).Value + _unbound(-irq.Signals);
        _combined(irq.Signals);
        _event?.Invoke(irq.Signals);
        _sum += _table.Of[irq.Vector](irq.Signals);
        _sum += Apply(irq.Signals, static value => value + 11);
        long signals = irq.Signals;
        _sum += Apply(1, value => value + signals);
        Probe.Leave();
    }

    private static T Same<T>(T value) => value;

    private static long Apply(long value, Func<long, long> function) => function(value);

    private void Count(long value) => _sum += value;

    private readonly record struct Small(int Value);

    private sealed class Table
    {
        public Func<long, long>[] Of { get; } = [static value => value - 1, static value => value - 2];
    }
}
