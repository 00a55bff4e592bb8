using Microsoft.CodeAnalysis;
using TopHalf.CompilerTesting;

namespace TopHalf.Declarations.Tests;

/// <summary>Attributes → step programs: the order, the defaults, and what the class lends to its handlers.</summary>
public sealed class StepProgramTests
{
    private const string Pending = "[IrqPending(RegisterType.Mmio32, 0, 0x00, 0x0F)]";

    [Fact]
    public void The_order_is_test_disable_acknowledge_handle_enable()
        => Assert.Equal(
            ["Pending TestAny 0x0 F 0", "Disable Write 0x4 1 1", "Acknowledge Write 0x8 3 3", "Handle", "Enable Write 0xC 1 1"],
            Program("", """
                [IrqEnable(RegisterType.Mmio32, 0, 0x0C, 1)]
                [IrqAck(RegisterType.Mmio32, 0, 0x08, 3)]
                [IrqDisable(RegisterType.Mmio32, 0, 0x04, 1)]
                """ + Pending));

    [Fact]
    public void An_acknowledge_after_comes_before_enable()
        => Assert.Equal(
            ["Handle", "Acknowledge Write 0x8 3 3", "Enable Write 0xC 1 1"],
            Program("", "[IrqEnable(RegisterType.Mmio32, 0, 0x0C, 1)] [IrqAck(RegisterType.Mmio32, 0, 0x08, 3, After = true)]"));

    [Fact]
    public void Without_descriptors_the_handler_runs() => Assert.Equal(["Handle"], Program("", ""));

    [Theory]
    [InlineData("0xFF, Clear = IrqClear.Constant", "Acknowledge Write 0x8 FF FF")]
    [InlineData("0xFF, 0x10", "Acknowledge Write 0x8 FF 10")]
    [InlineData("0xFF, 0, Clear = IrqClear.Constant", "Acknowledge Write 0x8 FF 0")]
    [InlineData("0x3C, Clear = IrqClear.Echo", "Acknowledge Echo 0x8 C 0")]
    [InlineData("0xF0, Clear = IrqClear.Modify", "Acknowledge Modify 0x8 F0 F0")]
    [InlineData("0xF0, 0x30, Clear = IrqClear.Modify", "Acknowledge Modify 0x8 F0 30")]
    public void Ways_to_clear(string arguments, string step)
        => Assert.Equal(
            ["Pending TestAny 0x0 F 0", step, "Handle"],
            Program("", $"{Pending} [IrqAck(RegisterType.Mmio32, 0, 0x08, {arguments})]"));

    [Fact]
    public void Clearing_at_the_source_is_no_step()
        => Assert.Equal(
            ["Pending TestAny 0x0 F 0", "Handle"],
            Program("[IrqAck(RegisterType.Mmio32, 0, 0x0C, 1)]", Pending + "[IrqAck(RegisterType.Mmio32, 0, 0x08, 1, Clear = IrqClear.AtSource)]"));

    [Fact]
    public void A_value_makes_the_test_one_for_equality()
        => Assert.Equal(["Pending TestEqual 0x0 F 0", "Handle"], Program("", "[IrqPending(RegisterType.Mmio32, 0, 0, 0x0F, 0)]"));

    [Fact]
    public void The_class_lends_what_a_handler_lacks()
        => Assert.Equal(
            ["Pending TestAny 0x0 F 0", "Disable Write 0x14 1 1", "Handle"],
            Program("[IrqPending(RegisterType.Mmio32, 0, 0x10, 1)] [IrqDisable(RegisterType.Mmio32, 0, 0x14, 1)]", Pending));

    [Theory]
    [InlineData("", "[IrqPending(RegisterType.Mmio32, 0, 0, 1, ReadClears = true)]")]
    [InlineData("[IrqPending(RegisterType.Mmio32, 0, 8, 1, ReadClears = true)]", "")]
    public void A_read_that_clears_takes_the_place_of_the_acknowledge_of_the_class(string shared, string own)
        => Assert.Equal(
            [shared.Length == 0 ? "Pending TestAny 0x0 1 0" : "Pending TestAny 0x8 1 0", "Handle"],
            Program("[IrqAck(RegisterType.Mmio32, 0, 8, 1)]" + shared, own));

    [Fact]
    public void Another_register_of_the_class_is_acknowledged_beside_a_read_of_the_class_that_clears()
        => Assert.Equal(
            ["Pending TestAny 0x0 1 0", "Acknowledge Write 0x8 1 1", "Handle"],
            Program("[IrqPending(RegisterType.Mmio32, 0, 0, 1, ReadClears = true)] [IrqAck(RegisterType.Mmio32, 0, 8, 1)]", ""));

    [Fact]
    public void An_acknowledge_of_its_own_goes_before_a_read_of_the_class_that_clears()
        => Assert.Equal(
            ["Pending TestAny 0x0 1 0", "Acknowledge Write 0x8 1 1", "Handle"],
            Program("[IrqPending(RegisterType.Mmio32, 0, 0, 1, ReadClears = true)]", "[IrqAck(RegisterType.Mmio32, 0, 8, 1)]"));

    [Fact]
    public void Several_of_a_role_are_in_the_order_in_which_they_are_written()
        => Assert.Equal(
            ["Disable Write 0x4 1 1", "Disable Write 0x0 2 2", "Acknowledge Write 0xC 1 1", "Acknowledge Write 0x8 1 1", "Handle", "Acknowledge Write 0x10 1 1", "Enable Write 0x8 1 1", "Enable Write 0x4 2 2"],
            Program("", """
                [IrqEnable(RegisterType.Mmio32, 0, 0x08, 1)]
                [IrqDisable(RegisterType.Mmio32, 0, 0x04, 1)]
                [IrqAck(RegisterType.Mmio32, 0, 0x0C, 1)]
                [IrqAck(RegisterType.Mmio32, 0, 0x10, 1, After = true)]
                [IrqAck(RegisterType.Mmio32, 0, 0x08, 1)]
                [IrqDisable(RegisterType.Mmio32, 0, 0x00, 2)]
                [IrqEnable(RegisterType.Mmio32, 0, 0x04, 2)]
                """));

    [Fact]
    public void A_handler_with_one_of_a_role_takes_none_of_the_class()
        => Assert.Equal(
            ["Disable Write 0x20 1 1", "Handle"],
            Program("[IrqDisable(RegisterType.Mmio32, 0, 0x04, 1)] [IrqDisable(RegisterType.Mmio32, 0, 0x08, 1)]", "[IrqDisable(RegisterType.Mmio32, 0, 0x20, 1)]"));

    [Theory]
    [InlineData("IrqDisable(RegisterType.Mmio32, 0, 8, 2, 0, Modify = true, Preserve = 5)", "Disable Modify 0x8 2 0 preserve 5")]
    [InlineData("IrqAck(RegisterType.Mmio32, 0, 8, 2, Clear = IrqClear.Modify, Preserve = 5)", "Acknowledge Modify 0x8 2 2 preserve 5")]
    public void Bits_to_preserve(string attribute, string step)
        => Assert.Equal([step, "Handle"], Program("", $"[{attribute}]"));

    [Theory]
    [InlineData("IrqDisable(RegisterType.Mmio32, 0, 8, 2, Flush = true)", "Disable Write 0x8 2 2", "Disable Flush 0x8 0 0")]
    [InlineData("IrqDisable(RegisterType.Mmio32, 0, 8, 2, Modify = true, Preserve = 1, Flush = true, Stride = 4)", "Disable Modify 0x8 2 2 preserve 1 stride 4", "Disable Flush 0x8 0 0 stride 4")]
    [InlineData("IrqAck(RegisterType.Mmio32, 0, 8, 2, Flush = true)", "Acknowledge Write 0x8 2 2", "Acknowledge Flush 0x8 0 0")]
    public void A_flush_is_a_read_behind_the_write(string attribute, params string[] steps)
        => Assert.Equal([.. steps, "Handle"], Program("", $"[{attribute}]", "Count = 2"));

    [Fact]
    public void An_echo_is_flushed_too()
        => Assert.Equal(
            ["Pending TestAny 0x0 F 0", "Acknowledge Echo 0x8 3 0", "Acknowledge Flush 0x8 0 0", "Handle"],
            Program("", Pending + "[IrqAck(RegisterType.Mmio32, 0, 8, 3, Clear = IrqClear.Echo, Flush = true)]"));

    [Fact]
    public void Looks_are_behind_the_acknowledge_and_before_enable()
        => Assert.Equal(
            ["Pending TestAny 0x0 F 0", "Acknowledge Write 0x8 1 1", "Handle", "Acknowledge Write 0xC 1 1", "Pending Again 0x0 0 7", "Enable Write 0x10 1 1"],
            Program("[IrqEnable(RegisterType.Mmio32, 0, 0x10, 1)]", """
                [IrqPending(RegisterType.Mmio32, 0, 0, 0x0F, Recheck = 7)]
                [IrqAck(RegisterType.Mmio32, 0, 0x08, 1)]
                [IrqAck(RegisterType.Mmio32, 0, 0x0C, 1, After = true)]
                """));

    [Theory]
    [InlineData("Stride = 4", "stride 4")]
    [InlineData("OffsetFrom = nameof(Start)", "offset from Start")]
    [InlineData("StrideFrom = nameof(Step)", "stride from Step")]
    [InlineData("Structure = VirtioStructure.Isr", "in Isr")]
    [InlineData("IndexOffset = 0x20, Index = 0x5A, IndexStride = 2", "behind 0x20: 5A + n * 2")]
    [InlineData("IndexOffset = 0", "behind 0x0: 0 + n * 0")]
    public void Places(string argument, string place)
        => Assert.Equal(["Acknowledge Write 0x8 1 1 " + place, "Handle"], Program("", $"[IrqAck(RegisterType.Mmio32, 0, 8, 1, {argument})]", "Count = 2"));

    [Fact]
    public void The_members_of_addresses_are_told_once_and_by_name()
        => Assert.Equal(
            [new MemberModel("Start", IsStatic: false), new MemberModel("Step", IsStatic: true)],
            Driver("[IrqRelease(RegisterType.Mmio32, 0, 8, 1, OffsetFrom = nameof(Start))]", "[IrqAck(RegisterType.Mmio32, 0, 8, 1, StrideFrom = nameof(Step), OffsetFrom = nameof(Start))]", "Count = 2").Members);

    [Fact]
    public void The_line_is_unmasked_last()
    {
        DriverModel driver = Parse($$"""
            using TopHalf;
            [InterruptDriver] {{Pending}} [IrqAck(RegisterType.Mmio32, 0, 8, 1)] [IrqEnable(RegisterType.Mmio32, 0, 0x10, 1)]
            partial class MyDriver { [IntxLine(Thread = "line")] void OnLine(in Interrupt irq) { } }
            """);
        Assert.True(driver.IsLine);
        Assert.Equal([new VectorRangeModel(0, 1, "line")], driver.Handlers[0].Vectors);
        Assert.Equal(
            ["Pending TestAny 0x0 F 0", "Acknowledge Write 0x8 1 1", "Handle", "Enable Write 0x10 1 1", "Line Unmask 0x0 0 0"],
            driver.Handlers[0].Program.Select(Describe));
    }

    [Fact]
    public void Handlers_of_one_vector_are_blocks_of_their_bits()
        => Assert.Equal(
            [
                "Pending TestAny 0x0 FF 0", "Disable Write 0x4 1 1", "Acknowledge Echo 0x0 FF 0",
                "Pending Match 0x0 3 0 [2]", "Acknowledge Echo 0x20 3 0", "Handle",
                "Pending Match 0x0 30 0 [4]", "Disable Write 0x24 1 1", "Pending EachBit 0x0 30 0 [2]", "Acknowledge Write 0x28 1 1 stride 4", "Handle",
                "Unclaimed Unclaimed 0x0 CC 0 [1]", "Unclaimed Echo 0xD8 FF 0",
                "Enable Write 0x8 1 1",
            ],
            Shared("""
                [IrqPending(RegisterType.Mmio32, 0, 0, 0xFF)] [IrqAck(RegisterType.Mmio32, 0, 0, 0xFF, Clear = IrqClear.Echo)]
                [IrqDisable(RegisterType.Mmio32, 0, 4, 1)] [IrqEnable(RegisterType.Mmio32, 0, 8, 1)] [IrqUnclaimed(RegisterType.Mmio32, 0, 0xD8, 0xFF)]
                """,
                "[StatusBits(3)] [IrqAck(RegisterType.Mmio32, 0, 0x20, 0xFF, Clear = IrqClear.Echo)]",
                "[StatusBits(0x30, Each = true)] [IrqAck(RegisterType.Mmio32, 0, 0x28, 1, Stride = 4)] [IrqDisable(RegisterType.Mmio32, 0, 0x24, 1)]"));

    [Fact]
    public void A_bank_is_read_cleared_and_called_for_each_bit()
        => Assert.Equal(
            [
                "Pending TestAny 0x0 F 0",
                "Pending Match 0x0 1 0 [8]",
                "Pending Bank 0x40 F0 0 [3]", "Acknowledge Echo 0x40 F0 0", "Pending EachBit 0x0 F0 0 [1]", "Handle",
                "Pending Bank 0x44 FF 0 [3]", "Acknowledge Echo 0x60 FF 0", "Pending EachBit 0x0 FF 20 [1]", "Handle",
                "Pending Match 0x0 6 0 [5]", "Pending EachBit 0x0 6 0 [4]",
                "Pending Bank 0x80 FF 0 stride 128 [1]", "Handle",
                "Pending Bank 0x84 FF 0 stride 128 [1]", "Handle",
                "Unclaimed Unclaimed 0x0 8 0 [1]", "Unclaimed Modify 0xD0 FF 0",
            ],
            Shared(
                Pending + "[IrqUnclaimed(RegisterType.Mmio32, 0, 0xD0, 0xFF, 0, Modify = true)]",
                "[StatusBits(1)] [StatusBank(RegisterType.Mmio32, 0, 0x40, 0xF0)] [StatusBank(RegisterType.Mmio32, 0, 0x44, 0xFF, First = 32, Clear = BankClear.EchoTo, ClearOffset = 0x60)]",
                "[StatusBits(6, Each = true)] [StatusBank(RegisterType.Mmio32, 0, 0x80, 0xFF, Whole = true, Clear = BankClear.Read, Stride = 0x80)] [StatusBank(RegisterType.Mmio32, 0, 0x84, 0xFF, Whole = true, Clear = BankClear.AtSource, Stride = 0x80)]"));

    [Theory]
    [InlineData("", "Unclaimed Unclaimed 0x0 8 0")]
    [InlineData("[IrqUnclaimed(RegisterType.Mmio32, 0, 0xD8, 0xF, Flush = true)]", "Unclaimed Unclaimed 0x0 8 0 [2]", "Unclaimed Echo 0xD8 F 0", "Unclaimed Flush 0xD8 0 0")]
    [InlineData("[IrqUnclaimed(RegisterType.Mmio32, 0, 0xD8, 0xF, 7)]", "Unclaimed Unclaimed 0x0 8 0 [1]", "Unclaimed Write 0xD8 F 7")]
    public void Bits_that_nobody_claims(string unclaimed, params string[] steps)
        => Assert.Equal(
            ["Pending TestAny 0x0 F 0", "Pending Match 0x0 3 0 [1]", "Handle", "Pending Match 0x0 4 0 [1]", "Handle", .. steps],
            Shared(Pending + unclaimed, "[StatusBits(3)]", "[StatusBits(4)]"));

    /// <summary>A test for equality is over where a bit outside the value is set.</summary>
    [Fact]
    public void Bits_that_cannot_be_set_are_claimed_by_nobody_and_not_looked_for()
        => Assert.Equal(
            ["Pending TestEqual 0x0 F 3", "Pending Match 0x0 1 0 [1]", "Handle", "Pending Match 0x0 2 0 [1]", "Handle"],
            Shared("[IrqPending(RegisterType.Mmio32, 0, 0, 0xF, 3)]", "[StatusBits(1)]", "[StatusBits(2)]"));

    [Fact]
    public void What_is_done_once_is_in_the_start_alone_and_then_all_that_unmasks_is()
    {
        HandlerModel handler = Driver("", "[IrqEnable(RegisterType.Mmio32, 0, 0x10, 1, Once = true, Flush = true)] [IrqEnable(RegisterType.Mmio32, 0, 0x14, 2)]", "Count = 2").Handlers.Single();
        Assert.Equal(["Handle", "Enable Write 0x14 2 2"], handler.Program.Select(Describe));
        Assert.Equal(["Enable Write 0x10 1 1", "Enable Flush 0x10 0 0", "Enable Write 0x14 2 2"], handler.Start.Select(Describe));
        Assert.Empty(Driver("", "[IrqEnable(RegisterType.Mmio32, 0, 0x14, 2)]", "Count = 2").Handlers.Single().Start);
    }

    [Fact]
    public void Release_steps_are_of_the_class_and_then_by_vector()
        => Assert.Equal(
            ["Release Write 0x30 FF 0", "Release Write 0x10 1 1", "Release Write 0x20 2 2"],
            Parse("""
                using TopHalf;
                [InterruptDriver] [IrqRelease(RegisterType.Mmio32, 0, 0x30, 0xFF, 0)]
                partial class MyDriver
                {
                    [MsiVector(1)] [IrqRelease(RegisterType.Mmio32, 0, 0x20, 2)] void OnB(in Interrupt irq) { }
                    [MsiVector(0)] [IrqRelease(RegisterType.Mmio32, 0, 0x10, 1)] void OnA(in Interrupt irq) { }
                }
                """).Release.Select(Describe));

    [Fact]
    public void Handlers_and_ranges_are_in_the_order_of_their_vectors()
    {
        DriverModel driver = Parse("""
            using TopHalf;
            [InterruptDriver(VendorId = 0x1234, DeviceId = 0xFFFF)]
            partial class MyDriver
            {
                [MsiVector(9, Thread = "rx"), MsiVector(2, Count = 3)] static void OnB(in Interrupt irq) { }
                [MsiVector(1)] void OnA(in Interrupt irq) { }
            }
            """);
        Assert.Equal((0x1234, 0xFFFF, 5), (driver.VendorId, driver.DeviceId, driver.VectorCount));
        Assert.Equal([("OnA", false), ("OnB", true)], driver.Handlers.Select(static h => (h.Name, h.Methods[0].IsStatic)));
        Assert.Equal([new VectorRangeModel(2, 3, ""), new VectorRangeModel(9, 1, "rx")], driver.Handlers[1].Vectors);
    }

    /// <summary>An explicit -1 is what is there without it, so that neither the model nor the generated file knows it.</summary>
    [Fact]
    public void A_user_vector_is_that_of_the_first_vector_and_assigned_where_none_is_declared()
    {
        DriverModel driver = Parse("""
            using TopHalf;
            [InterruptDriver]
            partial class MyDriver
            {
                [MsiVector(8, UserVector = 0), MsiVector(4, Count = Queues, UserVector = Urgent)] void OnA(in Interrupt irq) { }
                [MsiVector(0, UserVector = -1)] void OnB(in Interrupt irq) { }
            }
            partial class MyDriver { const int Queues = 4, Urgent = 63; }
            """);
        Assert.False(driver.IsFaulty);
        Assert.Equal([new VectorRangeModel(0, 1, "")], driver.Handlers[0].Vectors);
        Assert.Equal([new VectorRangeModel(4, 4, "", 63), new VectorRangeModel(8, 1, "", 0)], driver.Handlers[1].Vectors);
        Assert.NotEqual(new VectorRangeModel(4, 4, ""), driver.Handlers[1].Vectors[0]);
    }

    [Fact]
    public void Arguments_may_be_named_and_in_any_order()
        => Assert.Equal(
            ["Pending TestEqual 0x8 F 2", "Handle"],
            Program("", "[IrqPending(value: 2, mask: 0x0F, offset: 8, bar: 0, type: RegisterType.Mmio32)]"));

    private static IEnumerable<string> Program(string shared, string own, string vectors = "Count = 1")
        => Driver(shared, own, vectors).Handlers.Single().Program.Select(Describe);

    private static DriverModel Driver(string shared, string own, string vectors) => Parse($$"""
        using TopHalf;
        [InterruptDriver] {{shared}}
        partial class MyDriver
        {
            private readonly uint Start = 4;
            private static int Step => 8;
            [MsiVector(0, {{vectors}})] {{own}} void OnDone(in Interrupt irq) { }
        }
        """);

    // Two handlers of one vector.
    private static IEnumerable<string> Shared(string shared, string first, string second) => Parse($$"""
        using TopHalf;
        [InterruptDriver] {{shared}}
        partial class MyDriver
        {
            [MsiVector(0)] {{first}} void OnA(in Interrupt irq) { }
            [MsiVector(0)] {{second}} void OnB(in Interrupt irq) { }
        }
        """).Handlers.Single().Program.Select(Describe);

    private static string Describe(StepModel step) => step.Operation == StepOperation.Handle
        ? "Handle"
        : $"{step.Role} {step.Operation} 0x{step.Offset:X} {step.Mask:X} {step.Value:X}"
            + (step.Preserve == 0 ? "" : $" preserve {step.Preserve:X}")
            + (step.Address is { } address ? Describe(address) : "")
            + (step.Length == 0 ? "" : $" [{step.Length}]");

    private static string Describe(StepAddressModel address)
        => (address.Stride == 0 ? "" : $" stride {address.Stride}")
            + (address.OffsetFrom is null ? "" : $" offset from {address.OffsetFrom}")
            + (address.StrideFrom is null ? "" : $" stride from {address.StrideFrom}")
            + (address.Structure == VirtioStructure.None ? "" : $" in {address.Structure}")
            + (address.IndexOffset is null ? "" : $" behind 0x{address.IndexOffset:X}: {address.Index:X} + n * {address.IndexStride}");

    private static DriverModel Parse(string source)
    {
        INamedTypeSymbol type = DriverProject.Create(ProjectOptions.Default, source).GetTypeByMetadataName("MyDriver")!;
        var faults = new FaultFlag();
        DriverModel driver = DriverParser.Parse(type, DriverParser.FindDriverAttribute(type)!, faults, TestContext.Current.CancellationToken);
        Assert.False(faults.IsFaulty);
        return driver;
    }
}
