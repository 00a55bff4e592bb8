using Microsoft.CodeAnalysis.CSharp;
using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>Chains through what C# 14 brought.</summary>
public sealed class CSharp14ChainTests
{
    private static readonly ProjectOptions CSharp14 = new() { Language = LanguageVersion.CSharp14 };

    [Fact]
    public Task Extension_members() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "_ring.{|TH2001:Push|}(1); _ = _ring.{|TH2002:Size|}; Ring.{|TH2003:Make|}(); _ring.{|TH2001:Each|}(2); _ring.Quiet(); _ = _ring.Free;",
            "private readonly Ring _ring = new();",
            """
            class Ring { }
            static class Rings
            {
                extension(Ring ring)
                {
                    public void Push(int n) => _ = new object();
                    public int Size { get { _ = new int[1]; return 1; } }
                    public static void Make() => _ = (object)1;
                    public void Each<T>(T t) => ring.Push(1);
                    public void Quiet() { }
                    public int Free => 1;
                }
            }
            """),
        CSharp14,
        "'OnRx' allocates: OnRx → Rings.Push (new object)",
        "'OnRx' allocates: OnRx → Rings.Size (new int[]; stackalloc, or a field of the driver, does not allocate)",
        "'OnRx' allocates: OnRx → Rings.Make (boxes int as object)",
        "'OnRx' allocates: OnRx → Rings.Each → Rings.Push (new object)");

    [Fact]
    public Task Extension_members_of_generic_receivers() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "_quiet.Run(); _loud.{|TH2001:Run|}(); _ = _loud.{|TH2001:Result|}; _quiet.With(1); _ = {|TH2001:_loud + _loud|};",
            "private readonly Pump<Quiet> _quiet = new(); private readonly Pump<Loud> _loud = new();",
            """
            interface IStep { void Do(); }
            struct Quiet : IStep { public void Do() { } }
            struct Loud : IStep { public void Do() => _ = new object(); }
            class Pump<T> where T : struct, IStep { public T Step; }
            static class Pumps
            {
                extension<T>(Pump<T> pump) where T : struct, IStep
                {
                    public void Run() => pump.Step.Do();
                    public int Result { get { pump.Run(); return 1; } }
                    public void With<U>(U other) => pump.Step.Do();
                    public static Pump<T> operator +(Pump<T> a, Pump<T> b) { a.Run(); return a; }
                }
            }
            """.Replace("public T Step;", "public T Step = default;", StringComparison.Ordinal)),
        CSharp14);

    [Fact]
    public Task Compound_assignment_of_ones_own() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "Sum sum = default; {|TH2001:sum += 1|}; {|TH2002:sum++|}; Quiet q = default; q += 1;",
            types: """
            struct Sum
            {
                public void operator +=(int n) => _ = new object();
                public void operator ++() => _ = new int[1];
            }
            struct Quiet { private int _n; public void operator +=(int n) => _n += n; }
            """),
        CSharp14,
        "'OnRx' allocates: OnRx → Sum.operator += (new object)",
        "'OnRx' allocates: OnRx → Sum.operator ++ (new int[]; stackalloc, or a field of the driver, does not allocate)");

    [Fact]
    public Task Virtual_compound_assignment() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "Sum sum = _sum; {|TH2001:sum += 1|};", "private readonly Sum _sum = new Loud();",
            "abstract class Sum { public abstract void operator +=(int n); } class Loud : Sum { public override void operator +=(int n) => _ = new object(); }"),
        CSharp14);

    [Fact]
    public Task Partial_constructors_and_events() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "_ = {|TH2001:new Slot(1)|}; _slot.{|TH2002:Full|} += null;", "private Slot _slot;",
            """
            partial struct Slot { public partial Slot(int n); public partial event Action Full; }
            partial struct Slot { public partial Slot(int n) => _ = new object(); public partial event Action Full { add => _ = new int[1]; remove { } } }
            """),
        CSharp14);

    [Fact]
    public Task Null_conditional_assignment_and_field_keyword() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "_ring?.{|TH2001:Size|} = 1; _ring?.Count = 2; _ring?.{|TH2001:Size|} += 1;", "private readonly Ring? _ring = new();",
            "class Ring { public int Size { get; set { field = value; _ = new object(); } } public int Count { get; set => field = value; } }"),
        CSharp14);

    [Fact]
    public Task Lambdas_with_modifiers_and_unbound_nameof() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "_ = nameof(List<>); _try(1, out int n); {|TH2001:_bad|}(1, out n);",
            """
            private delegate bool Try(int a, out int b);
            private static readonly Try _try = static (a, out b) => { b = a; return true; };
            private static readonly Try _bad = static (a, out b) => { b = a; _ = new object(); return true; };
            """),
        CSharp14);

    [Fact]
    public Task Span_conversions_do_not_allocate() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "_ = Sum(_bytes); _ = _bytes.StartsWith((byte)1); Span<byte> all = _bytes; _ = Sum(all);",
            "private readonly byte[] _bytes = new byte[16]; private static int Sum(ReadOnlySpan<byte> bytes) { int sum = 0; foreach (byte b in bytes) { sum += b; } return sum; }"),
        CSharp14);

    [Fact]
    public Task Extension_members_under_a_contract() => AnalyzerTest.Verify(
        """
        using TopHalf;
        static class Rings
        {
            extension(string text)
            {
                [InterruptSafe] public object Make() => {|TH2001:new object()|};
                [InterruptSafe] public object Last => {|TH2001:new object()|};
                public object Other() => new object();
            }
        }
        """,
        CSharp14);
}
