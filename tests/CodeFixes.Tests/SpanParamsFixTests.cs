using Microsoft.CodeAnalysis.CSharp;

namespace TopHalf.CodeFixes.Tests;

public sealed class SpanParamsFixTests
{
    private static readonly SpanParamsFix Fix = new();

    [Theory]
    [InlineData("private void Add(params int[] values) { foreach (int value in values) _sum += value; }", "private void Add(params ReadOnlySpan<int> values) { foreach (int value in values) _sum += value; }")]
    [InlineData("private void Add(params int[] values) { for (int i = 0; i < values.Length; i++) _sum += values[i]; }", "private void Add(params ReadOnlySpan<int> values) { for (int i = 0; i < values.Length; i++) _sum += values[i]; }")]
    [InlineData("private void Add(params int[] values) => Sum(values); private void Sum(ReadOnlySpan<int> values) => _sum += values.Length;", "private void Add(params ReadOnlySpan<int> values) => Sum(values); private void Sum(ReadOnlySpan<int> values) => _sum += values.Length;")]
    [InlineData("internal static int Add(params int[] values) => values.Length; public void More(int[] more) => Add(more);", "internal static int Add(params ReadOnlySpan<int> values) => values.Length; public void More(int[] more) => Add(more);")]
    [InlineData("private void Add(params int[] values) { _sum += -values[0] + Other(values[1]); } int Other(int value) => value;", "private void Add(params ReadOnlySpan<int> values) { _sum += -values[0] + Other(values[1]); } int Other(int value) => value;")]
    [InlineData("private void Add(params int[] values) { _sum += values[0].CompareTo(1); }", "private void Add(params ReadOnlySpan<int> values) { _sum += values[0].CompareTo(1); }")]
    public Task A_method_that_reads(string before, string after) => CodeFixTest.Verify(Fix, Card(before, "{|TH2007:Add|}(irq.Vector, irq.Index);"), Card(after, "Add(irq.Vector, irq.Index);"));

    [Fact]
    public Task A_local_function_in_what_a_handler_calls() => CodeFixTest.Verify(
        Fix,
        Card("private void Put() { Add(1, 2); void Add(int factor, params int[] values) => _sum += factor * values.Length; }", "{|TH2007:Put|}();"),
        Card("private void Put() { Add(1, 2); void Add(int factor, params ReadOnlySpan<int> values) => _sum += factor * values.Length; }", "Put();"),
        "Take 'values' as params ReadOnlySpan");

    [Theory]
    [InlineData("public void Add(params int[] values) => _sum += values.Length;")]
    [InlineData("private void Add(params int[] values) => _kept = values;")]
    [InlineData("private void Add(params int[] values) => values[0] = 1;")]
    [InlineData("private void Add(params int[] values) => values[0]++;")]
    [InlineData("private void Add(params int[] values) => System.Threading.Interlocked.Increment(ref values[0]);")]
    [InlineData("private void Add(params int[] values) => _sum += values[1L];")]
    [InlineData("private void Add(params int[] values) => _sum += values.Rank;")]
    [InlineData("private void Add(params int[]? values) => _sum += values!.Length;")]
    [InlineData("private void Add(params int[] values) { if (values != null) _sum++; }")]
    [InlineData("private void Add(params int[] values) { Inner(); void Inner() => _sum += values.Length; }")]
    [InlineData("private static int Add(params int[] values) => values.Length; public void More() => Add(null!);")]
    [InlineData("private static int Add(params int[] values) => values.Length; public Func<int[], int> More() => Add;")]
    [InlineData("private void Add(params int[] values) => _sum += values.Length; private void Add(string text) { }")]
    [InlineData("private static int Add(params int[] values) => values.Length; public async System.Threading.Tasks.Task More() => Add(await System.Threading.Tasks.Task.FromResult(1));")]
    [InlineData("private static int Add(params int[] values) => values.Length; public System.Linq.Expressions.Expression<Func<int>> More() => () => Add(1);")]
    public Task Not_where_an_array_is_needed(string member) => CodeFixTest.VerifyNoFix(Fix, Card(member, "{|TH2007:Add|}(irq.Vector, irq.Index);"));

    [Fact]
    public Task Not_for_structs_that_a_member_may_change() => CodeFixTest.VerifyNoFix(
        Fix, Card("struct Count { public int N; public void Go() => N++; } private void Add(params Count[] values) => values[0].Go();", "{|TH2007:Add|}(default(Count));"));

    [Fact]
    public Task Not_before_CSharp_13() => CodeFixTest.VerifyNoFix(
        Fix,
        Card("private void Add(params int[] values) => _sum += values.Length;", "{|TH2007:Add|}(irq.Vector, irq.Index);"),
        CodeFixTest.Options with { Language = LanguageVersion.CSharp12 });

    private static string Card(string member, string call) => $$"""
        using System;
        using TopHalf;
        [InterruptDriver]
        partial class Card
        {
            private int _sum;
            private int[]? _kept;

            {{member}}

            [MsiVector(0)]
            void OnDone(in Interrupt irq)
            {
                {{call}}
            }
        }
        """;
}
