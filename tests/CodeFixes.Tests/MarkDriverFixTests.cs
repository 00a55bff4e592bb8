namespace TopHalf.CodeFixes.Tests;

public sealed class MarkDriverFixTests
{
    [Fact]
    public Task The_class_and_the_types_around_it() => CodeFixTest.Verify(
        new MarkDriverFix(),
        """
        using TopHalf;

        namespace Cards;

        public struct Outer
        {
            /// <summary>A card.</summary>
            public class Card
            {
                [{|TH1012:MsiVector(0)|}]
                private void OnDone(in Interrupt irq) { }

                [MsiVector(1)]
                private void OnError(in Interrupt irq) { }
            }
        }
        """,
        """
        using TopHalf;

        namespace Cards;

        public partial struct Outer
        {
            /// <summary>A card.</summary>
            [InterruptDriver]
            public partial class Card
            {
                [MsiVector(0)]
                private void OnDone(in Interrupt irq) { }

                [MsiVector(1)]
                private void OnError(in Interrupt irq) { }
            }
        }
        """,
        "Mark 'Card' with [InterruptDriver]");

    [Fact]
    public Task A_handler_of_the_line() => CodeFixTest.Verify(
        new MarkDriverFix(),
        "using TopHalf;\n\nclass Card { [{|TH1012:IntxLine|}] [IrqAck(RegisterType.Mmio8, 0, 0, 1)] void OnLine(in Interrupt irq) { } }",
        "using TopHalf;\n\n[InterruptDriver]\npartial class Card { [IntxLine] [IrqAck(RegisterType.Mmio8, 0, 0, 1)] void OnLine(in Interrupt irq) { } }");

    [Fact]
    public Task A_class_with_attributes() => CodeFixTest.Verify(
        new MarkDriverFix(),
        """
        // The card.
        [{|TH1012:TopHalf.IrqAck(TopHalf.RegisterType.Mmio8, 0, 0, 1)|}]
        partial class Card { [TopHalf.MsiVector(0)] void OnDone(in TopHalf.Interrupt irq) { } }
        """,
        """
        // The card.
        [TopHalf.InterruptDriver]
        [TopHalf.IrqAck(TopHalf.RegisterType.Mmio8, 0, 0, 1)]
        partial class Card { [TopHalf.MsiVector(0)] void OnDone(in TopHalf.Interrupt irq) { } }
        """);

    [Theory]
    [InlineData("struct Card { [{|TH1012:MsiVector(0)|}] void OnDone(in Interrupt irq) { } }")]
    [InlineData("record Card { [{|TH1012:MsiVector(0)|}] void OnDone(in Interrupt irq) { } }")]
    [InlineData("static class Card { [{|TH1012:MsiVector(0)|}] static void OnDone(in Interrupt irq) { } }")]
    [InlineData("class Card<T> { [{|TH1012:MsiVector(0)|}] void OnDone(in Interrupt irq) { } }")]
    [InlineData("file class Card { [{|TH1012:MsiVector(0)|}] void OnDone(in Interrupt irq) { } }")]
    [InlineData("class Card { [{|TH1012:IrqAck(RegisterType.Mmio8, 0, 0, 1)|}] void OnDone(in Interrupt irq) { } }")]
    [InlineData("class Card { void M() { Local(); [{|TH1012:MsiVector(0)|}] void Local() { } } }")]
    [InlineData("[InterruptDriver] partial class Other { [MsiVector(0)] void On(in Interrupt irq) { } } class Card : Other { [{|TH1012:MsiVector(0)|}] void OnDone(in Interrupt irq) { } }")]
    public Task Not_where_it_cannot_be_a_driver(string type) => CodeFixTest.VerifyNoFix(new MarkDriverFix(), "using TopHalf;\n" + type);
}
