using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>TH1201 to TH1203: vector numbers.</summary>
public sealed class VectorRuleTests
{
    [Theory]
    [InlineData("[MsiVector(2047)]")]
    [InlineData("[MsiVector(2040, Count = 8)]")]
    [InlineData("[MsiVector(4, Thread = \"rx\"), MsiVector(0, Count = 4), MsiVector(5, Count = 1)]")]
    public Task Vectors_that_are_right(string vectors) => AnalyzerTest.Verify(
        DriverSource.WithMembers(vectors + " void OnDone(in Interrupt irq) { }"));

    [Theory]
    [InlineData("[MsiVector({|TH1201:-1|})]", -1)]
    [InlineData("[MsiVector({|TH1201:2048|})]", 2048)]
    [InlineData("[MsiVector(vector: {|TH1201:int.MaxValue|}, Count = int.MaxValue)]", int.MaxValue)]
    [InlineData("[MsiVector(2040, Count = {|TH1201:9|})]", 2048)]
    [InlineData("[MsiVector(1, Count = {|TH1201:int.MaxValue|})]", int.MaxValue)]
    public Task TH1201_out_of_range(string vectors, int number) => AnalyzerTest.Verify(
        DriverSource.WithMembers(vectors + " void OnDone(in Interrupt irq) { }"),
        $"Use vectors from 0 to 2047: MSI-X has no vector {number}");

    [Theory]
    [InlineData("[MsiVector(0, Count = {|TH1202:0|})]", 0)]
    [InlineData("[MsiVector(0, Count = {|TH1202:-3|})]", -3)]
    public Task TH1202_empty_range(string vectors, int count) => AnalyzerTest.Verify(
        DriverSource.WithMembers(vectors + " void OnDone(in Interrupt irq) { }"),
        $"Use a Count of 1 or more: a range of {count} vectors has no interrupt to handle");

    [Fact]
    public Task TH1203_two_handlers() => AnalyzerTest.Verify(
        DriverSource.WithMembers("""
            [MsiVector(4, Count = 4)] void OnRx(in Interrupt irq) { }
            [MsiVector(0)] [MsiVector({|TH1203:2|}, Count = 3)] void OnTx(in Interrupt irq) { }
            """),
        "Give 'OnTx' another vector, or give both handlers [StatusBits]: vector 4 is handled by 'OnRx'");

    [Fact]
    public Task TH1203_twice_on_one_method() => AnalyzerTest.Verify(
        DriverSource.WithMembers("[MsiVector(3)] [MsiVector({|TH1203:3|})] void OnRx(in Interrupt irq) { }"),
        "Give 'OnRx' another vector, or give both handlers [StatusBits]: vector 3 is handled by 'OnRx'");

    [Fact]
    public Task TH1208_no_status_to_ask() => AnalyzerTest.Verify(
        """
        using TopHalf;
        [InterruptDriver(TooFewVectors = VectorShortage.Share)]
        public partial class MyDriver
        {
            [MsiVector(0)] [IrqPending(RegisterType.Mmio32, 0, 0, 1)] void OnA(in Interrupt irq) { }
            [MsiVector(1)] void {|TH1208:OnB|}(in Interrupt irq) { }
        }
        """,
        "Remove TooFewVectors, give 'OnB' an [IrqPending], or use VectorShortage.CallAll if it looks itself whether there is something for it: it is also called for interrupts of other vectors then");

    [Theory]
    [InlineData("Share")]
    [InlineData("CallAll")]
    public Task TH1208_one_bit_for_all_vectors_of_a_range(string shortage) => AnalyzerTest.Verify(
        $$"""
        using TopHalf;
        [InterruptDriver(TooFewVectors = VectorShortage.{{shortage}})]
        public partial class MyDriver
        {
            [MsiVector(0, Count = 8)] [IrqPending(RegisterType.Mmio32, 0, 0, 1)] [IrqAck(RegisterType.Mmio32, 0, 0, 1)] void {|TH1208:OnA|}(in Interrupt irq) { }
        }
        """,
        "Remove TooFewVectors, or give the [IrqPending] of 'OnA' a Stride or BitStride: all of its vectors look at the same bits, and the first that is asked takes the others' interrupts");

    [Theory]
    [InlineData("0, 3", "0, 2")]
    [InlineData("0, 1", "0, 1")]
    [InlineData("0, 3, 2", "0, 1")]
    public Task TH1208_one_bit_for_two_handlers(string first, string second) => AnalyzerTest.Verify(
        Sharing(first, second).Replace("OnB", "{|TH1208:OnB|}", System.StringComparison.Ordinal),
        "Remove TooFewVectors, or give 'OnB' an [IrqPending] with bits of its own: 'OnA' looks at the same bits, and the first that is asked takes the other's interrupts");

    [Theory]
    [InlineData("0, 1", "0, 2")]
    [InlineData("0, 1", "4, 1")]
    [InlineData("0, 3, 2", "0, 3, 1")]
    public Task Bits_of_their_own(string first, string second) => AnalyzerTest.Verify(Sharing(first, second));

    private static string Sharing(string first, string second) => $$"""
        using TopHalf;
        [InterruptDriver(TooFewVectors = VectorShortage.Share)]
        [IrqAck(RegisterType.Mmio32, 0, 8, 1, Clear = IrqClear.AtSource)]
        public partial class MyDriver
        {
            [MsiVector(0)] [IrqPending(RegisterType.Mmio32, 0, {{first}})] void OnA(in Interrupt irq) { }
            [MsiVector(1)] [IrqPending(RegisterType.Mmio32, 0, {{second}})] void OnB(in Interrupt irq) { }
        }
        """;

    [Fact]
    public Task TH1208_a_line() => AnalyzerTest.Verify(
        """
        using TopHalf;
        [InterruptDriver(TooFewVectors = {|TH1208:VectorShortage.Share|})]
        public partial class MyDriver
        {
            [IntxLine] [IrqPending(RegisterType.Mmio32, 0, 0, 1)] [IrqAck(RegisterType.Mmio32, 0, 0, 1)] void OnA(in Interrupt irq) { }
        }
        """,
        "Remove TooFewVectors: a line has no vectors");

    [Theory]
    [InlineData("VectorShortage.Fail", "")]
    [InlineData("VectorShortage.CallAll", "")]
    [InlineData("VectorShortage.Share", "[IrqPending(RegisterType.Mmio32, 0, 0, 1, BitStride = 1)] [IrqAck(RegisterType.Mmio32, 0, 0, 1, BitStride = 1)]")]
    public Task Shortages_that_are_right(string shortage, string ofClass) => AnalyzerTest.Verify($$"""
        using TopHalf;
        [InterruptDriver(TooFewVectors = {{shortage}})] {{ofClass}}
        public partial class MyDriver
        {
            [MsiVector(0, Count = 8)] void OnA(in Interrupt irq) { }
        }
        """);

    [Fact]
    public Task TH1308_shortage() => AnalyzerTest.Verify(
        "using TopHalf; [InterruptDriver(TooFewVectors = {|TH1308:(VectorShortage)3|})] public partial class MyDriver { [MsiVector(0)] void OnA(in Interrupt irq) { } }",
        "Use a named value of VectorShortage, one of Fail, Share, CallAll: it has none for 3");

    [Fact]
    public Task A_vector_that_is_no_constant_is_CSharps_to_reject() => AnalyzerTest.Verify(
        DriverSource.WithMembers("static int n; [MsiVector({|CS0182:n|})] void OnRx(in Interrupt irq) { }"));
}
