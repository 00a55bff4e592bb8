using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>Structs that are boxed by what is called on them, found with <c>InterruptOptions.Checked</c> where the analyzer had been silent.</summary>
public sealed class BoxedValueTests
{
    private const string Types = """
        using System;
        using System.Collections.Generic;
        using System.Threading;
        using TopHalf;
        struct Plain { public int A; public string? B; }
        struct Own : IEquatable<Own> { public int A; public bool Equals(Own other) => A == other.A; public override bool Equals(object? o) => false; public override int GetHashCode() => A; }
        interface ICounts { int Value { get; } int Constant() => 4; int Twice() => Value * 2; int Sum() { int n = 0; for (int i = 0; i < 4; i++) { n += Value; } return n; } }
        struct Counts : ICounts { public int Value => 3; }

        """;

    [Theory]
    [InlineData("Plain? _maybe;", "_maybe.{|TH2017:GetHashCode|}()")]
    [InlineData("readonly EqualityComparer<Plain> _equal = EqualityComparer<Plain>.Default; Plain _a;", "_equal.{|TH2017:Equals|}(_a, _a) ? 1 : 0")]
    [InlineData("readonly EqualityComparer<Plain> _equal = EqualityComparer<Plain>.Default; Plain _a;", "_equal.{|TH2017:GetHashCode|}(_a)")]
    [InlineData("Plain _a;", "EqualityComparer<Plain>.{|TH2017:Default|}.Equals(_a, _a) ? 1 : 0")]
    [InlineData("Counts _counts; static int Of<T>(T value) where T : ICounts => value.Twice();", "{|TH2003:Of|}(_counts)")]
    [InlineData("Counts _counts; static int Of<T>(T value) where T : ICounts => value.Sum();", "{|TH2003:Of|}(_counts)")]
    [InlineData("Counts _counts; static int Of<T>(T value) where T : ICounts => value.Constant();", "{|TH2090:Of|}(_counts)")]
    public Task Boxed(string members, string expression) => AnalyzerTest.Verify(Driver(members, expression));

    [Theory]
    [InlineData("Own? _maybe; int? _number;", "_maybe.GetHashCode() + _number.GetHashCode()")]
    [InlineData("readonly EqualityComparer<Own> _equal = EqualityComparer<Own>.Default; Own _a;", "_equal.Equals(_a, _a) ? _equal.GetHashCode(_a) : 0")]
    [InlineData("sealed class ByA : EqualityComparer<Plain> { public override bool Equals(Plain x, Plain y) => x.A == y.A; public override int GetHashCode(Plain x) => x.A; } readonly EqualityComparer<Plain> _equal = new ByA(); Plain _a;", "_equal.Equals(_a, _a) ? _equal.GetHashCode(_a) : 0")]
    [InlineData("Counts _counts; static int Of<T>(T value) where T : ICounts => value.Value;", "Of(_counts)")]
    public Task Not_boxed(string members, string expression) => AnalyzerTest.Verify(Driver(members, expression));

    private static string Driver(string members, string expression) => Types + $$"""
        [InterruptDriver] partial class Card
        {
            private int _n;
            {{members}}
            [MsiVector(0)] void On(in Interrupt irq) => Volatile.Write(ref _n, {{expression}});
        }
        """;
}
