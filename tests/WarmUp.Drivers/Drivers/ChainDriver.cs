using System.Runtime.CompilerServices;

namespace TopHalf.WarmUp.Drivers;

/// <summary>Calls from one to the next, over several vectors, with descriptors and a register of its own.</summary>
[InterruptDriver(VendorId = 1)]
internal sealed partial class ChainDriver(PciDevice device) : IProbed
{
    private readonly Bar _registers = device.GetBar(0);
    private ulong _sum;

    public Probe Probe { get; } = new();

    public int Vectors => 2;

    [MsiVector(0)]
    [IrqPending(RegisterType.Mmio32, bar: 0, offset: 0x10, mask: 0xFF)]
    [IrqAck(RegisterType.Mmio32, bar: 0, offset: 0x14, mask: 0xFF, Clear = IrqClear.Echo)]
    private void OnFirst(in Interrupt irq)
    {
        Probe.Enter();
        First(irq.Status);
        Probe.Leave();
    }

    [MsiVector(1)]
    private void OnSecond(in Interrupt irq) => _sum += Outer.Inner.Twice((ulong)irq.Signals);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void First(ulong value) => Second(value + 1);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Second(ulong value)
    {
        if (value > uint.MaxValue)
        {
            throw new InvalidOperationException($"{value} is no status");
        }

        _sum += Outer.Inner.Twice(value) + _registers.Read32(0x20);
        _registers.Write8(0x24, 1);
    }

    private static class Outer
    {
        internal static class Inner
        {
            [MethodImpl(MethodImplOptions.NoInlining)]
            public static ulong Twice(ulong value) => Local(value);

            private static ulong Local(ulong value)
            {
                return Double();

                [MethodImpl(MethodImplOptions.NoInlining)]
                ulong Double() => value * 2;
            }
        }
    }
}
