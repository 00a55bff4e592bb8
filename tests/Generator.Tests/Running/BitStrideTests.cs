namespace TopHalf.Generator.Tests.Running;

/// <summary>A bit of its own in a shared register for each vector, or for each status bit: generated code, interpreter and top half.</summary>
public sealed class BitStrideTests
{
    private const string Test = "IrqPending(RegisterType.Mmio32, 0, 0, 1, BitStride = 1)";

    [Theory]
    [InlineData(Test)]
    [InlineData(Test + ", IrqAck(RegisterType.Mmio32, 0, 0, 1, Clear = IrqClear.Echo, BitStride = 1)")]
    [InlineData(Test + ", IrqAck(RegisterType.Mmio32, 0, 8, 1, BitStride = 1, After = true)")]
    [InlineData("IrqPending(RegisterType.Mmio32, 0, 0, 0xF, 0x5, BitStride = 4)")]
    [InlineData("IrqPending(RegisterType.Mmio64, 0, 0, 0x80, BitStride = 8), IrqAck(RegisterType.Mmio64, 0, 0, 0x80, Clear = IrqClear.Echo, BitStride = 8)")]
    [InlineData("IrqPending(RegisterType.Mmio8, 0, 0, 1, BitStride = 1, Recheck = 2), IrqAck(RegisterType.Mmio8, 0, 0, 1, Clear = IrqClear.Echo, BitStride = 1)")]
    [InlineData("IrqDisable(RegisterType.Mmio32, 0, 0x10, 1, BitStride = 1, Flush = true), IrqEnable(RegisterType.Mmio32, 0, 0x14, 1, BitStride = 1)")]
    [InlineData("IrqDisable(RegisterType.Mmio64, 0, 0x10, 3, 1, Modify = true, BitStride = 2), IrqEnable(RegisterType.Mmio64, 0, 0x10, 3, 2, Modify = true, BitStride = 2)")]
    [InlineData("IrqAck(RegisterType.Mmio16, 0, 0x10, 1, Clear = IrqClear.Modify, Preserve = 0xF00, BitStride = 1)")]
    [InlineData("IrqAck(RegisterType.Port32, 4, 0, 1, IndexOffset = 8, Index = 0x20, IndexStride = 2, BitStride = 3)")]
    [InlineData("IrqAck(RegisterType.Mmio16, 1, 0x10, 3, 2, Stride = 2, BitStride = 2)")]
    public void For_each_vector(string descriptors) => Compare(
        $$"""
        [MsiVector(0, Count = 3), MsiVector(8, Count = 6)] [{{descriptors}}] void OnDone(in Interrupt irq) => Log.Add("OnDone", in irq);
        """,
        0, 1, 2, 8, 11, 13);

    [Theory]
    [InlineData("IrqDisable(RegisterType.Mmio32, 0, 0x10, 1, BitStride = 1)")]
    [InlineData("IrqAck(RegisterType.Mmio32, 0, 0, 0x10, Clear = IrqClear.Echo, BitStride = 1)")]
    [InlineData("IrqDisable(RegisterType.Mmio64, 0, 0x10, 0x30, 0x10, Modify = true, BitStride = 2)")]
    public void For_each_status_bit(string descriptors) => Compare(
        $$"""
        [MsiVector(2)] [IrqPending(RegisterType.Mmio32, 0, 0, 0xF1)] [StatusBits(0xF0, Each = true)] [{{descriptors}}]
        void OnEach(in Interrupt irq) => Log.Add("OnEach", in irq);
        [MsiVector(2)] [StatusBits(1)] void OnOne(in Interrupt irq) => Log.Add("OnOne", in irq);
        """,
        2);

    private static void Compare(string handlers, params int[] vectors)
    {
        var driver = new LoadedDriver(DriverSource.Class("", handlers));
        foreach (ulong status in (ulong[])[0, 1, 0xFF, 0x15, 0x2A, 0xA0, 0x8000, 0x0505_0505_0505_0505, 0x8080_0080_8000_8080, 0x5A5A_A5A5_FFFF_0000])
        {
            void Fill(SimulatedDevice device)
            {
                for (int bar = 0; bar < 6; bar++)
                {
                    for (ulong offset = 0; offset < 64; offset += 8)
                    {
                        device.Poke(bar, offset, 8, status);
                    }
                }
            }

            Oracle.Compare(driver, Fill, [.. vectors.Select(static v => new ScriptedEvent(v, 1, 1000))]);
            if (status > uint.MaxValue)
            {
                Oracle.CompareTopHalf(driver, Fill, vectors); // a binding with its threads for each
            }
        }
    }
}
