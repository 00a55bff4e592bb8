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
    [InlineData("[IrqPending(RegisterType.Mmio32, 0, 0, 1, ReadClears = true)]", "")]
    public void A_read_that_clears_takes_the_place_of_the_acknowledge_of_the_class(string shared, string own)
        => Assert.Equal(
            ["Pending TestAny 0x0 1 0", "Handle"],
            Program("[IrqAck(RegisterType.Mmio32, 0, 8, 1)]" + shared, own));

    [Fact]
    public void An_acknowledge_of_its_own_goes_before_a_read_of_the_class_that_clears()
        => Assert.Equal(
            ["Pending TestAny 0x0 1 0", "Acknowledge Write 0x8 1 1", "Handle"],
            Program("[IrqPending(RegisterType.Mmio32, 0, 0, 1, ReadClears = true)]", "[IrqAck(RegisterType.Mmio32, 0, 8, 1)]"));

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

    [Fact]
    public void Arguments_may_be_named_and_in_any_order()
        => Assert.Equal(
            ["Pending TestEqual 0x8 F 2", "Handle"],
            Program("", "[IrqPending(value: 2, mask: 0x0F, offset: 8, bar: 0, type: RegisterType.Mmio32)]"));

    private static IEnumerable<string> Program(string shared, string own) => Parse($$"""
        using TopHalf;
        [InterruptDriver] {{shared}}
        partial class MyDriver { [MsiVector(0)] {{own}} void OnDone(in Interrupt irq) { } }
        """).Handlers.Single().Program.Select(Describe);

    private static string Describe(StepModel step) => step.Operation == StepOperation.Handle
        ? "Handle"
        : $"{step.Role} {step.Operation} 0x{step.Offset:X} {step.Mask:X} {step.Value:X}";

    private static DriverModel Parse(string source)
    {
        INamedTypeSymbol type = DriverProject.Create(ProjectOptions.Default, source).GetTypeByMetadataName("MyDriver")!;
        var faults = new FaultFlag();
        DriverModel driver = DriverParser.Parse(type, DriverParser.FindDriverAttribute(type)!, faults, TestContext.Current.CancellationToken);
        Assert.False(faults.IsFaulty);
        return driver;
    }
}
