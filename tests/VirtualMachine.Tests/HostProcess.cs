using System.Diagnostics;

namespace TopHalf.VirtualMachine.Tests;

/// <summary>A program of the host, run to its end.</summary>
/// <param name="ExitCode">What it ended with; null if it did not end in time and was killed.</param>
/// <param name="Output">Its standard output.</param>
/// <param name="Error">Its standard error.</param>
public sealed record HostProcess(int? ExitCode, string Output, string Error)
{
    /// <summary>Runs a program. When the time is over that one process is killed, by its handle.</summary>
    public static async Task<HostProcess> RunAsync(string program, IEnumerable<string> arguments, TimeSpan deadline)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> error = process.StandardError.ReadToEndAsync();
        bool killed = false;
        using CancellationTokenSource timer = new(deadline);
        try
        {
            await process.WaitForExitAsync(timer.Token);
        }
        catch (OperationCanceledException)
        {
            killed = true;
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }

        return new HostProcess(killed ? null : process.ExitCode, await output, await error);
    }
}
