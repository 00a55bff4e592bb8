using System.Diagnostics;
using System.Runtime.InteropServices;

namespace TopHalf.Samples.Tests;

/// <summary>However a process ends while interrupts are enabled, the card is masked and released.</summary>
public sealed partial class EndingProcessTests
{
    private const int Interrupted = 2; // signal.h: SIGINT
    private const int Terminated = 15; // signal.h: SIGTERM
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData("return", 0)]
    [InlineData("exit", 3)]
    [InlineData("throw", 134)] // 128 + SIGABRT
    [InlineData("throw-elsewhere", 134)]
    [InlineData("exit-in-handler", 4)]
    [InlineData("hang-in-handler", 0)]
    public void By_itself(string way, int code)
    {
        using Process process = Start(way);
        Assert.Equal(code, AssertLeftQuiet(process));
    }

    [Theory]
    [InlineData("wait", Terminated)]
    [InlineData("wait", Interrupted)]
    [InlineData("cancel", Interrupted)]
    public void By_a_signal(string way, int signal)
    {
        using Process process = Start(way);
        Assert.Equal("unmasked", process.StandardOutput.ReadLine());
        Assert.Equal("enabled", process.StandardOutput.ReadLine());
        Assert.Equal(0, Kill(process.Id, signal));
        Assert.Equal(128 + signal, AssertLeftQuiet(process));
    }

    private static int AssertLeftQuiet(Process process)
    {
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Assert.True(process.WaitForExit(Deadline), "it did not end");
        string[] lines = output.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(["disabled", "released"], lines.TakeLast(2));
        return process.ExitCode;
    }

    private static Process Start(string way) => Process.Start(new ProcessStartInfo("dotnet")
    {
        ArgumentList = { typeof(global::TopHalf.Tests.EndingProcess.EndingDriver).Assembly.Location, way },
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
