using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TopHalf.CompilerServices;
using TopHalf.CompilerTesting;
using TopHalf.Declarations;
using TopHalf.Generator.Tests.Running;

namespace TopHalf.Generator.Tests.Properties;

/// <summary>One driver of a batch, compiled.</summary>
internal sealed class BatchDriver
{
    private readonly object _instance;

    public BatchDriver(object instance, DriverSpec spec)
    {
        _instance = instance;
        Spec = spec;
        InterruptDispatcher dispatcher = NewDispatcher();
        using var card = new ScriptedCard();
        Bound = ManifestBinding.Bind(dispatcher, card);
        Vectors = Bound.DeclaredVectors();
        Registers = [.. Bound.Handlers.ToArray()
            .SelectMany(StepProgram.Everywhere)
            .Where(static s => s.TouchesRegister)
            .DistinctBy(static s => (s.Operation, s.Type, s.Bar, s.Offset, s.Mask))];
    }

    public DriverSpec Spec { get; }

    /// <summary>What it declares, with the addresses that a card and a driver object tell.</summary>
    public DriverManifest Bound { get; }

    public int[] Vectors { get; }

    /// <summary>The steps that touch registers, with every register that each can have.</summary>
    public Step[] Registers { get; }

    public InterruptDispatcher NewDispatcher() => LoadedDriver.DispatcherOf(_instance);
}

/// <summary>Many drivers in one compilation, since that is what costs.</summary>
internal static class DriverBatch
{
    private const string LogSource = """
        public static class Log
        {
            public static System.Action<string, int, int, ulong, long, long> Called = null!;

            public static void Add(string handler, in TopHalf.Interrupt irq)
                => Called(handler, irq.Vector, irq.Index, irq.Status, irq.Signals, irq.Timestamp);
        }
        """;

    private static readonly ProjectOptions Project = new() { AllowUnsafe = true, Optimization = OptimizationLevel.Release };

    [ThreadStatic]
    private static Action<Happening>? _called;

    /// <summary>Compiles them, with all that is checked of any generated driver; no rule may refuse one.</summary>
    public static BatchDriver[] Compile(IReadOnlyList<DriverSpec> specs)
    {
        if (Refusals(specs).Select(static (rules, i) => (Rules: rules, Driver: i)).FirstOrDefault(static r => r.Rules.Length > 0) is { Rules: { } rules } refused)
        {
            throw new CheckFailedException($"{string.Join(", ", rules)} of\n{specs[refused.Driver]}");
        }

        return Drivers(specs, GeneratedDriver.CompileAndLoad(Source(specs), Project));
    }

    /// <summary>Compiles them and no more: those that are like some that were checked.</summary>
    public static BatchDriver[] CompileQuickly(IReadOnlyList<DriverSpec> specs)
    {
        GeneratorRun.NewDriver(Project).RunGeneratorsAndUpdateCompilation(DriverProject.Create(Project, Source(specs)), out Compilation output, out _);
        return Drivers(specs, GeneratedDriver.Load(output));
    }

    /// <summary>Those that no rule refuses.</summary>
    public static DriverSpec[] Valid(IReadOnlyList<DriverSpec> specs)
        => [.. specs.Zip(Refusals(specs)).Where(static r => r.Second.Length == 0).Select(static r => r.First)];

    /// <summary>While something runs on this thread, what its handlers do.</summary>
    public static void Listen(Action<Happening>? called) => _called = called;

    private static BatchDriver[] Drivers(IReadOnlyList<DriverSpec> specs, Assembly assembly)
    {
        assembly.GetType("Log")!.GetField("Called")!.SetValue(null, (Action<string, int, int, ulong, long, long>)Called);
        return [.. specs.Select((spec, i) => new BatchDriver(Activator.CreateInstance(assembly.GetType(Name(i))!)!, spec))];
    }

    private static void Called(string handler, int vector, int index, ulong status, long signals, long time)
        => _called!(new Happening(default, handler, vector, index, status, signals, time));

    private static string[][] Refusals(IReadOnlyList<DriverSpec> specs)
    {
        CSharpCompilation project = DriverProject.Create(Project, Source(specs));
        return [.. Enumerable.Range(0, specs.Count).Select(string[] (i) =>
        {
            INamedTypeSymbol type = project.Assembly.GetTypeByMetadataName(Name(i))!;
            var faults = new RuleIds();
            DriverParser.Parse(type, DriverParser.FindDriverAttribute(type)!, faults, CancellationToken.None);
            return faults.IsFaulty ? faults.Ids.ToArray() : [];
        })];
    }

    private static string Source(IReadOnlyList<DriverSpec> specs)
        => $"using TopHalf;\n{string.Concat(specs.Select(static (spec, i) => spec.Source(Name(i))))}{LogSource}";

    private static string Name(int i) => $"Driver{i}";

    private sealed class RuleIds : FaultSink
    {
        public SortedSet<string> Ids { get; } = ["(an error)"];

        protected override void Report(DiagnosticDescriptor rule, Anchor anchor, object[] arguments) => Ids.Add(rule.Id);
    }
}
