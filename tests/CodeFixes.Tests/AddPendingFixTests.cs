namespace TopHalf.CodeFixes.Tests;

public sealed class AddPendingFixTests
{
    [Fact]
    public Task Of_the_handlers_own_acknowledge() => CodeFixTest.Verify(
        new AddPendingFix(),
        Driver("", """
                [MsiVector(0)]
                // Write 1 to clear.
                [IrqAck(RegisterType.Mmio32, bar: 0, offset: Status, mask: 0x0F, Clear = {|TH1306:IrqClear.Echo|})] // data sheet 4.2
                void OnDone(in Interrupt irq) { }
            """),
        Driver("", """
                [MsiVector(0)]
                // Write 1 to clear.
                [IrqPending(RegisterType.Mmio32, bar: 0, offset: Status, mask: 0x0F)]
                [IrqAck(RegisterType.Mmio32, bar: 0, offset: Status, mask: 0x0F, Clear = IrqClear.Echo)] // data sheet 4.2
                void OnDone(in Interrupt irq) { }
            """),
        "Give 'OnDone' an [IrqPending] of the register that its [IrqAck] writes");

    [Fact]
    public Task With_arguments_by_name_and_a_value() => CodeFixTest.Verify(
        new AddPendingFix(),
        Driver("", "    [IrqAck(mask: 3, value: 1, type: RegisterType.Mmio8, offset: 4, bar: 1, Clear = {|TH1306:IrqClear.Echo|}, After = true), MsiVector(0)] void OnDone(in Interrupt irq) { }"),
        Driver("", """
                [IrqPending(type: RegisterType.Mmio8, bar: 1, offset: 4, mask: 3)]
                [IrqAck(mask: 3, value: 1, type: RegisterType.Mmio8, offset: 4, bar: 1, Clear = IrqClear.Echo, After = true), MsiVector(0)] void OnDone(in Interrupt irq) { }
            """));

    [Fact]
    public Task On_one_line() => CodeFixTest.Verify(
        new AddPendingFix(),
        Driver("", "    [MsiVector(0)] [IrqAck(RegisterType.Mmio32, 0, 4, 1, Clear = {|TH1306:IrqClear.Echo|})] void OnDone(in Interrupt irq) { }"),
        Driver("", "    [MsiVector(0)] [IrqPending(RegisterType.Mmio32, 0, 4, 1)] [IrqAck(RegisterType.Mmio32, 0, 4, 1, Clear = IrqClear.Echo)] void OnDone(in Interrupt irq) { }"));

    [Fact]
    public Task Of_the_acknowledge_of_the_class_on_the_handler_that_lacks_it() => CodeFixTest.Verify(
        new AddPendingFix(),
        Driver("[IrqAck(RegisterType.Mmio32, 0, 4, 1, Clear = IrqClear.Echo)]", """
                [MsiVector(0)]
                void {|TH1306:OnDone|}(in Interrupt irq) { }

                [MsiVector(1)]
                [IrqPending(RegisterType.Mmio32, 0, 0, 3)]
                void OnError(in Interrupt irq) { }
            """),
        Driver("[IrqAck(RegisterType.Mmio32, 0, 4, 1, Clear = IrqClear.Echo)]", """
                [MsiVector(0)]
                [IrqPending(RegisterType.Mmio32, 0, 4, 1)]
                void OnDone(in Interrupt irq) { }

                [MsiVector(1)]
                [IrqPending(RegisterType.Mmio32, 0, 0, 3)]
                void OnError(in Interrupt irq) { }
            """));

    [Fact]
    public Task Of_the_second_acknowledge_and_found_in_the_same_way() => CodeFixTest.Verify(
        new AddPendingFix(),
        Driver("", "    [IntxLine] [IrqAck(RegisterType.Mmio32, 0, 8, 2)] [IrqAck(RegisterType.Mmio32, 0, 4, 1, Clear = {|TH1306:IrqClear.Echo|}, IndexOffset = 0, Index = 3, Flush = true)] void OnDone(in Interrupt irq) { }"),
        Driver("", "    [IntxLine] [IrqAck(RegisterType.Mmio32, 0, 8, 2)] [IrqPending(RegisterType.Mmio32, 0, 4, 1, IndexOffset = 0, Index = 3)] [IrqAck(RegisterType.Mmio32, 0, 4, 1, Clear = IrqClear.Echo, IndexOffset = 0, Index = 3, Flush = true)] void OnDone(in Interrupt irq) { }"));

    [Fact]
    public Task Behind_the_line_where_the_acknowledge_is_of_the_class() => CodeFixTest.Verify(
        new AddPendingFix(),
        Driver("[IrqAck(RegisterType.Mmio32, 0, 4, 1, Clear = IrqClear.Echo)]", """
                [IntxLine]
                void {|TH1306:OnDone|}(in Interrupt irq) { }
            """),
        Driver("[IrqAck(RegisterType.Mmio32, 0, 4, 1, Clear = IrqClear.Echo)]", """
                [IntxLine]
                [IrqPending(RegisterType.Mmio32, 0, 4, 1)]
                void OnDone(in Interrupt irq) { }
            """));

    [Theory]
    [InlineData("", "[IrqPending(RegisterType.Mmio32, 0, 0, 2)]")]
    [InlineData("[IrqPending(RegisterType.Mmio32, 0, 0, 2)]", "")]
    public Task Not_where_there_is_one_that_does_not_fit(string shared, string own) => CodeFixTest.VerifyNoFix(
        new AddPendingFix(),
        Driver(shared, own + "[MsiVector(0), IrqAck(RegisterType.Mmio32, 0, 4, 1, Clear = {|TH1306:IrqClear.Echo|})] void OnDone(in Interrupt irq) { }"));

    private static string Driver(string shared, string members) => $$"""
        using TopHalf;
        [InterruptDriver] {{shared}}
        partial class MyDriver
        {
            private const uint Status = 0x20;

        {{members}}
        }
        """;
}
