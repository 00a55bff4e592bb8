namespace TopHalf.CodeFixes.Tests;

public sealed class SignatureFixTests
{
    [Theory]
    [InlineData("void OnDone{|TH1101:()|} { }", "void OnDone(in Interrupt irq) { }")]
    [InlineData("void OnDone({|TH1101:Interrupt i|}) { _ = i.Vector; }", "void OnDone(in Interrupt i) { _ = i.Vector; }")]
    [InlineData("void OnDone({|TH1101:ref readonly Interrupt i|}) => _ = i.Vector;", "void OnDone(in Interrupt i) => _ = i.Vector;")]
    [InlineData("void OnDone({|TH1101:scoped ref Interrupt i|}) { }", "void OnDone(scoped in Interrupt i) { }")]
    [InlineData("void OnDone(in {|TH1101:int|} n) { }", "void OnDone(in Interrupt irq) { }")]
    [InlineData("void OnDone{|TH1101:(int n, Interrupt i, string s)|} => _ = i.Status;", "void OnDone(in Interrupt i) => _ = i.Status;")]
    [InlineData("void OnDone{|TH1101:()|} { int irq = 0; _ = irq + 1; }", "void OnDone(in Interrupt handledIrq) { int irq = 0; _ = irq + 1; }")]
    public Task Parameters(string before, string after) => CodeFixTest.Verify(new SignatureFix(), Driver(before), Driver(after));

    [Theory]
    [InlineData("{|TH1101:int|} OnDone(in Interrupt irq) => 0;", "void OnDone(in Interrupt irq)\n    {\n    }")]
    [InlineData("{|TH1101:int|} OnDone(in Interrupt irq) => Count();", "void OnDone(in Interrupt irq) => Count();")]
    [InlineData("{|TH1101:int|} OnDone(in Interrupt irq) => Count() + 1;", "void OnDone(in Interrupt irq) => _ = Count() + 1;")]
    [InlineData("{|TH1101:int|} OnDone(in Interrupt irq) => {|TH4001:throw|} new System.Exception();", "void OnDone(in Interrupt irq) => {|TH4001:throw|} new System.Exception();")]
    [InlineData("{|TH1101:int|} OnDone(in Interrupt irq) { Count(); return 1; }", "void OnDone(in Interrupt irq) { Count(); }")]
    [InlineData("{|TH1101:object?|} OnDone(in Interrupt irq) { return null!; }", "void OnDone(in Interrupt irq) { }")]
    [InlineData("{|TH1101:System.Threading.Tasks.Task|} OnDone(in Interrupt irq) { Count(); return System.Threading.Tasks.Task.CompletedTask; }", "void OnDone(in Interrupt irq) { Count(); }")]
    public Task Results(string before, string after) => CodeFixTest.Verify(
        new SignatureFix(), Driver(before), Driver(after), "Change the signature to 'void OnDone(in Interrupt irq)'");

    [Fact]
    public Task Results_in_the_middle() => CodeFixTest.Verify(
        new SignatureFix(),
        Driver("""
            {|TH1101:int|} OnDone(in Interrupt irq)
                {
                    if (irq.Vector == 1)
                        return Count();

                    System.Func<int> inner = {|TH5003:() =>|} { return 2; };
                    switch (irq.Index)
                    {
                        case 1:
                            // The device counts.
                            return inner() + 1;
                        default:
                            break;
                    }

                    return 0;
                }
            """),
        Driver("""
            void OnDone(in Interrupt irq)
                {
                    if (irq.Vector == 1)
                    {
                        Count();
                        return;
                    }

                    System.Func<int> inner = {|TH5003:() =>|} { return 2; };
                    switch (irq.Index)
                    {
                        case 1:
                            // The device counts.
                            _ = inner() + 1;
                            return;
                        default:
                            break;
                    }
                }
            """));

    [Fact]
    public Task The_name_is_as_long_as_the_usings_ask_for() => CodeFixTest.Verify(
        new SignatureFix(),
        "[TopHalf.InterruptDriver] partial class MyDriver { [TopHalf.MsiVector(0)] void OnDone{|TH1101:()|} { } }",
        "[TopHalf.InterruptDriver] partial class MyDriver { [TopHalf.MsiVector(0)] void OnDone(in TopHalf.Interrupt irq) { } }");

    [Theory]
    [InlineData("void OnDone(in {|TH1101:int|} n) => _ = n;")]
    [InlineData("void OnDone({|TH1101:ref Interrupt i|}) => i = default;")]
    [InlineData("void OnDone({|TH1101:ref Interrupt i|}) => Fill(out i); void Fill(out Interrupt i) => i = default;")]
    [InlineData("void OnDone({|TH1101:out Interrupt i|}) => i = default;")]
    [InlineData("{|TH1101:ref int|} OnDone(in Interrupt irq) => ref _count; int _count;")]
    [InlineData("{|TH1101:System.Collections.Generic.IEnumerable<int>|} {|TH2009:OnDone|}{|TH1101:()|} { yield return 1; }")]
    [InlineData("private partial void OnDone{|TH1101:()|}; private partial void OnDone() { }")]
    [InlineData("public override {|TH1101:string|} ToString{|TH1101:()|} => \"\";")]
    public Task Not_where_it_would_break_the_method(string method) => CodeFixTest.VerifyNoFix(new SignatureFix(), Driver(method));

    private static string Driver(string method) => $$"""
        using TopHalf;
        [InterruptDriver]
        partial class MyDriver
        {
            int Count() => 1;

            [MsiVector(0)]
            {{method}}
        }
        """;
}
