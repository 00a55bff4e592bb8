using System.Diagnostics.Metrics;
using System.Diagnostics.Tracing;
using System.IO;

// information is not the point
[InterruptDriver]
internal sealed partial class OutputAndDiagnostics
{
    private static readonly Meter s_meter = new("card");
    private static readonly ActivitySource s_activities = new("card");
    private readonly Counter<long> _counter = s_meter.CreateCounter<long>("irqs");
    private readonly CardEvents _events = new();
    private readonly TextWriter _log = Console.Error;
    private readonly StreamWriter _stream = new("log");
    private readonly StringWriter _lines = new();
    private readonly TraceSource _trace = new("card");
    private string? _text;
    private int _n;

    [MsiVector(0)]
    private void WritesLine(in Interrupt irq)
    {
        Console.WriteLine(); //! TH3006
    }

    [MsiVector(1)]
    private void WritesNumber(in Interrupt irq)
    {
        Console.Write(3); //! TH3006
    }

    [MsiVector(2)]
    private void WritesError(in Interrupt irq)
    {
        Console.Error.WriteLine("late"); //! TH3006
    }

    [MsiVector(3)]
    private void WritesByWriter(in Interrupt irq)
    {
        _log.Write('x'); //! TH3006
    }

    [MsiVector(4)]
    private void WritesFile(in Interrupt irq)
    {
        _stream.WriteLine("x"); //! TH3006
    }

    [MsiVector(5)]
    private void Flushes(in Interrupt irq)
    {
        _stream.Flush(); //! TH3006
    }

    [MsiVector(6)]
    private void AsksKey(in Interrupt irq)
    {
        _n += Console.KeyAvailable ? 1 : 0; //! TH3006|TH3010
    }

    [MsiVector(7)]
    private void Beeps(in Interrupt irq)
    {
        Console.Beep(); //! TH3006
    }

    [MsiVector(8)]
    private void Reads(in Interrupt irq)
    {
        _text = Console.In.ReadLine(); //! TH3006
    }

    [MsiVector(9)]
    private void DebugInRelease(in Interrupt irq)
    {
        Debug.WriteLine("x");
        Debug.Assert(_n >= 0, "negative");
        Debug.Fail("never");
        Debug.WriteLineIf(_n > 3, $"{_n}");
    }

    [MsiVector(10)]
    private void BreaksOrLogs(in Interrupt irq)
    {
        Debugger.Log(0, "card", "x"); //! TH3006|TH3010|TH3009
    }

    [MsiVector(11)]
    private void LogsByHelper(in Interrupt irq)
    {
        Log(4); //! TH3006 //? TH2003 TH2006
    }

    [MsiVector(12)]
    private void CountsMetric(in Interrupt irq)
    {
        _counter.Add(1); //! TH6005
    }

    [MsiVector(13)]
    private void CountsMetricTagged(in Interrupt irq)
    {
        _counter.Add(1, new KeyValuePair<string, object?>("vector", irq.Vector)); //! TH2003 TH6005
    }

    [MsiVector(14)]
    private void AsksMetric(in Interrupt irq)
    {
        _n += _counter.Enabled ? 1 : 0;
    }

    [MsiVector(15)]
    private void StartsActivity(in Interrupt irq)
    {
        using Activity? activity = s_activities.StartActivity("irq"); //! TH2001
    }

    [MsiVector(16)]
    private void AsksActivity(in Interrupt irq)
    {
        _n += s_activities.HasListeners() ? 1 : 0;
    }

    [MsiVector(17)]
    private void WritesEvent(in Interrupt irq)
    {
        if (_events.IsEnabled())
        {
            _events.Seen(irq.Vector); //! TH3006
        }
    }

    [MsiVector(18)]
    private void AsksEvent(in Interrupt irq)
    {
        _n += _events.IsEnabled(EventLevel.Informational, EventKeywords.None) ? 1 : 0;
    }

    private static void Log(int n) => Console.Out.WriteLine("vector {0}", n);
}

[EventSource(Name = "Card")]
internal sealed class CardEvents : EventSource
{
    [Event(1)]
    public void Seen(int vector) => WriteEvent(1, vector);
}
