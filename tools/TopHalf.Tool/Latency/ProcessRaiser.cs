using System.Diagnostics;
using System.Globalization;

namespace TopHalf.Tool;

/// <summary>The other process, from this side: it ends when its standard input does, so that it never outlives this one.</summary>
internal sealed class ProcessRaiser : IRaiser
{
    // More than the tenth of a second after which it looks at the log, on a machine that is busy.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly RaiseLog _log;
    private readonly Process _process;
    private bool _disposed;

    public ProcessRaiser(RaiseSchedule schedule, RaiseLog log, string file, int eventFd)
    {
        _log = log;
        var start = new ProcessStartInfo(Environment.ProcessPath!, Arguments(schedule, file, eventFd))
        {
            RedirectStandardInput = true,
            RedirectStandardError = true,
        };
        _process = Process.Start(start)!;
        Completion = WatchAsync();
    }

    public Task Completion { get; }

    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        _disposed = true;
        _log.Stop();
        _process.StandardInput.Close();
        if (!_process.WaitForExit(Patience))
        {
            _process.Kill();
            _process.WaitForExit();
        }

        Task.WaitAny(Completion); // its faults belong to whoever looks at them
        _process.Dispose();
    }

    private static string[] Arguments(RaiseSchedule schedule, string file, int eventFd)
    {
        // Started as `dotnet TopHalf.Tool.dll`, or as a program of its own.
        string[] program = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(ProcessRaiser).Assembly.Location] : [];
        return
        [
            .. program, RaiseCommand.Name, file, Text(eventFd), Text(schedule.Interval), Text(schedule.Count), Text(schedule.Priority ?? 0),
        ];
    }

    private async Task WatchAsync()
    {
        string complaint = await _process.StandardError.ReadToEndAsync().ConfigureAwait(false);
        await _process.WaitForExitAsync().ConfigureAwait(false);
        if (_process.ExitCode != 0)
        {
            throw new IOException($"The process that raises the interrupts ended with {_process.ExitCode}. {complaint.Trim()}");
        }
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
