using Microsoft.CodeAnalysis.CodeFixes;

namespace TopHalf.CodeFixes.Tests;

public sealed class NextUserVectorFixTests
{
    [Theory]
    [InlineData("MsiVector(1, UserVector = {|TH1210:63|} /* why */)", "MsiVector(1, UserVector = 62 /* why */)", 62)]
    [InlineData("MsiVector(1, UserVector = {|TH1210:Urgent|}, Count = 3)", "MsiVector(1, UserVector = 62, Count = 3)", 62)]
    [InlineData("MsiVector(1, UserVector = {|TH1210:(0x3F)|}), MsiVector(2, Count = 2, UserVector = 62)", "MsiVector(1, UserVector = 60), MsiVector(2, Count = 2, UserVector = 62)", 60)]
    public Task The_next_that_is_free(string before, string after, int number) => CodeFixTest.Verify(
        new NextUserVectorFix(), Driver($"[{before}]"), Driver($"[{after}]"), $"Use the user vector {number}, which is free");

    [Fact]
    public Task Handlers_that_share_the_vector_agree() => CodeFixTest.Verify(
        new NextUserVectorFix(),
        Driver("[MsiVector(1, UserVector = {|TH1210:63|}), StatusBits(1)] void OnA(in Interrupt irq) { } [MsiVector(1, UserVector = Urgent), StatusBits(2)]"),
        Driver("[MsiVector(1, UserVector = 62), StatusBits(1)] void OnA(in Interrupt irq) { } [MsiVector(1, UserVector = 62), StatusBits(2)]"));

    /// <summary>One after the other would give all of them the same.</summary>
    [Fact]
    public Task Each_of_several_gets_its_own() => CodeFixTest.VerifyAll(
        new NextUserVectorFix(),
        FixAllScope.Document,
        [[Driver("[MsiVector(1, UserVector = 63), MsiVector(2, Count = 2, UserVector = Urgent), MsiVector(4, UserVector = 60), MsiVector(5, UserVector = 63)]")]],
        [[Driver("[MsiVector(1, UserVector = 62), MsiVector(2, Count = 2, UserVector = 59), MsiVector(4, UserVector = 60), MsiVector(5, UserVector = 61)]")]]);

    /// <summary>Declared in two files, as partial classes are.</summary>
    [Fact]
    public Task Handlers_in_two_documents_agree() => CodeFixTest.VerifySeveral(
        new NextUserVectorFix(),
        [[
            Driver("[MsiVector(1, UserVector = 63), StatusBits(1)]"),
            "using TopHalf; partial class MyDriver { [MsiVector(1, UserVector = 63), StatusBits(2)] void OnOther(in Interrupt irq) { } }",
        ]],
        [[
            Driver("[MsiVector(1, UserVector = 62), StatusBits(1)]"),
            "using TopHalf; partial class MyDriver { [MsiVector(1, UserVector = 62), StatusBits(2)] void OnOther(in Interrupt irq) { } }",
        ]]);

    [Fact]
    public Task Not_where_nothing_is_free() => CodeFixTest.VerifyNoFix(
        new NextUserVectorFix(), Driver("[MsiVector(1, Count = 62, UserVector = 62), MsiVector(70, Count = 2, UserVector = {|TH1210:1|})]"));

    private static string Driver(string attributes) => $$"""
        using TopHalf;
        [InterruptDriver]
        [IrqPending(RegisterType.Mmio32, 0, 0, 3), IrqAck(RegisterType.Mmio32, 0, 0, 3, Clear = IrqClear.Echo)]
        partial class MyDriver
        {
            private const int Urgent = 63;
            [MsiVector(0, UserVector = 63)]
            void OnFirst(in Interrupt irq) { }
            {{attributes}}
            void OnDone(in Interrupt irq) { }
        }
        """;
}
