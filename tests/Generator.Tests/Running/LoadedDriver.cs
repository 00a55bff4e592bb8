using System.Reflection;
using TopHalf.CompilerServices;
using TopHalf.CompilerTesting;

namespace TopHalf.Generator.Tests.Running;

/// <summary>A driver that was generated, compiled and loaded, and whose handlers write what they were called with to a log.</summary>
internal sealed class LoadedDriver
{
    /// <summary>Added to every source: a handler calls <c>Log.Add("Name", in irq)</c>.</summary>
    private const string LogSource = """

        public static class Log
        {
            public static readonly System.Collections.Generic.List<string> Lines = new System.Collections.Generic.List<string>();

            public static void Add(string handler, in TopHalf.Interrupt irq)
            {
                lock (Lines)
                {
                    Lines.Add($"{handler} vector {irq.Vector} index {irq.Index} status {irq.Status:X} signals {irq.Signals} at {irq.Timestamp}");
                    System.Threading.Monitor.PulseAll(Lines);
                }
            }
        }
        """;

    /// <summary>How long a test waits for what must come.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    private readonly List<string> _lines;
    private readonly Type _type;

    public LoadedDriver(string source, ProjectOptions? options = null, string name = "MyDriver")
    {
        Assembly assembly = GeneratedDriver.CompileAndLoad(source + LogSource, options);
        _type = assembly.GetType(name, throwOnError: true)!;
        _lines = (List<string>)assembly.GetType("Log")!.GetField("Lines")!.GetValue(null)!;
        Instance = Activator.CreateInstance(_type)!;
        Manifest = (DriverManifest)_type.GetProperty("Manifest")!.GetValue(null)!;
    }

    /// <summary>The driver object.</summary>
    public object Instance { get; }

    /// <summary>What it declares.</summary>
    public DriverManifest Manifest { get; }

    /// <summary>All declared vectors, ascending.</summary>
    public int[] Vectors => [.. Manifest.Handlers.ToArray()
        .SelectMany(static h => h.Vectors.ToArray())
        .SelectMany(static r => Enumerable.Range(r.First, r.Count))
        .Order()];

    /// <summary>What the handlers wrote since the last call.</summary>
    public string[] TakeLog()
    {
        lock (_lines)
        {
            string[] taken = [.. _lines];
            _lines.Clear();
            return taken;
        }
    }

    /// <summary>Waits until the handlers wrote so many lines.</summary>
    public void WaitForLines(int count)
    {
        lock (_lines)
        {
            while (_lines.Count < count)
            {
                Assert.True(Monitor.Wait(_lines, Deadline), $"{_lines.Count} of {count} handler calls came.");
            }
        }
    }

    /// <summary>Runs the generated loop over a script; gives what it counted.</summary>
    public InterruptStatistics Run(PciDevice device, params ScriptedEvent[] script)
        => NewDispatcher().Replay(device, [.. script.Select(static e => new InterruptEvent(e.Vector, e.Signals, e.Timestamp))]);

    /// <summary>The generated dispatcher of the driver object.</summary>
    public InterruptDispatcher NewDispatcher() => DispatcherOf(Instance);

    /// <summary>The generated dispatcher of any driver object.</summary>
    public static InterruptDispatcher DispatcherOf(object driver)
    {
        Type nested = driver.GetType().GetNestedType("TopHalfDispatcher", BindingFlags.NonPublic)!;
        ConstructorInfo constructor = nested.GetConstructors().Single();
        return (InterruptDispatcher)constructor.Invoke(constructor.GetParameters().Length == 0 ? [] : [driver]);
    }

    /// <summary>Calls the generated <c>EnableInterrupts</c>.</summary>
    public InterruptBinding Enable(PciDevice device, InterruptOptions? options = null)
        => _type.GetMethod("EnableInterrupts")!
            .CreateDelegate<Func<PciDevice, InterruptOptions?, InterruptBinding>>(Instance)(device, options);

    /// <summary>Calls the generated <c>RunInterrupts</c>.</summary>
    public void RunOnCaller(PciDevice device, InterruptOptions? options, CancellationToken cancellationToken)
        => _type.GetMethod("RunInterrupts")!
            .CreateDelegate<Action<PciDevice, InterruptOptions?, CancellationToken>>(Instance)(device, options, cancellationToken);
}
