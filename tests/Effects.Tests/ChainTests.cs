namespace TopHalf.Effects.Tests;

/// <summary>Through calls: which methods may run, and the way that is told.</summary>
public sealed class ChainTests
{
    [Fact]
    public void The_shortest_way_is_told()
        => Assert.Equal(
            """
            M:C.Far; array; A → B → … → new int[]
            M:C.Near; array; D → new int[]
            """,
            CompiledCode.EffectsOf(
                """
                public static class C
                {
                    public static void Far() => A();
                    public static void Near() { A(); D(); }
                    private static void A() => B();
                    private static void B() => E();
                    private static void E() => D();
                    private static void D() => GC.KeepAlive(new int[1]);
                }
                """));

    [Fact]
    public void All_overrides_of_what_only_this_assembly_extends_may_run()
        => Assert.Equal(
            """
            M:C.Closed(Base); object; Loud.Do → new Exception
            M:C.Sealed(Quiet); none; nothing in its instructions that a handler should not do
            """,
            CompiledCode.EffectsOf(
                """
                public abstract class Base { private protected Base() { } internal abstract void Do(); }
                public sealed class Quiet : Base { internal override void Do() { } }
                internal sealed class Loud : Base { internal override void Do() => GC.KeepAlive(new Exception()); }
                public abstract class C { public static void Closed(Base b) => b.Do(); public static void Sealed(Quiet q) => q.Do(); public abstract void Open(); }
                """).Replace("M:Quiet.#ctor; none; nothing in its instructions that a handler should not do\n", "", StringComparison.Ordinal).Replace("M:C.#ctor; none; nothing in its instructions that a handler should not do\n", "", StringComparison.Ordinal));

    [Fact]
    public void What_calls_itself_ends()
        => Assert.Equal(
            """
            M:C.Even(System.Int32); box; Odd → boxes int
            M:C.Odd(System.Int32); box; boxes int
            """,
            CompiledCode.EffectsOf(
                """
                public static class C
                {
                    public static bool Even(int n) => n == 0 || Odd(n - 1);
                    public static bool Odd(int n) { GC.KeepAlive(n); return n != 0 && Even(n - 1); }
                }
                """));

    [Fact]
    public void What_is_hashed_or_compared_is_told_where_the_caller_chooses_the_type()
        => Assert.Equal(
            """
            M:Bag`1.Has(`0,`0); keys; Own → boxes what it compares
            M:Bag`1.Hash(`0); keys; boxes what it hashes
            """,
            CompiledCode.EffectsOf(
                """
                public static class Bag<T>
                {
                    public static int Hash(T item) => item!.GetHashCode();
                    public static bool Has(T one, T other) => Own(one, other);
                    private static bool Own(T one, T other) => EqualityComparer<T>.Default.Equals(one, other);
                    public static bool HasNumber(int n) => Bag<int>.Has(n, 3);
                }
                """));

    [Fact]
    public void Of_what_others_can_override_nothing_is_said()
        => Assert.DoesNotContain(
            "Open",
            CompiledCode.EffectsOf("public class C { public virtual void Open() => GC.KeepAlive(new int[1]); public void Fixed() { } }"),
            StringComparison.Ordinal);

    [Fact]
    public void A_type_that_does_nothing_is_one_line()
    {
        using var code = new CompiledCode("public struct P { public int X; public int Twice() => 2 * X; public int Thrice => 3 * X; }");
        Assert.Equal(
            ["T:P; none; nothing in its instructions that a handler should not do"],
            EffectsFile.Of(code.File).Split('\n').Where(static l => l.Length > 0 && l[0] != '#'));
    }

    /// <summary>What is no effect of a call that goes well stands in notes.</summary>
    [Fact]
    public void First_use_of_a_type_and_what_is_refused_are_noted()
    {
        using var code = new CompiledCode(
            """
            public static class C
            {
                private static readonly int[] s_table = new int[256];
                public static int At(int n) { ArgumentOutOfRangeException.ThrowIfNegative(n); return s_table[n & 255]; }
                public static int Other(int n) => n < 0 ? throw new ArgumentException("") : n;
                public static int Free(int n) => n;
            }
            """);
        Assert.Equal(
            [
                "# The type initialiser of C, once: array (new int[])",
                "# May throw on bad arguments or in a bad state, which is not counted: M:C.At(System.Int32), M:C.Other(System.Int32)",
            ],
            EffectsFile.Of(code.File).Split('\n').Where(static l => l.StartsWith('#')).Skip(2));
    }
}
