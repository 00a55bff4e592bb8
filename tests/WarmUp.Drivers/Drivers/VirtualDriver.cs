namespace TopHalf.WarmUp.Drivers;

/// <summary>Virtual calls: overrides at several levels, calls of the base, generic virtual methods, classes made in the handler.</summary>
[InterruptDriver]
internal sealed partial class VirtualDriver : IProbed
{
    private readonly Stage[] _stages = [new Stage(), new Filter(), new Narrow(), new Typed<int>(4)];
    private long _sum;

    public Probe Probe { get; } = new();

    public int Vectors => 1;

    [MsiVector(0)]
    private void OnStage(in Interrupt irq)
    {
        Probe.Enter();
        foreach (Stage stage in _stages)
        {
            _sum += stage.Run(irq.Signals) + stage.As<Mark>(default).Value + stage.GetHashCode();
        }

        Stage late = irq.Signals > 0 ? new Late() : new Filter();
        _sum += late.Run(1);
        Probe.Leave();
    }

    private class Stage
    {
        public virtual long Run(long value) => value;

        public virtual T As<T>(T value) => value;

        public override int GetHashCode() => 5;
    }

    private class Filter : Stage
    {
        public override long Run(long value) => base.Run(value) & 0xFF;
    }

    private sealed class Narrow : Filter
    {
        public override long Run(long value) => base.Run(value) & 0x0F;

        public override T As<T>(T value) => Same(value);

        private static T Same<T>(T value) => value;
    }

    private sealed class Typed<T>(T own) : Stage
        where T : struct
    {
        public override long Run(long value) => EqualityComparer<T>.Default.Equals(own, default) ? 0 : value;
    }

    private sealed class Late : Stage
    {
        private static readonly long Start = Initialised.Now(3L);

        public override long Run(long value) => Start + value;
    }

    private readonly record struct Mark(int Value);
}
