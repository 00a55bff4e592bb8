using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>Two assemblies: contracts are trusted across them, and the rest is not proven.</summary>
public sealed class AssemblyTests
{
    private const string Library = """
        using TopHalf;
        namespace Vendor
        {
            public interface ISink { [InterruptSafe] void Accept(int n); void Other(int n); }
            public abstract class Sink { [InterruptSafe] public abstract void Accept(int n); public virtual void Other(int n) { } }
            public sealed class Card
            {
                [InterruptSafe] public int Read() => 0;
                public int Write() => 0;
                public int Count { [InterruptSafe] get => 0; set { } }
                [InterruptUnsafe("once")] public void Reset() { }
            }
            [InterruptSafe] public readonly struct Slot { public Slot(int n) => N = n; public int N { get; } public static Slot operator +(Slot a, Slot b) => a; }
            public class Plain { public void Accept(int n) { } }
            public static class Helpers { public static void Fail() => throw new System.InvalidOperationException(); }
        }
        """;

    private static readonly ProjectOptions Metadata = new() { Library = Library };

    public static TheoryData<bool> Both => [false, true];

    [Theory]
    [MemberData(nameof(Both))]
    public Task Members_with_and_without_a_contract(bool isSource) => AnalyzerTest.Verify(
        EffectSource.Handler(
            """
            _ = _card.Read(); _ = _card.{|TH6005:Write|}(); _ = _card.Count; _card.{|TH6005:Count|} = 1; _card.Reset();
            var slot = new Slot(1) + new Slot(2); _ = slot.N;
            if (irq.Vector > 3) { Helpers.{|TH6005:Fail|}(); }
            """,
            "private readonly Card _card = new();").Replace("using TopHalf;", "using TopHalf; using Vendor;", StringComparison.Ordinal),
        Metadata with { IsLibrarySource = isSource });

    [Theory]
    [MemberData(nameof(Both))]
    public Task Open_members(bool isSource) => AnalyzerTest.Verify(
        EffectSource.Handler(
            "_i.Accept(1); _i.{|TH6003:Other|}(1); _c.Accept(1); _c.{|TH6002:Other|}(1);",
            "private readonly ISink _i; private readonly Sink _c; public MyDriver(ISink i, Sink c) => (_i, _c) = (i, c);")
            .Replace("using TopHalf;", "using TopHalf; using Vendor;", StringComparison.Ordinal),
        Metadata with { IsLibrarySource = isSource });

    [Theory]
    [MemberData(nameof(Both))]
    public Task A_contract_is_inherited(bool isSource) => AnalyzerTest.Verify(
        """
        using Vendor;
        class A : ISink { public void Accept(int n) => _ = {|TH2001:new object()|}; public void Other(int n) => _ = new object(); }
        class B : Sink { public override void Accept(int n) => _ = {|TH2001:new object()|}; public override void Other(int n) => _ = new object(); }
        class {|TH6005:C|} : Plain, ISink { public void Other(int n) { } }
        """,
        Metadata with { IsLibrarySource = isSource });

    [Theory]
    [MemberData(nameof(Both))]
    public Task Lines_for_what_has_no_contract(bool isSource) => AnalyzerTest.Verify(
        EffectSource.Handler(
            "_ = _card.Write(); _card.{|TH3006:Count|} = 1; _i.Other(1); _plain.{|TH2001:Accept|}(1); C c = default; c.Accept(1);",
            "private readonly Card _card = new(); private readonly ISink _i; private readonly Plain _plain = new(); public MyDriver(ISink i) => _i = i;",
            "struct C : ISink { public void Accept(int n) { } public void Other(int n) { } }")
            .Replace("using TopHalf;", "using TopHalf; using Vendor;", StringComparison.Ordinal),
        Metadata with
        {
            IsLibrarySource = isSource,
            AdditionalFiles = new Dictionary<string, string>
            {
                ["InterruptEffects.txt"] = """
                    M:Vendor.Card.Write; none; writes a mapped register
                    M:Vendor.Card.set_Count; io; writes a file
                    M:Vendor.ISink.Other(System.Int32); none; the vendor says so
                    T:Vendor.Plain; allocates; keeps what it gets
                    """,
            },
        });
}
