using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>TH61xx: suppressions have a reason and a use.</summary>
public sealed class ContractRuleTests
{
    private const string Card = "namespace Vendor { public class Card { public static void Read() { } public static void Read(int n) { } public static int Count => 0; public Card(int n) { } } public static class Clock { public static long Now() => 0; } }";

    [Fact]
    public Task TH6101_no_reason() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "Report(); Log();",
            """
            [{|TH6101:InterruptUnsafe("")|}] private void Report() => _ = new object();
            [{|TH6101:InterruptUnsafe(" ")|}] private void Log() { }
            """),
        "Give [InterruptUnsafe] on 'Report' a reason: what makes it acceptable in a handler",
        "Give [InterruptUnsafe] on 'Log' a reason: what makes it acceptable in a handler");

    [Fact]
    public Task TH6102_hides_nothing() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "Quiet(); Loud(); _ = Size; _ = new Plain().Get();",
            """
            [{|TH6102:InterruptUnsafe("once")|}] private void Quiet() { }
            [InterruptUnsafe("once")] private void Loud() => _ = new object();
            [{|TH6102:InterruptUnsafe("once")|}] private int Size { get => 1; set { } }
            """,
            """[{|TH6102:InterruptUnsafe("once")|}] struct Plain { public int Get() => 1; }"""),
        "Remove [InterruptUnsafe] from 'Quiet': nothing is found in what it does",
        "Remove [InterruptUnsafe] from 'Size': nothing is found in what it does",
        "Remove [InterruptUnsafe] from 'Plain': nothing is found in what it does");

    [Fact]
    public Task TH6102_not_where_it_hides_what_cannot_be_seen() => AnalyzerTest.Verify(EffectSource.Handler(
        "Native(); _sink.Accept(); _base.Step(); _done(); Loop(3);",
        """
            private readonly ISink _sink; private readonly Base _base; private readonly Done _done;
            public MyDriver(ISink sink, Base @base, Done done) => (_sink, _base, _done) = (sink, @base, done);
            [InterruptUnsafe("short"), System.Runtime.InteropServices.DllImport("c")] private static extern void Native();
            [InterruptUnsafe("at most three deep")] private static void Loop(int n) { if (n > 0) { Loop(n - 1); } }
            """,
        """
            public interface ISink { [InterruptUnsafe("ours only")] void Accept(); }
            public class Base { [InterruptUnsafe("ours only")] public virtual void Step() { } }
            [InterruptUnsafe("ours only")] public delegate void Done();
            """).Replace("internal sealed", "public sealed", StringComparison.Ordinal));

    [Fact]
    public Task TH6102_not_where_it_allows_a_race() => AnalyzerTest.Verify(EffectSource.Handler(
        "_n++; _own++; Count();",
        """
            private int _n; private int _own;
            [InterruptUnsafe("a torn value is fine")] public int Approximate => _n;
            [{|TH6102:InterruptUnsafe("a log")|}] private void Count() => _own++;
            """));

    [Fact]
    public Task TH6102_on_functions_in_functions() => AnalyzerTest.Verify(EffectSource.Handler(
        """
            Quiet(); Loud();
            [{|TH6102:InterruptUnsafe("once")|}] static void Quiet() { }
            [InterruptUnsafe("once")] static void Loud() => _ = new object();
            """));

    [Fact]
    public Task The_nearest_word_counts() => AnalyzerTest.Verify(EffectSource.Handler(
        "Tools.Make(); Tools.Count();",
        types: """
            [InterruptUnsafe("old code")]
            static class Tools
            {
                public static object Make() => new object();
                [InterruptSafe] public static object Count() => {|TH2001:new object()|};
            }
            """));

    [Fact]
    public Task TH6103_line_that_is_not_understood() => AnalyzerTest.Verify(
        EffectSource.Handler(""),
        new ProjectOptions
        {
            AdditionalFiles = new Dictionary<string, string>
            {
                ["InterruptEffects.txt"] = """
                    # what the vendor says

                    {|TH6103:Vendor.Card.Read; none; short|}
                      {|TH6103:M:Vendor.Card.Read; sleepy; short|}
                    {|TH6103:M:Vendor.Card.Read; none sometimes; short|}
                    {|TH6103:M:Vendor.Card.Read; none;|}
                    """,
            },
        });

    [Fact]
    public Task TH6104_line_that_is_not_used() => AnalyzerTest.Verify(
        EffectSource.Handler("Vendor.Card.Read(); Vendor.Card.Read(1); _ = Vendor.Card.Count; _ = Vendor.Clock.{|TH3010:Now|}();"),
        new ProjectOptions
        {
            Library = Card,
            AdditionalFiles = new Dictionary<string, string>
            {
                ["InterruptEffects.txt"] = """
                    M:Vendor.Card.Read; none; reads a mapped register
                    P:Vendor.Card.Count; none; reads a field
                    N:Vendor; system-call; asks the kernel
                    {|TH6104:M:Vendor.Card.Write; none; reads a mapped register|}
                    {|TH6104:M:Vendor.Card.#ctor; none; is empty|}
                    {|TH6104:T:Vendor.Card; none; is empty|}
                    """,
            },
        },
        "'OnRx' makes a system call: OnRx → Clock.Now (asks the kernel)",
        "Remove the line of 'M:Vendor.Card.Write': nothing has this documentation-comment id",
        "Remove the line of 'M:Vendor.Card.#ctor': no handler reaches it",
        "Remove the line of 'T:Vendor.Card': no handler reaches it");
}
