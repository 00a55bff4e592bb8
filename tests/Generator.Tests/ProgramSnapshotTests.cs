using TopHalf.CompilerTesting;

namespace TopHalf.Generator.Tests;

/// <summary>What is generated for programs that are more than a test, writes and one handler, and for registers of every place.</summary>
public sealed class ProgramSnapshotTests
{
    [Fact]
    public void StatusBits() => Snapshot.Match(GeneratorRun.Of("""
        using TopHalf;

        [InterruptDriver]
        [IrqPending(RegisterType.Mmio32, 0, 0x08, 0x00FF)]
        [IrqAck(RegisterType.Mmio32, 0, 0x08, 0x00FF, Clear = IrqClear.Echo, After = true)]
        [IrqDisable(RegisterType.Mmio32, 0, 0x10, 0x01)]
        [IrqEnable(RegisterType.Mmio32, 0, 0x14, 0x01, Flush = true)]
        [IrqUnclaimed(RegisterType.Mmio32, 0, 0x10, 0x00FF)]
        partial class Sources
        {
            [MsiVector(0)]
            [StatusBits(0x01)]
            void OnOne(in Interrupt irq) { }

            // For each bit, with a register of its own, which is acknowledged before the call.
            [MsiVector(0)]
            [StatusBits(0x06, Each = true)]
            [IrqAck(RegisterType.Mmio32, 0, 0x100, 0x01, Stride = 0x80)]
            static void OnPort(in Interrupt irq) { }

            // Two further registers: 32 and 16 sources, numbered through.
            [MsiVector(0)]
            [StatusBits(0x10)]
            [StatusBank(RegisterType.Mmio32, 1, 0x00, 0xFFFF_FFFF)]
            [StatusBank(RegisterType.Mmio16, 1, 0x04, 0xFFFF, First = 32, Clear = BankClear.EchoTo, ClearOffset = 0x08)]
            void OnChannel(in Interrupt irq) { }

            // One call for the register.
            [MsiVector(0)]
            [StatusBits(0x20)]
            [StatusBank(RegisterType.Mmio8, 1, 0x0C, 0x0F, Whole = true, Clear = BankClear.Read)]
            void OnSummary(in Interrupt irq) { }
        }
        """));

    [Fact]
    public void Start() => Snapshot.Match(GeneratorRun.Of("""
        using TopHalf;

        [InterruptDriver(TooFewVectors = VectorShortage.CallAll)]
        partial class Queues
        {
            // Unmasked at the start, one register for each; by the driver itself after an interrupt.
            [MsiVector(0, Count = 2)]
            [IrqDisable(RegisterType.Mmio32, 0, 0x20, 0x01, Stride = 0x08)]
            [IrqEnable(RegisterType.Mmio32, 0, 0x24, 0x01, Stride = 0x08, Once = true)]
            void OnQueue(in Interrupt irq) { }

            [VectorsGranted]
            void Route(InterruptBinding binding) { }
        }
        """));

    [Fact]
    public void Places() => Snapshot.Match(GeneratorRun.Of("""
        using TopHalf;

        [InterruptDriver]
        [IrqRelease(RegisterType.Mmio32, 0, 0x10, 0x01, 0, OffsetFrom = nameof(_block))]
        partial class Addresses
        {
            private readonly uint _block = 0x2000;

            private static int Distance => 0x40;

            // A register for each vector.
            [MsiVector(0, Count = 4)]
            [IrqPending(RegisterType.Mmio32, 0, 0x100, 0x01, Stride = 0x20)]
            [IrqAck(RegisterType.Mmio32, 0, 0x100, 0x01, Clear = IrqClear.Modify, Preserve = 0x06, Stride = 0x20, Flush = true)]
            void OnQueue(in Interrupt irq) { }

            // A layout that is known at run time.
            [MsiVector(4, Count = 2)]
            [IrqPending(RegisterType.Mmio32, 0, 0x04, 0x01, OffsetFrom = nameof(_block), StrideFrom = nameof(Distance))]
            [IrqDisable(RegisterType.Mmio32, 0, 0x08, 0x01, Modify = true, OffsetFrom = nameof(_block))]
            void OnBlock(in Interrupt irq) { }

            [MsiVector(6)]
            [IrqPending(RegisterType.Mmio8, 0, 0x00, 0x03, Structure = VirtioStructure.Isr, ReadClears = true)]
            void OnVirtio(in Interrupt irq) { }

            // Behind an address register.
            [MsiVector(7, Count = 2)]
            [IrqPending(RegisterType.Port32, 4, 0x04, 0xFFFF_FFFF, IndexOffset = 0x00, Index = 0x5A, IndexStride = 0x01)]
            [IrqAck(RegisterType.Port32, 4, 0x04, 0xFFFF_FFFF, Clear = IrqClear.Echo, IndexOffset = 0x00, Index = 0x5A, IndexStride = 0x01)]
            [IrqEnable(RegisterType.Port32, 4, 0x04, 0x0F, Modify = true, IndexOffset = 0x00, Index = 0x58)]
            void OnIndexed(in Interrupt irq) { }
        }
        """));

    [Fact]
    public void Bits() => Snapshot.Match(GeneratorRun.Of("""
        using TopHalf;

        [InterruptDriver(TooFewVectors = VectorShortage.Share)]
        partial class BitsOfSources
        {
            // A bit for each vector, in registers that all of them share.
            [MsiVector(0, Count = 4)]
            [IrqPending(RegisterType.Mmio32, 0, 0x00, 0x01, BitStride = 1)]
            [IrqDisable(RegisterType.Mmio32, 0, 0x04, 0x01, BitStride = 1)]
            [IrqAck(RegisterType.Mmio32, 0, 0x00, 0x01, Clear = IrqClear.Echo, BitStride = 1)]
            [IrqEnable(RegisterType.Mmio32, 0, 0x08, 0x01, BitStride = 1)]
            void OnQueue(in Interrupt irq) { }

            // A field of two bits for each.
            [MsiVector(4, Count = 4)]
            [IrqPending(RegisterType.Mmio64, 0, 0x10, 0x03, 0x02, BitStride = 2)]
            [IrqAck(RegisterType.Mmio64, 0, 0x10, 0x03, 0x01, Clear = IrqClear.Modify, Preserve = 0xF00, BitStride = 2)]
            void OnField(in Interrupt irq) { }
        }
        """));

    [Fact]
    public void Line() => Snapshot.Match(GeneratorRun.Of("""
        using TopHalf;

        [InterruptDriver]
        partial class LineDriver
        {
            [IntxLine(Thread = "line")]
            [IrqPending(RegisterType.Mmio32, 0, 0x04, 0x01)]
            [IrqAck(RegisterType.Mmio32, 0, 0x04, 0x01, Clear = IrqClear.Echo)]
            void OnLine(in Interrupt irq) { }
        }
        """));

    [Fact]
    public void Recheck() => Snapshot.Match(GeneratorRun.Of("""
        using TopHalf;

        [InterruptDriver]
        partial class LookAgain
        {
            [MsiVector(0)]
            [IrqPending(RegisterType.Mmio32, 0, 0x04, 0x0F, Recheck = 16)]
            [IrqAck(RegisterType.Mmio32, 0, 0x04, 0x0F, Clear = IrqClear.Echo)]
            [IrqDisable(RegisterType.Mmio32, 0, 0x08, 0x0F)]
            [IrqEnable(RegisterType.Mmio32, 0, 0x0C, 0x0F)]
            void OnDone(in Interrupt irq) { }
        }
        """));
}
