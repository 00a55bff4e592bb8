namespace TopHalf.Effects.Tests;

/// <summary>Through calls: which methods may run, and the way that is told.</summary>
public sealed class ChainTests
{
    [Fact]
    public void The_shortest_way_is_told()
        => Assert.Equal(
            """
            M:C.Far; array; C.A → C.B → … → new int[]
            M:C.Near; array; C.D → new int[]
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
            "M:C.Even(System.Int32); box; C.Odd → boxes int\nM:C.Odd(System.Int32); box; boxes int",
            CompiledCode.EffectsOf(
                """
                public static class C
                {
                    public static bool Even(int n) => n == 0 || Odd(n - 1);
                    public static bool Odd(int n) { GC.KeepAlive(n); return n != 0 && Even(n - 1); }
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
}
