using System.Globalization;
using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>Class hierarchies that are deep, wide, generic without end, or wrong.</summary>
public sealed class HierarchyTests
{
    [Fact]
    public async Task A_deep_one()
    {
        string types = "public class C0 { internal C0() { } public virtual void F() { } }\n" + string.Concat(Enumerable.Range(1, 500).Select(static i =>
            string.Create(CultureInfo.InvariantCulture, $"public class C{i} : C{i - 1} {{ internal C{i}() {{ }} public override void F() {{ {(i == 500 ? "new object();" : "")} }} }}\n")));
        Assert.Equal(["TH2001"], await AnalyzerTest.Report(EffectSource.Handler("_c.F();", "private C0 _c = Make(); private static C0 Make() => new C500();", types), ProjectOptions.Default));
    }

    [Fact]
    public async Task A_wide_one_that_is_called_often()
    {
        string types = "internal interface I { void F(); }\n" + string.Concat(Enumerable.Range(0, 1000).Select(static i =>
            string.Create(CultureInfo.InvariantCulture, $"internal sealed class C{i} : I {{ public void F() {{ {(i == 999 ? "new object();" : "")} }} }}\n")));
        string calls = string.Concat(Enumerable.Repeat("_i.F();", 500));
        Assert.Equal(500, (await AnalyzerTest.Report(EffectSource.Handler(calls, "private I _i = Make(); private static I Make() => new C0();", types), ProjectOptions.Default)).Length);
    }

    [Theory]
    [InlineData("class A : B { public virtual void F() { } } class B : A { public override void F() { } }", "A a")]
    [InlineData("class A : A { public virtual void F() => base.F(); }", "A a")]
    [InlineData("interface A : B { void F(); } interface B : A { } class C : A, B { public void F() { } }", "A a")]
    [InlineData("struct A { A a; B b; public void F() => b.F(); } struct B { A a; public void F() => a.F(); }", "A a")]
    [InlineData("class A : A.N { public virtual void F() { } public class N : A { } }", "A a")]
    [InlineData("class A<T> : B<A<A<T>>> { } abstract class B<T> { public virtual void F() { } } class D : A<int> { public override void F() => new D(); }", "B<A<A<int>>> a")]
    [InlineData("interface I<T> { void F(); } class A<T> : I<A<A<T>>>, I<T> { public void F() { } void I<T>.F() => new object(); }", "I<int> a")]
    [InlineData("class A<T> : T { public virtual void F() { } }", "A<A<int>> a")]
    [InlineData("class A<T> where T : A<T> { public virtual void F() => G(default(T)); void G<U>(U u) where U : T => u.F(); } class B : A<B> { }", "A<B> a")]
    [InlineData("abstract class A { public abstract void F(); } class B : A { } class C : B { public override void F() => base.F(); }", "A a")]
    [InlineData("record A(A a) { public virtual void F() => (this with { a = this }).F(); } record B(A a) : A(a), A;", "A a")]
    [InlineData("class A { public void F() => this.G(); } static class E { public static void G(this A a) => a.F(); extension(A a) { public void H() => a.G(); } }", "A a")]
    [InlineData("interface IEquatable<T> { } record A(B b) { public virtual void F() => _ = this == this; } sealed class B : IEquatable<B> { }", "A a")]
    [InlineData("using X = A; partial class A : X { public virtual void F() { } } partial class A : Missing<A>.Other { }", "A a")]
    public void A_wrong_one(string types, string parameter)
    {
        string source = $"using System; {types}\nclass Caller {{ void Call({parameter}) {{ a.F(); a.F(); }} }}";
        EveryRoot.Tell(source);
    }

    /// <summary>Whoever derives names what it derives from, one way or another.</summary>
    [Theory]
    [InlineData("", "class A { public virtual void F() { } } class C : A { public override void F() => new object(); }", "A a", "a.F()")]
    [InlineData("using X = N.A;", "namespace N { class A { public virtual void F() { } } } class C : X { public override void F() => new object(); }", "N.A a", "a.F()")]
    [InlineData("global using X = N.A;", "namespace N { class A { public virtual void F() { } } } class C : X { public override void F() => new object(); }", "N.A a", "a.F()")]
    [InlineData("using X = N.A<int>;", "namespace N { class A<T> { public virtual void F() { } } } class C : X { public override void F() => new object(); }", "N.A<int> a", "a.F()")]
    [InlineData("", "namespace N { class A { public virtual void F() { } } } class C : global::N.A { public override void F() => new object(); }", "N.A a", "a.F()")]
    [InlineData("", "class A { public virtual void F() { } } class B : A; class C() : B() { public override void F() => new object(); }", "A a", "a.F()")]
    [InlineData("", "interface I { void F(); } interface J : I; class B : J { public virtual void F() { } } class C : B { public override void F() => new object(); }", "I a", "a.F()")]
    [InlineData("", "class @class { public virtual void F() { } } class C : @class { public override void F() => new object(); }", "@class a", "a.F()")]
    [InlineData("", "class Outer { internal class A { public virtual void F() { } } } class C { private class D : Outer.A { public override void F() => new object(); } }", "Outer.A a", "a.F()")]
    [InlineData("", "partial class A { public virtual void F() { } } partial class C; partial class C : A { public override void F() => new object(); }", "A a", "a.F()")]
    [InlineData("", "record R { public virtual bool Equals(R other) { new object(); return true; } public override int GetHashCode() => 0; }", "IEquatable<R> a", "a.Equals(null)")]
    [InlineData("", "class C : System.Collections.Generic.EqualityComparer<int> { public override bool Equals(int x, int y) { new object(); return true; } public override int GetHashCode(int x) => x; }", "System.Collections.Generic.IEqualityComparer<int> a", "a.Equals(1, 2)")]
    public void One_by_another_name(string directive, string types, string parameter, string call)
    {
        string[] told = EveryRoot.Tell($"{directive} using System; {types}\nclass Caller {{ void Call({parameter}) {{ {call}; }} }}");
        Assert.Contains(told, static t => t.StartsWith("TH2001", StringComparison.Ordinal) && t.Contains("Call", StringComparison.Ordinal));
    }
}
