namespace TopHalf.CodeFixes.Tests;

public sealed class MakePartialFixTests
{
    private const string Handler = "[MsiVector(0)] void OnDone(in Interrupt irq) { }";

    [Theory]
    [InlineData("class {|TH1001:MyDriver|}", "partial class MyDriver")]
    [InlineData("public sealed class {|TH1001:MyDriver|}(int n)", "public sealed partial class MyDriver(int n)")]
    [InlineData("/* why */ class {|TH1001:MyDriver|}", "/* why */ partial class MyDriver")]
    [InlineData("abstract /* why */ class {|TH1001:MyDriver|}", "abstract /* why */ partial class MyDriver")]
    public Task The_class(string before, string after) => CodeFixTest.Verify(
        new MakePartialFix(), Driver(before), Driver(after), "Make 'MyDriver' partial");

    [Fact]
    public Task A_class_with_a_comment_and_an_attribute() => CodeFixTest.Verify(
        new MakePartialFix(),
        $$"""
        using TopHalf;

        /// <summary>A driver.</summary>
        [InterruptDriver]
        class {|TH1001:MyDriver|} // of ours
        {
            {{Handler}}
        }
        """,
        $$"""
        using TopHalf;

        /// <summary>A driver.</summary>
        [InterruptDriver]
        partial class MyDriver // of ours
        {
            {{Handler}}
        }
        """);

    [Theory]
    [InlineData("struct {|TH1002:Outer|}", "partial struct Outer")]
    [InlineData("public readonly ref struct {|TH1002:Outer|}", "public readonly ref partial struct Outer")]
    [InlineData("internal record struct {|TH1002:Outer|}<T>(int N)", "internal partial record struct Outer<T>(int N)")]
    [InlineData("interface {|TH1002:Outer|}", "partial interface Outer")]
    public Task The_type_around(string before, string after) => CodeFixTest.Verify(
        new MakePartialFix(),
        before + " { " + Driver("partial class MyDriver", "") + " }\n",
        after + " { " + Driver("partial class MyDriver", "") + " }\n",
        "Make 'Outer' partial");

    [Fact]
    public Task The_class_and_all_around_it_at_once() => CodeFixTest.VerifyAll(
        new MakePartialFix(),
        Microsoft.CodeAnalysis.CodeFixes.FixAllScope.Document,
        [["class A { struct B { " + Driver("class MyDriver", "") + Driver("class MyOther", "") + " } }"]],
        [["partial class A { partial struct B { " + Driver("partial class MyDriver", "") + Driver("partial class MyOther", "") + " } }"]]);

    private static string Driver(string head, string usings = "using TopHalf;\n")
        => usings + "[TopHalf.InterruptDriver]\n" + head + " { [TopHalf.MsiVector(0)] void OnDone(in TopHalf.Interrupt irq) { } }\n";
}
