using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>
/// TH5001 to TH5005: what only the first use does, and what keeps that out of a handler. In a project for NativeAOT, where no warm-up
/// does it: <see cref="WarmUpRuleTests"/> has the others.
/// </summary>
public sealed class FirstUseRuleTests
{
    private static readonly ProjectOptions Native = new() { IsNative = true };

    private const string Tables = "internal static class Tables { public static readonly byte[] Values = new byte[8]; public static int Zero = 0; public static int Get(int i) => i; }";

    [Fact]
    public Task A_static_field_of_another_class() => Verify(
        EffectSource.Handler("_last = Tables.{|TH5001:Values|}[1];", "private byte _last;", Tables),
        "'OnRx' does first-use work: OnRx → Tables (its type initialiser, under a lock; "
            + "RuntimeHelpers.RunClassConstructor(typeof(Tables).TypeHandle) in the driver's constructor runs it before)");

    [Fact]
    public Task A_field_beside_it_is_a_use_as_well() => Verify(
        EffectSource.Handler("_last = Tables.{|TH5001:Zero|};", "private int _last;", Tables));

    [Fact]
    public Task Many_replacements_take_an_array_of_the_pool_the_first_time() => Verify(
        EffectSource.Handler("_text.{|TH2012:{|TH5005:Replace|}|}(\"a\", \"b\");", "private readonly System.Text.StringBuilder _text = new();"));

    [Theory]
    [InlineData("_found = _text.{|TH5005:IndexOf|}(\"a\", StringComparison.CurrentCulture) > 0; _found = _text.IndexOf(\"a\", StringComparison.Ordinal) > 0;")]
    [InlineData("_found = _text.{|TH5005:StartsWith|}(\"a\", StringComparison.CurrentCultureIgnoreCase); _found = _text.StartsWith(\"a\", StringComparison.OrdinalIgnoreCase);")]
    [InlineData("_found = _text.AsSpan().{|TH5005:EndsWith|}(\"a\", StringComparison.CurrentCulture); _found = _text.AsSpan().EndsWith(\"a\", StringComparison.Ordinal);")]
    public Task Comparing_texts_loads_the_culture_and_ordinal_comparison_none(string body) => Verify(
        EffectSource.Handler(body, "private bool _found; private readonly string _text = \"some\";"));

    [Fact]
    public Task One_type_is_told_once() => Verify(
        EffectSource.Handler("_last = (byte)(Tables.{|TH5001:Values|}[1] + Tables.Values[2]); Again();", "private byte _last; private void Again() => _last = Tables.Values[3];", Tables));

    [Fact]
    public Task Through_calls() => Verify(
        EffectSource.Handler("_ring.{|TH5001:Push|}();", "private readonly Ring _ring = new();",
            "internal sealed class Ring { private int _n; public void Push() => _n = Tables.Values[0]; }" + Tables),
        "'OnRx' does first-use work: OnRx → Ring.Push → Tables (its type initialiser, under a lock; "
            + "RuntimeHelpers.RunClassConstructor(typeof(Tables).TypeHandle) in the driver's constructor runs it before)");

    [Fact]
    public Task A_static_constructor_also_runs_at_a_call() => Verify(
        EffectSource.Handler("Log.{|TH5001:Add|}(1);", "", "internal static class Log { static Log() { } public static void Add(int n) { } }"));

    [Fact]
    public Task A_static_constructor_runs_before_what_is_in_the_class() => Verify(
        EffectSource.Handler("_log.Add(1); _more.Add(1);", "private readonly Log _log = new(); private readonly More _more = new();",
            """
            internal class Log { protected static int s_count; static Log() { s_count = 1; } public void Add(int n) { s_count += n; Count(); } private static void Count() => s_count++; }
            internal sealed class More : Log { public new void Add(int n) => s_count += n; }
            """));

    [Fact]
    public Task A_constructor_runs_the_static_constructor_above_it() => Verify(
        EffectSource.Handler(
            "_made = {|TH2001:{|TH5001:new More()|}|};", "private object? _made;",
            "internal class Log { static Log() { } } internal sealed class More : Log { }"));

    [Fact]
    public Task An_event_is_a_static_field() => Verify(
        EffectSource.Handler(
            "Bell.{|TH5001:Raise|}(); Other.{|TH2005:{|TH5001:Ring|}|} += s_none; Plain.{|TH2005:Ring|} += s_none;",
            "private static readonly Action s_none = static () => { };",
            """
            internal static class Bell { private static event Action? Ring = static () => { }; public static void Raise() => Ring?.Invoke(); }
            internal static class Other { public static event Action? Ring = static () => { }; }
            internal static class Plain { public static event Action? Ring; }
            """));

    [Fact]
    public Task A_struct_may_exist_without_its_constructor() => Verify(
        EffectSource.Handler("_n = _mark.{|TH5001:Get|}();", "private Mark _mark; private int _n;",
            "internal struct Mark { private static int s_n; static Mark() { s_n = 3; } public int Get() => s_n; }"));

    [Fact]
    public Task Auto_properties_and_constrained_members() => Verify(
        EffectSource.Handler("_n = Config.{|TH5001:Depth|} + Config.Computed + {|TH5001:Read<Small>|}();",
            "private int _n; private static int Read<T>() where T : ISize => T.Size;",
            """
            internal static class Config { public static int Depth { get; } = 5; public static int Computed => 7; }
            internal interface ISize { static abstract int Size { get; } }
            internal sealed class Small : ISize { public static int Size { get; } = 8; }
            """));

    [Fact]
    public Task Each_construction_of_a_generic_type() => Verify(
        EffectSource.Handler("_n = Cache<int>.{|TH5001:Size|} + Cache<long>.{|TH5001:Size|};", "private int _n;",
            "internal static class Cache<T> { public static readonly int Size = Environment.TickCount; }"),
        "'OnRx' does first-use work: OnRx → Cache<int> (its type initialiser, under a lock; "
            + "RuntimeHelpers.RunClassConstructor(typeof(Cache<int>).TypeHandle) in the driver's constructor runs it before)",
        "'OnRx' does first-use work: OnRx → Cache<long> (its type initialiser, under a lock; "
            + "RuntimeHelpers.RunClassConstructor(typeof(Cache<long>).TypeHandle) in the driver's constructor runs it before)");

    [Fact]
    public Task A_nested_type_has_its_own() => Verify(
        EffectSource.Handler("_n = Nested.{|TH5001:Size|};", "private int _n; private static class Nested { public static readonly int Size = Environment.TickCount; }"));

    [Fact]
    public Task What_runs_nothing() => Verify(
        EffectSource.Handler(
            "_n = Plain.Const + (int)Mode.On + Plain.Get(1) + Plain.Bytes[0] + Plain.Numbers[1] + Zeros.Count + Zeros.Size + s_own[0] + Derived; Zeros.Count = 2;",
            "private int _n; private static readonly int[] s_own = [1, 2]; private static int Derived { get; } = 9;",
            """
            internal enum Mode { Off, On }
            internal static class Plain
            {
                public const int Const = 3;
                private static readonly byte[] s_table = new byte[4];
                public static ReadOnlySpan<byte> Bytes => "abc"u8;
                public static ReadOnlySpan<int> Numbers => [1, 2, 3];
                public static int Get(int i) => i;
                public static int Sum() => s_table[0];
            }
            internal static class Zeros { public static int Count; public static int Size = 0; public static object? None = null; public static bool Off = false; }
            """));

    [Fact]
    public Task A_driver_with_a_static_constructor() => Verify(
        EffectSource.Handler("s_n++; Count();", "private static int s_n; static MyDriver() { s_n = 1; } private static void Count() => s_n++;"));

    [Fact]
    public Task A_warm_up_in_the_constructor() => Verify(
        EffectSource.Handler(
            "_n = Tables.Values[1] + Other.Values[0] + Third.Values[0] + Fourth.Values[0] + Fifth.{|TH5001:Values|}[0];",
            """
            private int _n;
            private static readonly int s_third = Third.Values.Length;
            public MyDriver()
            {
                System.Runtime.CompilerServices.RuntimeHelpers.RunClassConstructor(typeof(Tables).TypeHandle);
                Prepare();
            }
            private void Prepare() => _n = Other.Values.Length;
            """,
            Tables + """
            internal static class Other { public static readonly byte[] Values = new byte[8]; }
            internal static class Third { public static readonly byte[] Values = new byte[8]; }
            internal static class Fourth { public static readonly byte[] Values = new byte[8]; }
            internal static class Fifth { public static readonly byte[] Values = new byte[8]; }
            internal static class Start { [System.Runtime.CompilerServices.ModuleInitializer] internal static void Run() => GC.KeepAlive(Fourth.Values); }
            """));

    [Fact]
    public Task A_lazy_value() => Verify(
        EffectSource.Handler(
            "_n = _lazy.{|TH5002:Value|} + _lazy.Value + _warm.Value; if (_guarded.IsValueCreated) { _n = _guarded.Value; }",
            """
            private int _n;
            private readonly Lazy<int> _lazy = new(static () => 3);
            private readonly Lazy<int> _guarded = new(static () => 4);
            private readonly Lazy<int> _warm = new(static () => 5);
            public MyDriver() => _n = _warm.Value;
            """),
        "'OnRx' does first-use work: OnRx → Lazy<int>.Value (makes the value the first time; reading it in the driver's constructor makes it before)");

    [Fact]
    public Task A_lazy_value_that_was_given() => Verify(
        EffectSource.Handler(
            "_n = _given.Value + _inferred.Value + _other.{|TH5002:Value|};",
            "private int _n; private readonly Lazy<int> _given = new Lazy<int>(5); private readonly Lazy<int> _inferred = new(5); private Lazy<int> _other = new(5); public void Reset() => _other = new(() => 3);"));

    [Fact]
    public Task A_cached_delegate() => Verify(
        EffectSource.Handler(
            "_action = {|TH5003:static () =>|} { }; _action = {|TH5003:Run|}; _action = s_ready;",
            "private Action? _action; private static readonly Action s_ready = static () => { }; private static void Run() { }"),
        "'OnRx' does first-use work: OnRx (a delegate for the lambda, made at the first use; a static read-only field of the driver is made before)",
        "'OnRx' does first-use work: OnRx (a delegate for Run, made at the first use; a static read-only field of the driver is made before)");

    [Fact]
    public Task Thread_statics() => Verify(
        EffectSource.Handler(
            "{|TH5004:s_depth|}++; _n = _local.{|TH5004:Value|}; s_shared++;",
            "[ThreadStatic] private static int s_depth; private static int s_shared; private int _n; private readonly ThreadLocal<int> _local = new(static () => 1);"));

    [Fact]
    public Task First_use_of_the_library() => Verify(
        EffectSource.Handler("_n = DateTime.{|TH5005:Now|}.Ticks + DateTime.Now.Ticks + DateTime.UtcNow.Ticks;", "private long _n;"),
        "'OnRx' does first-use work: OnRx → DateTime.Now → TimeZoneInfo.GetDateTimeNowUtcOffsetFromUtc → Local → … → new TimeZoneInfo (a call in the driver's constructor does it before)");

    /// <summary>Without a culture it is the thread's, whose formats are read once.</summary>
    [Fact]
    public Task First_use_of_a_culture() => Verify(
        EffectSource.Handler(
            "if (int.{|TH5005:TryParse|}(_text, out _n)) { } if (int.TryParse(_text, System.Globalization.CultureInfo.InvariantCulture, out _n)) { } "
                + "if (TimeSpan.{|TH5005:TryParse|}(_text, out _)) { } _n = System.Text.Encoding.{|TH5005:Unicode|}.GetByteCount(_text) + _flow.{|TH5005:Value|};",
            "private int _n; private readonly string _text = \"3\"; private readonly AsyncLocal<int> _flow = new();"));

    [Fact]
    public Task First_use_of_the_library_before() => Verify(
        EffectSource.Handler("_n = DateTime.Now.Ticks;", "private long _n; public MyDriver() => _n = DateTime.Now.Ticks;"));

    [Fact]
    public Task A_module_initialiser_runs_before_any_driver() => Verify(
        EffectSource.Handler("Start.Count++;", "",
            "internal static class Start { public static int Count; [System.Runtime.CompilerServices.ModuleInitializer] internal static void Run() => Count = 1; }"));

    private static Task Verify(string source, params string[] messages) => AnalyzerTest.Verify(source, Native, messages);
}
