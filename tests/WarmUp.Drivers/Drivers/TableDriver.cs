using System.Runtime.CompilerServices;

namespace TopHalf.WarmUp.Drivers;

/// <summary>More vectors than a switch takes: a table of function pointers.</summary>
[InterruptDriver(VendorId = 1)]
internal sealed partial class TableDriver : IProbed
{
    private long _sum;

    public Probe Probe { get; } = new();

    public int Vectors => 80;

    [MsiVector(0, Count = 79)]
    private void OnMany(in Interrupt irq) => _sum += Weigh(irq.Vector);

    [MsiVector(79)]
    [IrqPending(RegisterType.Mmio32, bar: 0, offset: 0x10, mask: 0xFF)]
    [IrqAck(RegisterType.Mmio32, bar: 0, offset: 0x10, mask: 0xFF, Clear = IrqClear.AtSource)]
    private void OnLast(in Interrupt irq)
    {
        Probe.Enter();
        _sum += Weigh(2);
        Probe.Leave();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long Weigh(int vector) => vector * 2L;
}
