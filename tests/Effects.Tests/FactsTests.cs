namespace TopHalf.Effects.Tests;

/// <summary>What instructions do, read from what the compiler makes of C#.</summary>
public sealed class FactsTests
{
    [Theory]
    [InlineData("public static object M(int n) => n;", "box; boxes int")]
    [InlineData("public static int[] M(int n) => new int[n];", "array; new int[]")]
    [InlineData("public static object M() => new Exception();", "object; new Exception")]
    [InlineData("public static string M(char c) => new string(c, 3);", "string; new string")]
    [InlineData("public static Func<int> M(int n) => () => n;", "closure; captures variables")]
    [InlineData("public static IEnumerable<int> M() { yield return 1; }", "iterator; makes an iterator")]
    [InlineData("public static string M(int n) => n.ToString();", "string; Int32.ToString → Number.FormatInt32 → NegativeInt32ToDecStr → String.FastAllocateString → makes a string")]
    [InlineData("public static void M(object o) { lock (o) { } }", "lock; Monitor.Enter → waits for the lock")]
    [InlineData("[DllImport(\"libvendor\")] public static extern void M();", "native; calls M of libvendor")]
    [InlineData("public static void M(IDisposable d) => d.Dispose();", "unproven; calls IDisposable.Dispose, which anyone can implement")]
    [InlineData("public static void M() => throw new NotSupportedException();", "throws; throws whenever it is called")]
    [InlineData("public static bool M(S s) => ((IRefuse)s).Do(); public interface IRefuse { bool Do(); } public struct S : IRefuse { bool IRefuse.Do() => throw new NotSupportedException(); }", "throws; throws whenever it is called")]
    [InlineData("public static unsafe int M(delegate* unmanaged<int> f) => f();", "native; calls native code behind a pointer")]
    [InlineData("public static int M(int n) => n == 0 ? 0 : M(n - 1);", "recursion; calls itself")]
    [InlineData("public static int n; public static void M() { while (n >= 0) { if (Interlocked.CompareExchange(ref n, 1, 0) == 0) return; } }", "loop; tries again for as long as other threads interfere")]
    [InlineData("public static int n; public static void M() { while (true) { n++; } }", "loop; never returns")]
    [InlineData("[ThreadStatic] static int t; public static int M() => t;", "thread-static first; uses C.t of its thread")]
    public void Told(string member, string effect)
    {
        string[] told = CompiledCode.EffectsOf($"public static class C {{ {member} }}").Split('\n');
        Assert.Contains(told, line => line.EndsWith("; " + effect, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("public static int M(int n) => n < 0 ? throw new ArgumentOutOfRangeException(nameof(n), n, \"\") : n;")]
    [InlineData("public static void M(object o) { ArgumentNullException.ThrowIfNull(o); }")]
    [InlineData("public static int M(int n) { if (n < 0) Bad(n); return n; } static void Bad(int n) => throw new ArgumentException(n.ToString());")]
    [InlineData("public static int M(int n) { try { return n; } catch (Exception e) { return e.ToString().Length; } }")]
    [InlineData("public static bool M<T>(T t) => t is null;")]
    [InlineData("public static bool M<T>(T t) => t is string;")]
    [InlineData("public static object M<T>(T t) where T : Exception => t;")]
    [InlineData("public static unsafe int M(delegate*<int> f) => f();")]
    [InlineData("public static int M<T>(T t) where T : IComparable<T> => t.CompareTo(t);")]
    [InlineData("public static int M(Func<int> f) => f();")]
    [InlineData("public static int M(ReadOnlySpan<byte> s) => s.IndexOf((byte)3);")]
    [InlineData("public static int M(List<int> list) => list.Count + list[0];")]
    [InlineData("public static int n; public static bool M() => Interlocked.CompareExchange(ref n, 1, 0) == 0;")]
    [InlineData("public static int M(int n) { int sum = 0; for (int i = 0; i < n; i++) { sum += i; } return sum; }")]
    [InlineData("public static TimeSpan M(TimeSpan t) => t + TimeSpan.FromTicks(3);")]
    public void Not_told(string member) => Assert.Equal("", CompiledCode.EffectsOf($"public static class C {{ {member} }}"));

    [Fact]
    public void What_fills_an_empty_field_is_done_once()
    {
        Assert.Equal(
            """
            M:C.Own; object first; new Exception
            M:C.Shared; object first; Make → new Exception
            M:C.get_Static; array first; new int[]
            """,
            CompiledCode.EffectsOf(
                """
                public sealed class C
                {
                    private static int[]? _table;
                    private Exception? _own, _shared;
                    public static int[] Static => _table ??= new int[8];
                    public Exception Own() { if (_own == null) { _own = new Exception(); } return _own; }
                    public Exception Shared() => _shared ?? Make();
                    private Exception Make() => _shared = new Exception();
                }
                """).Replace("M:C.#ctor; ", "", StringComparison.Ordinal));
    }

    [Fact]
    public void An_array_that_takes_the_place_of_another_is_growth()
        => Assert.Equal(
            """
            M:C.#ctor; array; new int[]
            M:C.Add(System.Int32); growth; Grow → new int[]
            M:C.Resize(System.Int32); growth; Array.Resize → new T[]
            """,
            CompiledCode.EffectsOf(
                """
                public sealed class C
                {
                    private int[] _items = new int[4];
                    private int _count;
                    public void Add(int n) { if (_count == _items.Length) Grow(); _items[_count++] = n; }
                    public void Resize(int n) => Array.Resize(ref _items, n);
                    private void Grow() { int[] larger = new int[_count * 2]; _items.CopyTo(larger, 0); _items = larger; }
                }
                """));

    [Fact]
    public void A_lambda_that_is_handed_down_runs_and_one_that_is_kept_does_not()
        => Assert.Equal(
            """
            M:C.Keeps; delegate first; new Action
            M:C.Runs; object; new Exception
            """,
            CompiledCode.EffectsOf(
                """
                public sealed class C
                {
                    private Action? _kept;
                    public static void Run(Action action) => action();
                    public void Runs() => Run(static () => GC.KeepAlive(new Exception()));
                    public void Keeps() => _kept = static () => GC.KeepAlive(new Exception());
                }
                """));
}
