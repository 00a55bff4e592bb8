using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>TH1206 and TH1501 to TH1507: handlers that share a vector, and which of them is called.</summary>
public sealed class StatusBitRuleTests
{
    private const string AtSource = "[IrqAck(RegisterType.Mmio32, 0, 0x60, 1, Clear = IrqClear.AtSource)]";
    private const string Pending = "[IrqPending(RegisterType.Mmio32, 0, 0, 0x0F)]";
    private const string Bank = "StatusBank(RegisterType.Mmio32, 0, 0x40, 0xFF)";

    [Theory]
    [InlineData(Pending, "StatusBits(3)", "StatusBits(0xC, Each = true)")]
    [InlineData("", "StatusBits(3)] [MsiVector(4)] [IrqPending(RegisterType.Mmio32, 0, 0, 0x0F)", "StatusBits(0xC)] [MsiVector(4)")]
    [InlineData("", "StatusBits(3)", "StatusBits(4)] [IrqPending(RegisterType.Mmio32, 0, 4, 7)")]
    [InlineData("[IrqPending(RegisterType.Mmio32, 0, 0, 0x0F, 3)]", "StatusBits(1)", "StatusBits(2)")]
    [InlineData(Pending, "StatusBits(3), " + Bank, "StatusBits(0xC), StatusBank(RegisterType.Mmio32, 0, 0x44, 0xFF, Whole = true, Clear = BankClear.EchoTo, ClearOffset = 0x48)")]
    public Task Shared_vectors_that_are_right(string shared, string first, string second) => AnalyzerTest.Verify(Driver(shared, first, second));

    [Fact]
    public Task Bits_of_one_handler_alone() => AnalyzerTest.Verify(DriverSource.WithHandler(Pending + AtSource + "[StatusBits(0xF, Each = true)]"));

    [Fact]
    public Task Banks_without_bits() => AnalyzerTest.Verify(DriverSource.WithHandler($"[{Bank}] [{Bank.Replace("0x40", "0x44", StringComparison.Ordinal).Replace(")", ", First = 8)", StringComparison.Ordinal)}]"));

    [Theory]
    [InlineData("MsiVector(0, Count = 2)", "MsiVector(0)")]
    [InlineData("MsiVector(0)", "MsiVector(0), MsiVector(1)")]
    [InlineData("MsiVector(0)", "MsiVector(0, Thread = \"rx\")")]
    [InlineData("MsiVector(0)", "MsiVector(0, UserVector = 63)")]
    [InlineData("MsiVector(0, UserVector = 62)", "MsiVector(0, UserVector = 63)")]
    public Task TH1206_some_of_the_vectors(string first, string second) => AnalyzerTest.Verify(
        $$"""
        using TopHalf;
        [InterruptDriver]
        partial class MyDriver
        {
            [{{first}}, StatusBits(1), IrqPending(RegisterType.Mmio32, 0, 0, 0x0F)] void OnA(in Interrupt irq) { }
            [{|TH1206:{{(second.Contains("), ", StringComparison.Ordinal) ? second.Replace("), ", ")|}, ", StringComparison.Ordinal) : second + "|}")}}, StatusBits(2)] void OnB(in Interrupt irq) { }
        }
        """,
        "Give 'OnB' and 'OnA' the same vectors, thread and user vectors, or different vectors: handlers that share a vector have one status register and one order for all of them");

    [Fact]
    public Task TH1203_only_one_has_bits() => AnalyzerTest.Verify(
        DriverSource.WithMembers($$"""
            [MsiVector(0)] {{Pending}} [StatusBits(0xF)] void OnA(in Interrupt irq) { }
            [MsiVector({|TH1203:0|})] void OnB(in Interrupt irq) { }
            """),
        "Give 'OnB' another vector, or give both handlers [StatusBits]: vector 0 is handled by 'OnA'");

    [Theory]
    [InlineData("StatusBits(3)", "StatusBits({|TH1501:6|})", "0x2")]
    [InlineData("StatusBits(0xF, Each = true)", "StatusBits(mask: {|TH1501:0xC|})", "0xC")]
    public Task TH1501_claimed_twice(string first, string second, string bits) => AnalyzerTest.Verify(
        Driver(Pending + "[IrqUnclaimed(RegisterType.Mmio32, 0, 4, 0xF)]", first, second), $"Remove the bits {bits} here or from 'OnA', or give each of the two a [StatusBank] of other bits: a bit leads to one handler, or to registers that tell several apart");

    [Theory]
    [InlineData("StatusBits(0xF), " + Bank, "StatusBits({|TH1501:8|})")]
    [InlineData("StatusBits(0xF)", "StatusBits({|TH1501:8|}), " + Bank)]
    [InlineData("StatusBits(0xF), " + Bank, "StatusBits({|TH1501:8|}), StatusBank(RegisterType.Mmio32, 0, 0x40, 0x180, Whole = true)")]
    [InlineData("StatusBits(0xF), " + Bank, "StatusBits({|TH1501:8|}), StatusBank(RegisterType.Mmio32, 0, 0x44, 0xFF), StatusBank(RegisterType.Mmio32, 0, 0x40, 1, First = 8)")]
    [InlineData("StatusBits(0xF), " + Bank, "StatusBits({|TH1501:8|}), StatusBank(RegisterType.Mmio8, 0, 0x43, 1)")]
    [InlineData("StatusBits(0xF, Each = true), StatusBank(RegisterType.Mmio32, 0, 0x40, 1, Stride = 8)", "StatusBits({|TH1501:8|}), StatusBank(RegisterType.Mmio32, 0, 0x58, 2)")]
    public Task TH1501_claimed_twice_for_the_same_bank(string first, string second)
        => AnalyzerTest.Verify(Driver(Pending, first, second));

    [Theory]
    [InlineData("StatusBits(0xF), " + Bank, "StatusBits(8), StatusBank(RegisterType.Mmio32, 0, 0x40, 0x100, Whole = true)")]
    [InlineData("StatusBits(0xF), " + Bank, "StatusBits(0xF, Each = true), StatusBank(RegisterType.Mmio32, 0, 0x44, 0xFF)")]
    [InlineData("StatusBits(0xF), " + Bank, "StatusBits(8), StatusBank(RegisterType.Mmio32, 1, 0x40, 0xFF)")]
    [InlineData("StatusBits(0xF), " + Bank, "StatusBits(8), StatusBank(RegisterType.Mmio32, 0, 0x40, 0xFF, IndexOffset = 0x50)")]
    [InlineData("StatusBits(0xF, Each = true), StatusBank(RegisterType.Mmio32, 0, 0x40, 1, Stride = 8)", "StatusBits(8), StatusBank(RegisterType.Mmio32, 0, 0x5C, 2)")]
    [InlineData("StatusBits(0xF, Each = true), StatusBank(RegisterType.Mmio32, 0, 0x40, 1, Stride = 8)", "StatusBits(0xF, Each = true), StatusBank(RegisterType.Mmio32, 0, 0x40, 2, Stride = 8)")]
    public Task Bits_that_lead_to_other_banks(string first, string second) => AnalyzerTest.Verify(Driver(Pending, first, second));

    /// <summary>The first read takes what the second is for, be it of other bits.</summary>
    [Fact]
    public Task TH1309_two_readers_of_a_bank_that_its_read_clears() => AnalyzerTest.Verify(Driver(
        Pending,
        "StatusBits(0xF), StatusBank(RegisterType.Mmio32, 0, 0x40, 1, Clear = BankClear.Read)",
        "StatusBits(0xF), StatusBank(RegisterType.Mmio32, 0, {|TH1309:0x40|}, 2, Clear = BankClear.Read)"));

    [Theory]
    [InlineData(Pending, "StatusBits({|TH1502:0x18|})", "0x10", "0xF")]
    [InlineData("[IrqPending(RegisterType.Mmio32, 0, 0, 0x0F, 0x03)]", "StatusBits({|TH1502:6|})", "0x4", "0x3")]
    public Task TH1502_never_looked_at(string shared, string second, string bits, string looked) => AnalyzerTest.Verify(
        Driver(shared, "StatusBits(1)", second),
        $"Add the bits {bits} to the mask of [IrqPending], or remove them here: the status register is tested with {looked}");

    [Fact]
    public Task TH1503_without_a_register() => AnalyzerTest.Verify(
        Driver("", "{|TH1503:StatusBits(1)|}", "StatusBits(2)"),
        "Add [IrqPending] to the class or to 'OnA': it names the register whose bits are meant");

    [Fact]
    public Task TH1504_two_registers() => AnalyzerTest.Verify(
        $$"""
        using TopHalf;
        [InterruptDriver]
        partial class MyDriver
        {
            [MsiVector(0), StatusBits(1)] void OnA(in Interrupt irq) { }
            [MsiVector(0), StatusBits(2)] {{Pending}} void OnB(in Interrupt irq) { }
            [MsiVector(0), StatusBits(0xC)] [{|TH1504:IrqPending(RegisterType.Mmio32, 0, 4, 0xF)|}] void OnC(in Interrupt irq) { }
            [MsiVector(1)] [IrqPending(RegisterType.Mmio32, 0, 8, 0xF)] void OnD(in Interrupt irq) { }
        }
        """,
        "Remove this [IrqPending] or the one of 'OnB': both handlers share their vectors and so the status that is read");

    [Fact]
    public Task TH1505_nobody_handles_or_masks() => AnalyzerTest.Verify(
        Driver("[IrqPending(RegisterType.Mmio32, 0, 0, {|TH1505:0x1F|})]", "StatusBits(3)", "StatusBits(8)"),
        "Remove the bits 0x14 from this mask, give them to a handler by [StatusBits], or add [IrqUnclaimed] to 'MyDriver': a source that nobody masks can stay asserted");

    [Fact]
    public Task TH1505_only_some_are_masked() => AnalyzerTest.Verify(
        Driver("[IrqPending(RegisterType.Mmio32, 0, 0, {|TH1505:0x1F|})] [IrqUnclaimed(RegisterType.Mmio32, 0, 8, 0x10)]", "StatusBits(3)", "StatusBits(8)"),
        "Remove the bits 0x4 from this mask, give them to a handler by [StatusBits], or add them to the mask of [IrqUnclaimed] of 'MyDriver': a source that nobody masks can stay asserted");

    /// <summary>What a value masks, or a read-modify-write, only the card knows.</summary>
    [Theory]
    [InlineData("[IrqUnclaimed(RegisterType.Mmio32, 0, 8, 0x14)]")]
    [InlineData("[IrqUnclaimed(RegisterType.Mmio32, 0, 8, 0x100, 0)]")]
    [InlineData("[IrqUnclaimed(RegisterType.Mmio32, 0, 8, 0x100, Modify = true)]")]
    public Task All_that_is_unclaimed_may_be_masked(string unclaimed)
        => AnalyzerTest.Verify(Driver("[IrqPending(RegisterType.Mmio32, 0, 0, 0x1F)] " + unclaimed, "StatusBits(3)", "StatusBits(8)"));

    [Fact]
    public Task TH1505_register_of_the_class_once() => AnalyzerTest.Verify($$"""
        using TopHalf;
        [InterruptDriver] {{AtSource}} [IrqPending(RegisterType.Mmio32, 0, 0, {|TH1505:3|})]
        partial class MyDriver
        {
            [MsiVector(0), StatusBits(1)] void OnA(in Interrupt irq) { }
            [MsiVector(1), StatusBits(2)] void OnB(in Interrupt irq) { }
        }
        """);

    [Theory]
    [InlineData("[IrqPending(RegisterType.Mmio32, 0, 0, 0x1F)] [IrqUnclaimed(RegisterType.Mmio32, 0, 8, 0x1F)]", "StatusBits(1)")]
    [InlineData("[IrqPending(RegisterType.Mmio32, 0, 0, 3)]", "StatusBits(1)")]
    [InlineData("[IrqPending(RegisterType.Mmio32, 0, 0, 0x1F, 3)]", "StatusBits(1)")]
    public Task Bits_that_are_masked_or_handled(string shared, string first) => AnalyzerTest.Verify(Driver(shared, first, "StatusBits(2)"));

    [Fact]
    public Task TH1310_unclaimed_of_no_shared_vector() => AnalyzerTest.Verify(
        DriverSource.WithClassAttributes(Pending + AtSource + "[{|TH1310:IrqUnclaimed(RegisterType.Mmio32, 0, 8, 0xF)|}]"),
        "Remove [IrqUnclaimed] from 'MyDriver', or the handlers' own descriptors: no handler of the class is left that it applies to");

    [Fact]
    public Task TH1310_unclaimed_where_every_bit_is_claimed() => AnalyzerTest.Verify(
        Driver(Pending + "[{|TH1310:IrqUnclaimed(RegisterType.Mmio32, 0, 8, 0xF)|}]", "StatusBits(3)", "StatusBits(0xC)"));

    [Theory]
    [InlineData("StatusBits(0xF, Each = true)] [{|TH1506:IrqEnable(RegisterType.Mmio32, 0, 8, 1)|}", "IrqEnable", ", or give it a stride")]
    [InlineData("StatusBits(0xF, Each = true)] [{|TH1506:IrqAck(RegisterType.Mmio32, 0, 8, 1, After = true)|}", "IrqAck", ", or give it a stride")]
    [InlineData("StatusBits(0xF)] [" + Bank + "] [{|TH1506:IrqEnable(RegisterType.Mmio32, 0, 8, 1)|}", "IrqEnable", "")]
    [InlineData("StatusBits(0xF, Each = true)] [" + Bank + "] [{|TH1506:IrqEnable(RegisterType.Mmio32, 0, 8, 1, Stride = 4)|}", "IrqEnable", "")]
    [InlineData("StatusBits(0xF, Each = true)] [StatusBank(RegisterType.Mmio32, 0, 0x40, 1, Whole = true)] [{|TH1506:IrqEnable(RegisterType.Mmio32, 0, 8, 1)|}", "IrqEnable", "")]
    [InlineData("StatusBank(RegisterType.Mmio32, 0, 0x40, 1, Whole = true)] [StatusBank(RegisterType.Mmio32, 0, 0x44, 1, Whole = true)] [{|TH1506:IrqEnable(RegisterType.Mmio32, 0, 8, 1)|}", "IrqEnable", "")]
    public Task TH1506_after_each_call(string own, string role, string hint) => AnalyzerTest.Verify(
        DriverSource.WithHandler($"{Pending} [{own}]"),
        $"Move [{role}] to the class{hint}: 'OnDone' is called for one bit after the other, and no single call is the end of all of them");

    [Theory]
    [InlineData("StatusBits(0xF, Each = true)] [IrqEnable(RegisterType.Mmio32, 0, 8, 1, Stride = 4)")]
    [InlineData("StatusBits(0xF, Each = true)] [IrqEnable(RegisterType.Mmio32, 0, 8, 1, StrideFrom = nameof(Step))")]
    [InlineData("StatusBits(0xF, Each = true)] [IrqAck(RegisterType.Mmio32, 0, 8, 1)] [IrqDisable(RegisterType.Mmio32, 0, 12, 1)] [IrqEnable(RegisterType.Mmio32, 0, 16, 1, Once = true)")]
    [InlineData("StatusBits(0xF)] [" + Bank + "] [IrqEnable(RegisterType.Mmio32, 0, 8, 1, Once = true)")]
    [InlineData("StatusBits(0xF)] [IrqAck(RegisterType.Mmio32, 0, 8, 1, After = true)] [IrqEnable(RegisterType.Mmio32, 0, 12, 1)")]
    // A single call for a whole register.
    [InlineData("StatusBits(0xF)] [StatusBank(RegisterType.Mmio32, 0, 0x40, 3, Whole = true)] [IrqAck(RegisterType.Mmio32, 0, 8, 1, After = true)] [IrqEnable(RegisterType.Mmio32, 0, 12, 1)")]
    [InlineData("StatusBank(RegisterType.Mmio32, 0, 0x40, 3, Whole = true)] [IrqEnable(RegisterType.Mmio32, 0, 12, 1)")]
    public Task What_is_done_around_a_call(string own) => AnalyzerTest.Verify(
        DriverSource.WithMembers($$"""private const int Step = 4; [MsiVector(0)] {{Pending}} {{AtSource}} [{{own}}] private void OnDone(in Interrupt irq) { }"""));

    [Fact]
    public Task TH1507_unmasked_too_early() => AnalyzerTest.Verify(
        Driver(Pending + "[IrqAck(RegisterType.Mmio32, 0, 0, 0xF, Clear = IrqClear.Echo, After = true)]", "StatusBits(0xE)", "StatusBits(1)] [{|TH1507:IrqEnable(RegisterType.Mmio32, 0, 8, 1)|}"),
        "Move [IrqEnable] from 'OnB' to the class, or remove After from the [IrqAck] of the class: the source would interrupt again for what is acknowledged later");

    [Theory]
    [InlineData("[IrqAck(RegisterType.Mmio32, 0, 0, 0xF, Clear = IrqClear.Echo, After = true)]", "StatusBits(1)] [IrqEnable(RegisterType.Mmio32, 0, 8, 1, Once = true)")]
    [InlineData("[IrqAck(RegisterType.Mmio32, 0, 0, 0xF, Clear = IrqClear.Echo)]", "StatusBits(1)] [IrqEnable(RegisterType.Mmio32, 0, 8, 1)")]
    [InlineData("[IrqAck(RegisterType.Mmio32, 0, 0, 0xF, Clear = IrqClear.Echo, After = true)] [IrqEnable(RegisterType.Mmio32, 0, 8, 1)]", "StatusBits(1)")]
    [InlineData("", "StatusBits(1)] [IrqAck(RegisterType.Mmio32, 0, 4, 1, After = true)] [IrqEnable(RegisterType.Mmio32, 0, 8, 1)")]
    public Task Unmasked_last(string shared, string own) => AnalyzerTest.Verify(Driver(Pending + shared, "StatusBits(0xE)", own));

    [Fact]
    public Task An_alone_handler_unmasks_behind_the_acknowledge_of_the_class() => AnalyzerTest.Verify($$"""
        using TopHalf;
        [InterruptDriver] [IrqAck(RegisterType.Mmio32, 0, 0, 0xF, After = true)]
        partial class MyDriver
        {
            [MsiVector(0)] [IrqEnable(RegisterType.Mmio32, 0, 8, 1)] void OnA(in Interrupt irq) { }
        }
        """);

    [Theory]
    [InlineData("StatusBits({|TH1305:0|})", "with a mask of 0 the handler is never called")]
    [InlineData("StatusBits(0xF)] [StatusBank(RegisterType.Mmio32, 0, 0x40, {|TH1305:0|})", "with a mask of 0 no bit of it is a source")]
    public Task TH1305_no_bits(string own, string consequence) => AnalyzerTest.Verify(
        Driver(Pending + "[IrqUnclaimed(RegisterType.Mmio32, 0, 8, 0xF)]", own, null),
        "Use a mask with the bits that matter: " + consequence);

    [Fact]
    public Task TH1305_nothing_is_masked() => AnalyzerTest.Verify(
        Driver("[IrqPending(RegisterType.Mmio32, 0, 0, 3)] [IrqUnclaimed(RegisterType.Mmio32, 0, 8, {|TH1305:0|})]", "StatusBits(1)", null),
        "Use a mask with the bits that matter: with a mask of 0 no source is masked");

    [Fact]
    public Task TH1306_echo_of_a_handler_has_its_bits_only() => AnalyzerTest.Verify(
        Driver(Pending, "StatusBits(3)", "StatusBits(0xC)] [IrqAck(RegisterType.Mmio32, 0, 0, 3, Clear = {|TH1306:IrqClear.Echo|})"),
        "Give the [IrqAck] of 'OnB' a mask with bits of its [StatusBits]: 0xC is tested and 0x3 would be written back, which have no bit in common");

    [Theory]
    [InlineData("Clear = {|TH1308:(BankClear)9|}", "Use a named value of BankClear, one of Echo, EchoTo, Read, AtSource: it has none for 9")]
    [InlineData("ClearOffset = {|TH1319:8|}", "Remove or correct this argument: ClearOffset is where BankClear.EchoTo writes, and Clear is Echo")]
    [InlineData("Clear = BankClear.EchoTo, ClearOffset = {|TH1302:9|}", "Use an offset that is a multiple of 4: a register of type Mmio32 cannot be at 0x9")]
    [InlineData("ClearOffset = {|TH1319:0|}", "Remove or correct this argument: ClearOffset is where BankClear.EchoTo writes, and Clear is Echo")]
    [InlineData("Clear = {|TH1319:BankClear.EchoTo|}", "Remove or correct this argument: BankClear.EchoTo writes to the register at ClearOffset, and there is none")]
    [InlineData("Clear = BankClear.EchoTo, IndexOffset = 0x44, ClearOffset = {|TH1319:0x44|}", "Remove or correct this argument: the address register and the register that clears are two")]
    [InlineData("Clear = BankClear.EchoTo, IndexOffset = 0x44, OffsetFrom = \"Start\", ClearOffset = {|TH1319:0x44|}", "Remove or correct this argument: the address register and the register that clears are two")]
    [InlineData("First = {|TH1319:-1|}", "Remove or correct this argument: indices count from 0")]
    public Task Banks_that_cannot_be(string argument, string message) => AnalyzerTest.Verify(
        DriverSource.WithMembers($"private const int Start = 4; [MsiVector(0)] [StatusBank(RegisterType.Mmio32, 0, 0x40, 0xFF, {argument})] private void OnDone(in Interrupt irq) {{ }}"), message);

    /// <summary>A register at 0 is one.</summary>
    [Theory]
    [InlineData("ClearOffset = 0")]
    [InlineData("ClearOffset = 0, IndexOffset = 0x44")]
    [InlineData("ClearOffset = 0x44, IndexOffset = 0x48, OffsetFrom = nameof(Start)")]
    public Task Banks_that_clear_elsewhere(string arguments) => AnalyzerTest.Verify(DriverSource.WithMembers(
        $"private const int Start = 4; [MsiVector(0), StatusBank(RegisterType.Mmio32, 0, 0x40, 0xFF, Clear = BankClear.EchoTo, {arguments})] void OnDone(in Interrupt irq) {{ }}"));

    [Theory]
    [InlineData("[{|TH1106:StatusBits(1)|}] void OnDone(in Interrupt irq) { }")]
    [InlineData("[{|TH1106:" + Bank + "|}] void OnDone(in Interrupt irq) { }")]
    public Task TH1106_bits_without_a_vector(string member) => AnalyzerTest.Verify(DriverSource.WithMembers(member));

    [Theory]
    [InlineData("[{|CS0592:StatusBits|}(1)]")]
    [InlineData("[{|CS0592:" + "StatusBank" + "|}(RegisterType.Mmio32, 0, 0x40, 0xFF)]")]
    [InlineData("[{|CS0592:IntxLine|}]")]
    public Task What_belongs_on_a_method_is_CSharps_to_reject_on_a_class(string attribute)
        => AnalyzerTest.Verify(DriverSource.WithClassAttributes(attribute));

    [Theory]
    [InlineData("[MsiVector(0)] [{|CS0592:IrqUnclaimed|}(RegisterType.Mmio32, 0, 8, 0xF)] void OnDone(in Interrupt irq) { }")]
    [InlineData("[MsiVector(0)] void OnDone(in Interrupt irq) { } [{|CS0592:IrqUnclaimed|}(RegisterType.Mmio32, 0, 8, 0xF)] void OnMore() { }")]
    [InlineData("[MsiVector(0), StatusBits(1), {|CS0579:StatusBits|}(2)] [IrqPending(RegisterType.Mmio32, 0, 0, 3)] void OnDone(in Interrupt irq) { }")]
    public Task What_CSharp_rejects_on_a_method(string members) => AnalyzerTest.Verify(DriverSource.WithMembers(members));

    private static string Driver(string shared, string first, string? second) => $$"""
        using TopHalf;
        [InterruptDriver] {{AtSource}} {{shared}}
        partial class MyDriver
        {
            [MsiVector(0), {{first}}] void OnA(in Interrupt irq) { }
            {{(second is null ? "" : $"[MsiVector(0), {second}] void OnB(in Interrupt irq) {{ }}")}}
        }
        """;

    [Theory]
    [InlineData("0xFF", "0x0F", "", 8)]
    [InlineData("0xFF", "0xF0", "", 8)]
    [InlineData("0xFF00", "0xFF", ", First = 7", 8)]
    [InlineData("0x81", "0x40", ", First = 7", 8)]
    public Task TH1509_same_indices(string first, string second, string argument, int free) => AnalyzerTest.Verify(
        DriverSource.WithHandler(
            $"[StatusBank(RegisterType.Mmio32, 0, 0x40, {first})] [{{|TH1509:StatusBank(RegisterType.Mmio32, 0, 0x44, {second}{argument})|}}]"),
        $"Give this [StatusBank] a First of {free}: bits of it have an Index that bits of the banks before it have, and 'OnDone' cannot tell them apart");

    [Theory]
    [InlineData("0xFF", "0xFF", ", First = 8")]
    [InlineData("0x81", "0x1", ", First = 3")]
    [InlineData("0xFF", "0xFF", ", Whole = true")]
    public Task Indices_of_banks_that_are_told_apart(string first, string second, string argument) => AnalyzerTest.Verify(
        DriverSource.WithHandler(
            $"[StatusBank(RegisterType.Mmio32, 0, 0x40, {first})] [StatusBank(RegisterType.Mmio32, 0, 0x44, {second}{argument})]"));
}
