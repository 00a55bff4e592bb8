namespace TopHalf.CodeFixes.Tests;

public sealed class ConstrainedGenericFixTests
{
    private static readonly ConstrainedGenericFix Fix = new();

    [Theory]
    [InlineData(
        "private void Use(ISink sink) => sink.Accept(1);",
        "private void Use<TSink>(TSink sink) where TSink : ISink => sink.Accept(1);")]
    [InlineData(
        "/// <summary>To <paramref name=\"sink\"/>.</summary>\n    internal static void Use(ISink sink)\n    {\n        sink.Level = sink.Level + sink[0];\n    }",
        "/// <summary>To <paramref name=\"sink\"/>.</summary>\n    internal static void Use<TSink>(TSink sink) where TSink : ISink\n    {\n        sink.Level = sink.Level + sink[0];\n    }")]
    [InlineData(
        "private void Use(TopHalf.Tests.ISink sink) // for one\n    {\n        if (sink.Level > 0) sink.Accept(1);\n    }\n    public void More(ISink other) { Use(other); Use(new Object()); }",
        "private void Use<TSink>(TSink sink) where TSink : TopHalf.Tests.ISink // for one\n    {\n        if (sink.Level > 0) sink.Accept(1);\n    }\n    public void More(ISink other) { Use(other); Use(new Object()); }")]
    public Task A_method(string before, string after) => CodeFixTest.Verify(Fix, Card(before, "Use({|TH2003:_sink|});"), Card(after, "Use(_sink);"));

    [Fact]
    public Task A_local_function() => CodeFixTest.Verify(
        Fix,
        Card("", "Use({|TH2003:_sink|}); void Use(ISink sink) => sink.Accept(1);"),
        Card("", "Use(_sink); void Use<TSink>(TSink sink) where TSink : ISink => sink.Accept(1);"),
        "Make 'Use' generic in 'sink', with ISink as the constraint");

    [Fact]
    public Task A_method_of_another_class_at_the_end_of_a_chain() => CodeFixTest.Verify(
        Fix,
        Card("private void Put(Sink sink) => Table.Use(3, sink);", "{|TH2003:Put|}(_sink);", "static class Table { internal static void Use(int value, ISink sink) => sink.Accept(value); }"),
        Card("private void Put(Sink sink) => Table.Use(3, sink);", "Put(_sink);", "static class Table { internal static void Use<TSink>(int value, TSink sink) where TSink : ISink => sink.Accept(value); }"));

    [Theory]
    [InlineData("public void Use(ISink sink) => sink.Accept(1);")]
    [InlineData("private void Use(ISink sink) { ISink kept = sink; kept.Accept(1); }")]
    [InlineData("private void Use(ISink sink) => sink?.Accept(1);")]
    [InlineData("private void Use(ISink sink) { if (sink == null) sink!.Accept(1); }")]
    [InlineData("private void Use(ISink? sink) => sink!.Accept(1);")]
    [InlineData("private void Use(ISink sink) => sink.GetHashCode();", "{|TH2003:{|TH3009:Use|}|}({|TH2003:_sink|});")]
    [InlineData("private void Use(ISink sink) => sink.Twice();")]
    [InlineData("private void Use(ISink sink) => sink.Extend();")]
    [InlineData("private void Use(ISink sink) => sink.Accept(1); private void Use(int x) { }")]
    [InlineData("private void Use(ISink sink) => sink.Accept(1); public System.Action<ISink> Get() => Use;")]
    [InlineData("private void Use(ISink sink) => sink.Accept(1); public void Get() => Use(null!);")]
    [InlineData("private void Use(ISink sink) => sink.Accept(1); public void Get() => Use(default!);")]
    [InlineData("private void Use(ISink sink) => sink.Accept(1); public void Get(Sink? sink) => Use(sink!);")]
    [InlineData("private void Use(ISink sink) => sink.Accept(1); /** <see cref=\"Use(ISink)\"/> */ public void Get() { }")]
    [InlineData("private void Use(ISink sink) => sink.Accept(1); private class TSink { }")]
    [InlineData("private void Use(ISink sink) { sink.Accept(1); void Inner() => sink.Accept(2); Inner(); }")]
    [InlineData("private protected virtual void Use(ISink sink) => sink.Accept(1);")]
    [InlineData("private void Use<T>(ISink sink, T more) => sink.Accept(1);", "Use({|TH2003:_sink|}, 3);")]
    [InlineData("private void Use(in ISink sink) => sink.Accept(1);")]
    [InlineData("private void Use(object sink) { }")]
    public Task Not_where_it_would_be_something_else(string member, string call = "Use({|TH2003:_sink|});") => CodeFixTest.VerifyNoFix(Fix, Card(member, call));

    private static string Card(string member, string call, string more = "") => $$"""
        using TopHalf;
        using TopHalf.Tests;

        {{more}}
        [InterruptDriver]
        partial class Card
        {
            private Sink _sink;

            {{member}}

            [MsiVector(0)]
            void OnDone(in Interrupt irq)
            {
                {{call}}
            }
        }

        namespace TopHalf.Tests
        {
            static class Extensions { public static void Extend(this ISink sink) { } }

            interface ISink
            {
                int Level { get; set; }
                int this[int index] { get; }
                void Accept(int value);
                void Twice() { Accept(1); }
            }

            struct Sink : ISink
            {
                public int Level { get; set; }
                public int this[int index] => index;
                public void Accept(int value) => Level = value;
            }

            class Object : ISink
            {
                public int Level { get; set; }
                public int this[int index] => index;
                public void Accept(int value) => Level = value;
            }
        }
        """;
}
