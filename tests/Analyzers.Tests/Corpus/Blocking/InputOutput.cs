// information is not the point
using System.IO;
using System.Net.Sockets;
using System.Text;

[InterruptDriver]
internal sealed partial class InputOutput
{
    private readonly FileStream? _file;
    private readonly StreamWriter _log = new(new MemoryStream());
    private readonly MemoryStream _memory = new(new byte[64]);
    private readonly byte[] _bytes = new byte[16];
    private readonly Socket? _socket;
    private readonly ILog? _ilog;
    private readonly Process? _process;
    private object? _sink;
    private int _n;

    [MsiVector(0)] // console-write
    private void ConsoleWrite(in Interrupt irq)
    {
        Console.Write('x'); //! TH3006
    }

    [MsiVector(1)] // console-writeline-null
    private void ConsoleWriteLine(in Interrupt irq)
    {
        Console.WriteLine("rx"); //! TH3006
    }

    [MsiVector(2)]
    private void ConsoleError(in Interrupt irq)
    {
        Console.Error.WriteLine("rx"); //! TH3006 //? TH3001
    }

    [MsiVector(3)] // debug_write: not in a release
    private void DebugWrite(in Interrupt irq)
    {
        Debug.WriteLine("rx " + irq.Vector);
        Debug.Assert(irq.Vector >= 0, "no vector " + irq.Vector);
    }

    [MsiVector(4)] // trace_write: TRACE is not defined here
    private void TraceWrite(in Interrupt irq)
    {
        Trace.WriteLine("rx " + irq.Vector);
    }

    [MsiVector(5)]
    private void FileRead(in Interrupt irq)
    {
        _sink = File.ReadAllText("/x"); //! TH3006 //? TH2006 TH2001 TH2002
    }

    [MsiVector(6)]
    private void FileExists(in Interrupt irq)
    {
        if (File.Exists("/x")) //! TH3006 //? TH2006
        {
            _n++;
        }
    }

    [MsiVector(7)]
    private void StreamRead(in Interrupt irq)
    {
        if (_file is not null)
        {
            _n = _file.Read(_bytes, 0, 4); //! TH3006
        }
    }

    [MsiVector(8)]
    private void WriterWrite(in Interrupt irq)
    {
        _log.WriteLine("rx"); //! TH3006
    }

    [MsiVector(9)]
    private void Send(in Interrupt irq)
    {
        _socket?.Send(_bytes); //! TH3006
    }

    [MsiVector(10)]
    private void StartProcess(in Interrupt irq)
    {
        _sink = Process.Start("/bin/true"); //! TH3006 //? TH2001
    }

    [MsiVector(11)] // four hops to the console
    private void LogBelow(in Interrupt irq)
    {
        Report(irq.Vector); //! TH3006
    }

    [MsiVector(12)] // gc_collect0
    private void Collect(in Interrupt irq)
    {
        GC.Collect(0); //! TH3007
    }

    [MsiVector(13)]
    private void PendingFinalizers(in Interrupt irq)
    {
        GC.WaitForPendingFinalizers(); //! TH3007|TH3002
    }

    [MsiVector(14)]
    private void Pressure(in Interrupt irq)
    {
        GC.AddMemoryPressure(100); //! TH3007
    }

    [MsiVector(15)]
    private void OwnLogger(in Interrupt irq)
    {
        _ilog?.Write("rx"); //! TH6003
    }

    [MsiVector(16)]
    private void SleepInConditional(in Interrupt irq)
    {
        TraceSlowly(irq.Vector);
        Step();
    }

    [Conditional("SLOW_TRACE")]
    private static void TraceSlowly(int vector)
    {
        Thread.Sleep(vector);
        Console.WriteLine(vector);
    }

    private static void Report(int vector) => Describe(vector);

    private static void Describe(int vector) => Sink.Line(vector == 0 ? "zero" : "other");

    private void Step() => _n++;
}

public interface ILog
{
    void Write(string text);
}

internal static class Sink
{
    public static void Line(string text) => Out(text);

    private static void Out(string text) => Console.Out.WriteLine(text);
}
