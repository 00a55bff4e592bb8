using System.Runtime.CompilerServices;

namespace TopHalf.WarmUp.Drivers;

/// <summary>Function pointers of the driver's own, in fields and in a static table; memory by pointers.</summary>
[InterruptDriver]
internal sealed unsafe partial class PointerDriver : IProbed
{
    private static readonly delegate*<long, long>[] Table = [&Twice, &Thrice];
    private readonly delegate*<PointerDriver, long, void> _count = &Count;
    private long _sum;

    public Probe Probe { get; } = new();

    public int Vectors => 1;

    [MsiVector(0)]
    private void OnPointer(in Interrupt irq)
    {
        Probe.Enter();
        _count(this, Table[0](irq.Signals) + Table[1](irq.Signals));
        Cells cells = default;
        cells[1] = irq.Signals;
        byte* memory = stackalloc byte[16];
        memory[3] = 1;
        _sum += Unsafe.ReadUnaligned<long>(memory) + cells[1] + Unsafe.As<long, uint>(ref _sum);
        Probe.Leave();
    }

    private static long Twice(long value) => value * 2;

    private static long Thrice(long value) => value * 3;

    private static void Count(PointerDriver driver, long value) => driver._sum += value;

    [InlineArray(4)]
    private struct Cells
    {
        private long _first;
    }
}
