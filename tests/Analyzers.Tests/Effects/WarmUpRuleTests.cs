using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>TH50xx where code is compiled at run time: type initialisers that the warm-up is sure to run are not reported, all else is.</summary>
public sealed class WarmUpRuleTests
{
    private const string Tables = "internal static class Tables { public static readonly byte[] Values = new byte[8]; }";

    [Fact]
    public Task A_type_initialiser_is_run_before() => AnalyzerTest.Verify(
        EffectSource.Handler("_last = Tables.Values[1];", "private byte _last;", Tables));

    [Fact]
    public Task Also_through_calls_generic_code_and_structs() => AnalyzerTest.Verify(
        EffectSource.Handler("_ring.Push(); _n += Read<Small>() + _mark.Get() + Log.Add(1);", "private readonly Ring _ring = new(); private Mark _mark; private int _n; private static int Read<T>() where T : ISize => T.Size;",
            """
            internal sealed class Ring { private int _n; public void Push() => _n = Tables.Values[0]; }
            internal interface ISize { static abstract int Size { get; } }
            internal sealed class Small : ISize { public static int Size { get; } = 8; }
            internal struct Mark { private static int s_n; static Mark() { s_n = 3; } public int Get() => s_n; }
            internal static class Log { static Log() { } public static int Add(int n) => n; }
            """ + Tables));

    [Fact]
    public Task With_NativeAOT_it_is_not() => AnalyzerTest.Verify(
        EffectSource.Handler("_last = Tables.{|TH5001:Values|}[1];", "private byte _last;", Tables), new ProjectOptions { IsNative = true });

    /// <summary>The object may be one that comes when interrupts are enabled already.</summary>
    [Fact]
    public Task Behind_an_interface_it_may_not_be() => AnalyzerTest.Verify(
        EffectSource.Handler("_sink?.{|TH5001:Put|}();", "private ISink? _sink; internal ISink? Sink { set => _sink = value; }",
            """
            internal interface ISink { void Put(); }
            internal sealed class Crc : ISink { private int _n; public void Put() => _n = Tables.Values[0]; }
            """ + Tables));

    [Fact]
    public Task Behind_an_override_it_may_not_be() => AnalyzerTest.Verify(
        EffectSource.Handler("_stage?.{|TH5001:Run|}();", "private Stage? _stage; internal Stage? Next { set => _stage = value; }",
            """
            internal abstract class Stage { public abstract void Run(); }
            internal sealed class Crc : Stage { private int _n; public override void Run() => _n = Tables.Values[0]; }
            """ + Tables));

    [Fact]
    public Task Used_directly_as_well_it_is() => AnalyzerTest.Verify(
        EffectSource.Handler("_sink?.Put(); _n = Tables.Values[2];", "private int _n; private ISink? _sink; internal ISink? Sink { set => _sink = value; }",
            """
            internal interface ISink { void Put(); }
            internal sealed class Crc : ISink { private int _n; public void Put() => _n = Tables.Values[0]; }
            """ + Tables));

    /// <summary>Who calls it, and after which warm-up, nobody knows.</summary>
    [Fact]
    public Task Under_a_contract_it_is_not() => AnalyzerTest.Verify(
        EffectSource.Handler("_ring.Push();", "private readonly Ring _ring = new();",
            "internal sealed class Ring { private int _n; [InterruptSafe] public void Push() => _n = Tables.{|TH5001:Values|}[0]; }" + Tables));

    [Fact]
    public Task What_it_does_not_do() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "_n += _lazy.{|TH5002:Value|} + s_depth.{|TH5004:Value|} + DateTime.{|TH5005:Now|}.Second; _action = {|TH5003:static () =>|} { };",
            "private int _n; private Action? _action; private readonly Lazy<int> _lazy = new(static () => 3); private static readonly ThreadLocal<int> s_depth = new();"));
}
