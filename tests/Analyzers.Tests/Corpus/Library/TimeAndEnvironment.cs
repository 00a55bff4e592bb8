using System.Globalization;
using System.Runtime;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

[InterruptDriver]
internal sealed partial class TimeAndEnvironment
{
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly char[] _chars = new char[32];
    private DateTime _when;
    private DateTimeOffset _offset;
    private TimeSpan _span;
    private string? _text;
    private long _ticks;
    private int _n;

    [MsiVector(0)]
    private void Stopwatches(in Interrupt irq)
    {
        _ticks = Stopwatch.GetTimestamp() + Stopwatch.Frequency;
        _span = Stopwatch.GetElapsedTime(_ticks) + _watch.Elapsed;
        _ticks += _watch.ElapsedMilliseconds + _watch.ElapsedTicks;
        _watch.Restart();
        _watch.Stop();
        _n += _watch.IsRunning ? 1 : 0;
    }

    [MsiVector(1)]
    private void StopwatchNew(in Interrupt irq)
    {
        _n += Stopwatch.StartNew().IsRunning ? 1 : 0; //! TH2001
    }

    [MsiVector(2)]
    private void Clocks(in Interrupt irq)
    {
        _ticks += Environment.TickCount64 + Environment.TickCount;
        _when = DateTime.UtcNow;
        _offset = DateTimeOffset.UtcNow;
    }

    [MsiVector(3)]
    private void LocalClock(in Interrupt irq)
    {
        _when = DateTime.Now; //i TH5005
    }

    [MsiVector(4)]
    private void LocalClock2(in Interrupt irq)
    {
        _offset = DateTimeOffset.Now; //i TH5005
    }

    [MsiVector(5)]
    private void LocalClock3(in Interrupt irq)
    {
        _when = DateTime.Today; //i TH5005
    }

    [MsiVector(6)]
    private void Calendar(in Interrupt irq)
    {
        _when = _when.AddMilliseconds(3).AddTicks(4) + TimeSpan.FromSeconds(2);
        _n += _when.Year + _when.DayOfYear + (int)_when.DayOfWeek + _when.Millisecond;
        _ticks += _offset.ToUnixTimeMilliseconds() + _when.Ticks + DateTime.UnixEpoch.Ticks;
        _span = _when - DateTime.MinValue;
        _n += _span.TotalSeconds > 1.5 || _when > DateTime.MaxValue ? 1 : 0;
        _n += DateOnly.FromDateTime(_when).Day + TimeOnly.FromDateTime(_when).Hour;
    }

    [MsiVector(7)]
    private void LocalCalendar(in Interrupt irq)
    {
        _when = _when.ToLocalTime(); //i TH5005
    }

    [MsiVector(8)]
    private void TimeText(in Interrupt irq)
    {
        _text = _when.ToString("O"); //! TH2006
    }

    [MsiVector(9)]
    private void SpanText(in Interrupt irq)
    {
        _text = _span.ToString(); //! TH2006
    }

    [MsiVector(10)]
    private void ProviderClock(in Interrupt irq)
    {
        _ticks += TimeProvider.System.GetTimestamp();
        _offset = TimeProvider.System.GetUtcNow();
    }

    [MsiVector(11)]
    private void ProcessorFacts(in Interrupt irq)
    {
        _n += Environment.ProcessorCount + Environment.CurrentManagedThreadId + Environment.ProcessId; //i TH5005
        _n += Environment.Is64BitProcess && BitConverter.IsLittleEndian && OperatingSystem.IsLinux() ? 1 : 0;
        _n += Environment.HasShutdownStarted || Debugger.IsAttached ? 1 : 0;
        _text = Environment.NewLine;
    }

    [MsiVector(12)]
    private void Variable(in Interrupt irq)
    {
        _text = Environment.GetEnvironmentVariable("CARD"); //! TH2006 TH3001
    }

    [MsiVector(13)]
    private void MachineName(in Interrupt irq)
    {
        _text = Environment.MachineName; //! TH2006|TH3010
    }

    [MsiVector(14)]
    private void WorkingSet(in Interrupt irq)
    {
        _ticks = Environment.WorkingSet; //! TH3006|TH3010
    }

    [MsiVector(15)]
    private void StackText(in Interrupt irq)
    {
        _text = Environment.StackTrace; //! TH2001
    }

    [MsiVector(16)]
    private void Exits(in Interrupt irq)
    {
        Environment.Exit(1); //! TH3002|TH3010|TH3006|TH3001|TH4002
    }

    [MsiVector(17)]
    private void FailsFast(in Interrupt irq)
    {
        Environment.FailFast("broken"); //! TH3006|TH3010|TH4002
    }

    [MsiVector(18)]
    private void CommandLine(in Interrupt irq)
    {
        _n += Environment.GetCommandLineArgs().Length; //! TH2002
    }

    [MsiVector(19)]
    private void Switches(in Interrupt irq)
    {
        _n += AppContext.TryGetSwitch("Card.Slow", out bool isSlow) && isSlow ? 1 : 0; //? TH5005 TH3001
    }

    [MsiVector(20)]
    private void Platform(in Interrupt irq)
    {
        _n += RuntimeInformation.IsOSPlatform(OSPlatform.Linux) ? 1 : 0;
        _n += (int)RuntimeInformation.ProcessArchitecture;
    }

    [MsiVector(21)]
    private void Pauses(in Interrupt irq)
    {
        if (X86Base.IsSupported)
        {
            X86Base.Pause();
        }
    }

    [MsiVector(22)]
    private void Cultures(in Interrupt irq)
    {
        _n += CultureInfo.InvariantCulture.LCID; //i TH5005
    }

    [MsiVector(23)]
    private void Lat(in Interrupt irq)
    {
        GCSettings.LatencyMode = GCLatencyMode.SustainedLowLatency; //! TH3007|TH3010
    }
}
