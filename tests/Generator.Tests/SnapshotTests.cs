using TopHalf.CompilerTesting;

namespace TopHalf.Generator.Tests;

/// <summary>What is generated, feature by feature.</summary>
public sealed class SnapshotTests
{
    [Fact]
    public void Edu() => Snapshot.Match(GeneratorRun.Of("""
        using System.Threading;
        using TopHalf;

        namespace Samples.Edu;

        [InterruptDriver(VendorId = 0x1234, DeviceId = 0x11E8)]
        public sealed partial class EduDriver(PciDevice device)
        {
            private readonly Bar _registers = device.GetBar(0);
            private long _completed;

            [MsiVector(0)]
            [IrqPending(RegisterType.Mmio32, bar: 0, offset: 0x24, mask: 0xFFFF_FFFF)]
            [IrqAck(RegisterType.Mmio32, bar: 0, offset: 0x64, mask: 0xFFFF_FFFF, Clear = IrqClear.Echo)]
            private void OnFactorialDone(in Interrupt irq) => Interlocked.Add(ref _completed, irq.Signals);

            public void StartFactorial(uint n) => _registers.Write32(0x08, n);
        }
        """));

    [Fact]
    public void Ranges() => Snapshot.Match(GeneratorRun.Of("""
        using TopHalf;

        [InterruptDriver]
        partial class Nic
        {
            // Declared out of order, and with two ranges that count their index apart.
            [MsiVector(20, Count = 2, Thread = "tx")]
            [MsiVector(4, Count = 10, Thread = "rx")]
            void OnQueue(in Interrupt irq) { }

            [MsiVector(0, Count = 4)]
            void OnEvent(in Interrupt irq) { }

            [MsiVector(14)]
            void OnLink(in Interrupt irq) { }
        }
        """));

    /// <summary>Named where one is declared, and nowhere else: -1 says what is so without it.</summary>
    [Fact]
    public void UserVectors() => Snapshot.Match(GeneratorRun.Of("""
        using TopHalf;

        [InterruptDriver]
        partial class Urgent
        {
            private const int Last = 0;

            [MsiVector(4, Count = 4, UserVector = 40)]
            [MsiVector(8, Thread = "rx", UserVector = Last)]
            void OnQueue(in Interrupt irq) { }

            [MsiVector(0, UserVector = 63)]
            void OnAdmin(in Interrupt irq) { }

            [MsiVector(1, UserVector = -1)]
            void OnError(in Interrupt irq) { }
        }
        """));

    [Fact]
    public void Table() => Snapshot.Match(GeneratorRun.Of(
        """
        using TopHalf;

        [InterruptDriver]
        partial class ManyQueues
        {
            [MsiVector(0)]
            [IrqPending(RegisterType.Mmio32, 0, 0x10, 0x1)]
            [IrqAck(RegisterType.Mmio32, 0, 0x10, 0x1, Clear = IrqClear.Echo)]
            void OnAdmin(in Interrupt irq) { }

            [MsiVector(8, Count = 64, Thread = "queues")]
            [MsiVector(100)]
            void OnQueue(in Interrupt irq) { }

            [MsiVector(101)]
            static void OnError(in Interrupt irq) { }
        }
        """,
        new ProjectOptions { AllowUnsafe = true }));

    [Fact]
    public void TableWithoutGaps() => Snapshot.Match(GeneratorRun.Of(
        """
        using TopHalf;

        [InterruptDriver]
        partial class AllQueues
        {
            [MsiVector(0, Count = 2048)]
            void OnQueue(in Interrupt irq) { }
        }
        """,
        new ProjectOptions { AllowUnsafe = true }));

    [Fact]
    public void Nested() => Snapshot.Match(GeneratorRun.Of("""
        using TopHalf;

        partial record struct Outer<T>
        {
            partial interface IMiddle
            {
                [InterruptDriver]
                private sealed partial class Inner
                {
                    [MsiVector(0)]
                    private static void OnA(in Interrupt irq) { }

                    [MsiVector(1)]
                    private void OnB(in Interrupt irq) { }
                }
            }
        }
        """));

    [Fact]
    public void Keywords() => Snapshot.Match(GeneratorRun.Of("""
        namespace @namespace.@event
        {
            [TopHalf.InterruptDriver]
            partial class @class
            {
                [TopHalf.MsiVector(0, Thread = "a \"name\" \\ with\nmarks")]
                void @void(in TopHalf.Interrupt irq) { }

                [TopHalf.MsiVector(1)]
                static void @record(in TopHalf.Interrupt irq) { }
            }
        }
        """));

    [Fact]
    public void Static() => Snapshot.Match(GeneratorRun.Of("""
        using TopHalf;

        namespace Drivers;

        [InterruptDriver]
        public partial class NoObject
        {
            [MsiVector(0)]
            public static void OnDone(in Interrupt irq) { }
        }
        """));

    [Fact]
    public void ClassDescriptors() => Snapshot.Match(GeneratorRun.Of("""
        using TopHalf;

        [InterruptDriver]
        [IrqPending(RegisterType.Mmio32, 0, 0x00, 0x01)]
        [IrqAck(RegisterType.Mmio32, 0, 0x04, 0x01)]
        [IrqDisable(RegisterType.Mmio32, 0, 0x08, 0x01)]
        [IrqEnable(RegisterType.Mmio32, 0, 0x0C, 0x01)]
        [IrqRelease(RegisterType.Mmio32, 0, 0x10, 0x01)]
        partial class Shared
        {
            [MsiVector(0)]
            void OnAllOfTheClass(in Interrupt irq) { }

            [MsiVector(1)]
            [IrqPending(RegisterType.Mmio32, 1, 0x00, 0x02)]
            [IrqAck(RegisterType.Mmio32, 1, 0x04, 0x02)]
            [IrqDisable(RegisterType.Mmio32, 1, 0x08, 0x02)]
            [IrqEnable(RegisterType.Mmio32, 1, 0x0C, 0x02)]
            [IrqRelease(RegisterType.Mmio32, 1, 0x10, 0x02)]
            void OnAllOfItsOwn(in Interrupt irq) { }

            // Cleared by the read: the acknowledge of the class is not its own.
            [MsiVector(2)]
            [IrqPending(RegisterType.Mmio32, 2, 0x00, 0x04, ReadClears = true)]
            void OnReadClears(in Interrupt irq) { }
        }
        """));

    [Fact]
    public void RegisterTypes() => Snapshot.Match(GeneratorRun.Of("""
        using TopHalf;

        [InterruptDriver]
        partial class Widths
        {
            [MsiVector(0)]
            [IrqPending(RegisterType.Mmio8, 0, 0x1, 0x80)]
            [IrqAck(RegisterType.Mmio8, 0, 0x3, 0x81, Clear = IrqClear.Echo)]
            [IrqEnable(RegisterType.Mmio8, 0, 0x5, 0xFF)]
            void OnMmio8(in Interrupt irq) { }

            [MsiVector(1)]
            [IrqPending(RegisterType.Mmio16, 0, 0x2, 0x8000)]
            [IrqAck(RegisterType.Mmio16, 0, 0x6, 0x8001, Clear = IrqClear.Echo)]
            [IrqEnable(RegisterType.Mmio16, 0, 0xA, 0xFFFF)]
            void OnMmio16(in Interrupt irq) { }

            [MsiVector(2)]
            [IrqPending(RegisterType.Mmio64, 0, 0x8, 0x8000_0000_0000_0000)]
            [IrqAck(RegisterType.Mmio64, 0, 0x10, 0x8000_0000_0000_0001, Clear = IrqClear.Echo)]
            [IrqEnable(RegisterType.Mmio64, 0, 0x18, ulong.MaxValue)]
            void OnMmio64(in Interrupt irq) { }

            [MsiVector(3)]
            [IrqPending(RegisterType.Port8, 4, 0x0, 0x01)]
            [IrqAck(RegisterType.Port16, 4, 0x2, 0x0101, Clear = IrqClear.Echo)]
            [IrqEnable(RegisterType.Port32, 4, 0xFFFF_FFFC, 0xFFFF_FFFF)]
            void OnPorts(in Interrupt irq) { }
        }
        """));

    [Fact]
    public void Acknowledges() => Snapshot.Match(GeneratorRun.Of("""
        using TopHalf;

        [InterruptDriver]
        [IrqPending(RegisterType.Mmio32, 0, 0x00, 0x0F)]
        partial class Kinds
        {
            [MsiVector(0)]
            [IrqAck(RegisterType.Mmio32, 0, 0x04, 0xF0, 0x30)]
            void OnConstantBefore(in Interrupt irq) { }

            [MsiVector(1)]
            [IrqAck(RegisterType.Mmio32, 0, 0x04, 0xF0, After = true)]
            void OnConstantAfter(in Interrupt irq) { }

            // The mask of the pending register limits what is written back.
            [MsiVector(2)]
            [IrqAck(RegisterType.Mmio32, 0, 0x04, 0xFC, Clear = IrqClear.Echo)]
            void OnEchoBefore(in Interrupt irq) { }

            [MsiVector(3)]
            [IrqAck(RegisterType.Mmio32, 0, 0x04, 0xFF, Clear = IrqClear.Echo, After = true)]
            void OnEchoAfter(in Interrupt irq) { }

            [MsiVector(4)]
            [IrqAck(RegisterType.Mmio8, 0, 0x04, 0xF0, 0x30, Clear = IrqClear.Modify)]
            void OnModifyBefore(in Interrupt irq) { }

            [MsiVector(5)]
            [IrqAck(RegisterType.Mmio16, 0, 0x04, 0xF0, Clear = IrqClear.Modify, After = true)]
            void OnModifyAfter(in Interrupt irq) { }

            [MsiVector(6)]
            [IrqAck(RegisterType.Mmio32, 0, 0x04, 0xF0, 0x00, Clear = IrqClear.Modify)]
            void OnModify32(in Interrupt irq) { }

            [MsiVector(7)]
            [IrqAck(RegisterType.Mmio64, 0, 0x08, 0xF0, 0x00, Clear = IrqClear.Modify)]
            void OnModify64(in Interrupt irq) { }

            [MsiVector(8)]
            [IrqAck(RegisterType.Mmio32, 0, 0x04, 0xF0, Clear = IrqClear.AtSource)]
            void OnAtSource(in Interrupt irq) { }
        }
        """));

    [Fact]
    public void Equal() => Snapshot.Match(GeneratorRun.Of("""
        using TopHalf;

        [InterruptDriver]
        partial class EqualDriver
        {
            [MsiVector(0)]
            [IrqPending(RegisterType.Mmio32, 0, 0x00, mask: 0xFF, value: 0x42)]
            void OnCode(in Interrupt irq) { }

            [MsiVector(1)]
            [IrqPending(RegisterType.Mmio32, 0, 0x00, mask: 0x01, value: 0)]
            void OnCleared(in Interrupt irq) { }
        }
        """));

    [Fact]
    public void MaskAndRelease() => Snapshot.Match(GeneratorRun.Of("""
        using TopHalf;

        [InterruptDriver]
        [IrqRelease(RegisterType.Mmio32, 2, 0x00, 0xFFFF_FFFF, 0)]
        partial class Masked
        {
            [MsiVector(1)]
            [IrqDisable(RegisterType.Mmio32, 0, 0x10, mask: 0x02, value: 0x00)]
            [IrqEnable(RegisterType.Mmio32, 0, 0x10, mask: 0x02)]
            [IrqRelease(RegisterType.Mmio32, 0, 0x14, 0x02)]
            void OnSecond(in Interrupt irq) { }

            [MsiVector(0)]
            [IrqRelease(RegisterType.Mmio32, 0, 0x14, 0x01)]
            void OnFirst(in Interrupt irq) { }
        }
        """));

    [Fact]
    public void Faulty() => Snapshot.Match(GeneratorRun.Of("""
        using TopHalf;

        namespace Drivers;

        [InterruptDriver]
        public partial class Wrong
        {
            [MsiVector(9999)]
            void OnDone(in Interrupt irq) { }
        }
        """));
}
