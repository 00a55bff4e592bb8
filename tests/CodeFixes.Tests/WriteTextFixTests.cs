namespace TopHalf.CodeFixes.Tests;

public sealed class WriteTextFixTests
{
    private static readonly WriteTextFix Fix = new();

    [Fact]
    public Task A_number_and_what_is_written_around_it() => CodeFixTest.Verify(
        Fix,
        Card("""
            // What it says.
            Log(1, {|TH2006:$"status {irq.Status:X}, {{set}}"|}); // later
            """),
        Card("""
            // What it says.
            Span<char> text = stackalloc char[32];
            MemoryExtensions.TryWrite(text, $"status {irq.Status:X}, {{set}}", out int written);
            Log(1, text[..written]); // later
            """),
        "Write the text into 32 characters on the stack");

    [Theory]
    [InlineData("$\"{irq.Status}\"", 20)]
    [InlineData("$\"{irq.Status,-30:x8}|\"", 31)]
    [InlineData("$\"{irq.Status:X32}\"", 32)]
    [InlineData("$\"{irq.Vector}\"", 18)]
    [InlineData("$\"{irq.Vector:D12}\"", 20)]
    [InlineData("$\"{(byte)irq.Vector}{(sbyte)irq.Vector}{(short)irq.Vector}{(ushort)irq.Vector}\"", 32)]
    [InlineData("$\"{'c'}{irq.Vector > 3}{(char)irq.Vector}{Name}\"", 11)]
    [InlineData("$@\"\"\"{irq.Timestamp}\n\"", 29)]
    public Task As_many_characters_as_it_takes(string text, int length) => CodeFixTest.Verify(
        Fix,
        Card($"Log(_level, {{|TH2006:{text}|}});"),
        Card($"""
            Span<char> text = stackalloc char[{length}];
            MemoryExtensions.TryWrite(text, {text}, out int written);
            Log(_level, text[..written]);
            """));

    [Fact]
    public Task In_what_a_handler_calls() => CodeFixTest.Verify(
        Fix,
        """
        using TopHalf;
        static class Log
        {
            public static void Write(string text) { }
            public static void Write(System.ReadOnlySpan<char> text) { }
        }

        [InterruptDriver]
        partial class Card
        {
            [MsiVector(0)]
            void OnDone(in Interrupt irq) => {|TH2006:Tell|}(irq.Status);

            void Tell(ulong status)
            {
                if (status != 0)
                {
                    Log.Write($"{status}");
                }
            }
        }
        """,
        """
        using TopHalf;
        static class Log
        {
            public static void Write(string text) { }
            public static void Write(System.ReadOnlySpan<char> text) { }
        }

        [InterruptDriver]
        partial class Card
        {
            [MsiVector(0)]
            void OnDone(in Interrupt irq) => Tell(irq.Status);

            void Tell(ulong status)
            {
                if (status != 0)
                {
                    System.Span<char> text = stackalloc char[20];
                    System.MemoryExtensions.TryWrite(text, $"{status}", out int written);
                    Log.Write(text[..written]);
                }
            }
        }
        """);

    [Theory]
    [InlineData("Log(1, {|TH2006:$\"{_text}.\"|});")]
    [InlineData("Log(1, {|TH2006:$\"{_day}\"|});")]
    [InlineData("Log(1, {|TH2006:$\"{irq.Vector:N2}\"|});")]
    [InlineData("Log(1, {|TH2006:$\"{irq.Vector,600}\"|});")]
    [InlineData("Only({|TH2006:$\"{irq.Vector}\"|});")]
    [InlineData("Both({|TH2006:$\"{irq.Vector}\"|});")]
    [InlineData("_text = {|TH2006:$\"{irq.Vector}\"|};")]
    [InlineData("int text = 0; Log(text, {|TH2006:$\"{irq.Vector}\"|});")]
    [InlineData("Log(Next(), {|TH2006:$\"{irq.Vector}\"|});")]
    [InlineData("Log(text: {|TH2006:$\"{irq.Vector}\"|}, level: 1);")]
    [InlineData("Log(1, {|TH2006:$\"{irq.Vector}\"|}); void Log(int level, string s) { }")]
    [InlineData("for (int i = 0; i < 3; i++) { Log(1, {|TH2006:$\"{irq.Vector}\"|}); }")]
    [InlineData("if (irq.Vector == 0) Log(1, {|TH2006:$\"{irq.Vector}\"|});")]
    [InlineData("try { } finally { Log(1, {|TH2006:$\"{irq.Vector}\"|}); }")]
    public Task Not_where_it_is_not_known_to_fit(string statement) => CodeFixTest.VerifyNoFix(Fix, Card(statement));

    private static string Card(string statements) => $$"""
        using System;
        using TopHalf;
        [InterruptDriver]
        partial class Card
        {
            private const string Name = "card";
            private DayOfWeek _day;
            private string _text = "";
            private int _level;

            [MsiVector(0)]
            void OnDone(in Interrupt irq)
            {
                {{statements.Replace("\n", "\n        ", StringComparison.Ordinal).Replace("\n        \"", "\n\"", StringComparison.Ordinal)}}
            }

            private void Log(int level, string text) { }
            private void Log(int level, ReadOnlySpan<char> text) { }
            private void Only(string text) { }
            private void Both(string text) { }
            private void Both(ReadOnlySpan<char> text) { }
            private void Both(Span<char> text) { }
            private int Next() => _level++;
        }
        """;
}
