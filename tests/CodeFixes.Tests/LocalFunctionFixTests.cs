namespace TopHalf.CodeFixes.Tests;

public sealed class LocalFunctionFixTests
{
    private static readonly LocalFunctionFix Fix = new();

    [Theory]
    [InlineData("Action<int> add = {|TH2004:x =>|} sum += x;", "void add(int x) => sum += x;")]
    [InlineData("Action<int> add = {|TH2004:(x) =>|} { sum += x; };", "void add(int x) { sum += x; }")]
    [InlineData("var add = {|TH2004:(int x) =>|} { sum += x; };", "void add(int x) { sum += x; }")]
    [InlineData("Action<int> add = {|TH2004:delegate|} (int x) { sum += x; };", "void add(int x) { sum += x; }")]
    [InlineData("Func<int, object?> add = {|TH2004:x =>|} { sum += x; return null; };", "object? add(int x) { sum += x; return null; }")]
    [InlineData("Action<int> add = {|TH2005:x =>|} _sum += x;", "void add(int x) => _sum += x;")]
    [InlineData("Action<int> add = {|TH5003:x =>|} Total += x;", "static void add(int x) => Total += x;")]
    [InlineData("Action<int> add = {|TH5003:static @in =>|} Total += @in; // of all", "static void add(int @in) => Total += @in; // of all")]
    public Task A_lambda_that_is_only_called(string before, string after) => CodeFixTest.Verify(Fix, Card(before, "add(1);"), Card(after, "add(1);"));

    [Fact]
    public Task Its_title() => CodeFixTest.Verify(
        Fix,
        Card("Action<int> add = {|TH5003:x =>|} Total += x;", "add.Invoke(1);"),
        Card("static void add(int x) => Total += x;", "add(1);"),
        "Make 'add' a static local function");

    [Fact]
    public Task A_call_by_Invoke_and_one_in_a_local_function() => CodeFixTest.Verify(
        Fix,
        Card("Action<int> add = {|TH2004:x =>|} sum += x;", "add.Invoke(1); Twice(); void Twice() { add(2); add.Invoke(2); }"),
        Card("void add(int x) => sum += x;", "add(1); Twice(); void Twice() { add(2); add(2); }"));

    [Fact]
    public Task In_what_a_handler_calls() => CodeFixTest.Verify(
        Fix,
        """
        using System;
        using TopHalf;
        static class Table
        {
            public static int Count(uint[] slots, uint limit)
            {
                // Whether it is in use.
                Func<uint, bool> isBusy = slot => slot > limit;
                int count = 0;
                foreach (uint slot in slots)
                {
                    count += isBusy(slot) ? 1 : 0;
                }

                return count;
            }
        }

        [InterruptDriver]
        partial class Card
        {
            private readonly uint[] _slots = new uint[16];
            private int _busy;

            [MsiVector(0)]
            void OnDone(in Interrupt irq) => _busy = Table.{|TH2004:Count|}(_slots, 3);
        }
        """,
        """
        using System;
        using TopHalf;
        static class Table
        {
            public static int Count(uint[] slots, uint limit)
            {
                // Whether it is in use.
                bool isBusy(uint slot) => slot > limit;
                int count = 0;
                foreach (uint slot in slots)
                {
                    count += isBusy(slot) ? 1 : 0;
                }

                return count;
            }
        }

        [InterruptDriver]
        partial class Card
        {
            private readonly uint[] _slots = new uint[16];
            private int _busy;

            [MsiVector(0)]
            void OnDone(in Interrupt irq) => _busy = Table.Count(_slots, 3);
        }
        """);

    [Theory]
    [InlineData("Action<int> add = {|TH2004:x =>|} sum += x;", "")]
    [InlineData("Action<int> add = {|TH2004:x =>|} sum += x;", "_kept = add;")]
    [InlineData("Action<int> add = {|TH2004:x =>|} sum += x;", "add?.Invoke(1);")]
    [InlineData("Action<int> add = {|TH2004:x =>|} sum += x;", "add(obj: 1);")]
    [InlineData("Action<int> add = {|TH2004:x =>|} sum += x;", "add(1); add = {|TH2005:Other|};")]
    [InlineData("Action<int, int> add = {|TH2004:(_, _) =>|} sum++;", "add(1, 2);")]
    [InlineData("Action add = {|TH2004:() =>|} { }, more = {|TH2004:() =>|} sum++;", "add(); more();")]
    [InlineData("var add = {|TH2004:(int x = 3) =>|} { sum += x; };", "add();")]
    [InlineData("var add = {|TH2004:(params int[] x) =>|} { sum += x.Length; };", "{|TH2007:add|}(1, 2);")]
    public Task Not_where_a_delegate_is_needed(string declaration, string use)
        => CodeFixTest.VerifyNoFix(Fix, Card(declaration.Replace("Action add = {|TH2004:() =>|} { }", "Action add = {|TH5003:() =>|} { }", StringComparison.Ordinal), use));

    [Fact]
    public Task Not_for_a_lambda_that_is_handed_on() => CodeFixTest.VerifyNoFix(
        Fix, Card("Take({|TH2004:x =>|} sum += x);", "void Take(Action<int> take) => take(1);"));

    private static string Card(string declaration, string use) => $$"""
        using System;
        using TopHalf;
        [InterruptDriver]
        partial class Card
        {
            private static int Total;
            private Action<int>? _kept;
            private int _sum;

            [MsiVector(0)]
            void OnDone(in Interrupt irq)
            {
                int sum = 0;
                {{declaration}}
                {{use}}
                _sum = sum;
            }

            private void Other(int x) => _sum = x;
        }
        """;
}
