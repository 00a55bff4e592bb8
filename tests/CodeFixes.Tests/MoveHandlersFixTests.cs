namespace TopHalf.CodeFixes.Tests;

public sealed class MoveHandlersFixTests
{
    [Fact]
    public Task All_handlers_of_the_class() => CodeFixTest.Verify(
        new MoveHandlersFix(),
        """
        using TopHalf;

        [InterruptDriver]
        public partial class Card
        {
            [MsiVector(0)]
            private void OnDone(in Interrupt irq) { }
        }

        public class Helpers
        {
            private int _n;

            /// <summary>An error of the card.</summary>
            [{|TH1012:MsiVector(1)|}]
            [IrqAck(RegisterType.Mmio32, 0, 0, 1)]
            private static void OnError(in Interrupt irq) => System.Console.WriteLine(irq.Vector);

            public int Count() => _n++;

            [MsiVector(2)]
            private void OnOther(in Interrupt irq)
            {
                int n = Twice(irq.Vector);
                int Twice(int i) => i * 2;
            }
        }
        """,
        """
        using TopHalf;

        [InterruptDriver]
        public partial class Card
        {
            [MsiVector(0)]
            private void OnDone(in Interrupt irq) { }

            /// <summary>An error of the card.</summary>
            [MsiVector(1)]
            [IrqAck(RegisterType.Mmio32, 0, 0, 1)]
            private static void OnError(in Interrupt irq) => System.Console.{|TH3006:WriteLine|}(irq.Vector);

            [MsiVector(2)]
            private void OnOther(in Interrupt irq)
            {
                int n = Twice(irq.Vector);
                int Twice(int i) => i * 2;
            }
        }

        public class Helpers
        {
            private int _n;

            public int Count() => _n++;
        }
        """,
        "Move the handlers of 'Helpers' into the driver 'Card'");

    [Fact]
    public Task A_handler_of_the_line() => CodeFixTest.Verify(
        new MoveHandlersFix(),
        """
        using TopHalf;

        [InterruptDriver, IrqPending(RegisterType.Mmio8, 0, 0, {|TH1505:3|}), IrqAck(RegisterType.Mmio8, 0, 0, 3, Clear = IrqClear.Echo)]
        partial class Card
        {
            [IntxLine, StatusBits(1)]
            private void OnDone(in Interrupt irq) { }
        }

        class Helpers
        {
            [{|TH1012:IntxLine|}, StatusBits(2)]
            private void OnError(in Interrupt irq) { }
        }
        """,
        """
        using TopHalf;

        [InterruptDriver, IrqPending(RegisterType.Mmio8, 0, 0, 3), IrqAck(RegisterType.Mmio8, 0, 0, 3, Clear = IrqClear.Echo)]
        partial class Card
        {
            [IntxLine, StatusBits(1)]
            private void OnDone(in Interrupt irq) { }
            [IntxLine, StatusBits(2)]
            private void OnError(in Interrupt irq) { }
        }

        class Helpers
        {
        }
        """);

    [Theory]
    [InlineData("class Helpers { int _n; [{|TH1012:MsiVector(1)|}] void OnError(in Interrupt irq) => _n++; }")]
    [InlineData("class Helpers { static void M() { } [{|TH1012:MsiVector(1)|}] void OnError(in Interrupt irq) => M(); }")]
    [InlineData("class Helpers(int n) { [{|TH1012:MsiVector(1)|}] void OnError(in Interrupt irq) => _ = n; }")]
    [InlineData("class Helpers<T> { [{|TH1012:MsiVector(1)|}] void OnError(in Interrupt irq) => _ = typeof(T); }")]
    [InlineData("class Helpers { [{|TH1012:MsiVector(1)|}] void OnError(in Interrupt irq) => _ = this; }")]
    [InlineData("class Helpers { [{|TH1012:MsiVector(1)|}] internal void OnError(in Interrupt irq) { } }")]
    [InlineData("class Helpers { [{|TH1012:MsiVector(1)|}] void OnDone(in Interrupt irq) { } }")]
    [InlineData("class Helpers { [{|TH1012:MsiVector(1)|}] void OnError(in Interrupt irq) { } void M() => OnError(default); }")]
    [InlineData("class Helpers { delegate void D(in Interrupt irq); [{|TH1012:MsiVector(1)|}] void OnError(in Interrupt irq) { } D M() => OnError; }")]
    [InlineData("class Outer { static int s; class Helpers { [{|TH1012:MsiVector(1)|}] void OnError(in Interrupt irq) => s = 1; } }")]
    [InlineData("class Helpers { [{|TH1012:MsiVector(1)|}] void OnError(in Interrupt irq) { } } [InterruptDriver] partial class Second { [MsiVector(0)] void OnDone(in Interrupt irq) { } }")]
    [InlineData("class Helpers { [{|TH1012:IrqAck(RegisterType.Mmio8, 0, 0, 1)|}] int P() => 0; [MsiVector(1)] int OnError() => P(); }")]
    [InlineData("partial class Helpers { [{|TH1012:MsiVector(1)|}] void OnError(in Interrupt irq) { } } partial class Helpers { }")]
    public Task Not_where_it_would_mean_something_else(string type) => CodeFixTest.VerifyNoFix(
        new MoveHandlersFix(),
        "using TopHalf;\n[InterruptDriver] partial class Card { [MsiVector(0)] void OnDone(in Interrupt irq) { } }\n" + type);

    [Fact]
    public Task Not_into_a_driver_of_another_file() => CodeFixTest.VerifyNoFix(
        new MoveHandlersFix(), "using TopHalf; class Helpers { [{|TH1012:MsiVector(1)|}] void OnError(in Interrupt irq) { } }");
}
