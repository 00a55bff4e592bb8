using System.Diagnostics;
using System.Runtime.InteropServices;

namespace TopHalf.Samples.Tests;

/// <summary>However a process ends while interrupts are enabled, the card is masked and released.</summary>
public sealed partial class EndingProcessTests
{
    private const int Interrupted = 2; // signal.h: SIGINT
    private const int Terminated = 15; // signal.h: SIGTERM

    [Theory]
    [InlineData("return", 0)]
    [InlineData("exit", 3)]
    [InlineData("throw", 134)] // 128 + SIGABRT
    [InlineData("throw-elsewhere", 134)]
    [InlineData("exit-in-handler", 4)]
    [InlineData("hang-in-handler", 0)]
    public void By_itself(string way, int code)
    {
        using var process = new EndingProcess(way);
        process.AssertEnds(code);
    }

    [Theory]
    [InlineData("wait", Terminated)]
    [InlineData("wait", Interrupted)]
    [InlineData("cancel", Interrupted)]
    public void By_a_signal(string way, int signal)
    {
        using var process = new EndingProcess(way);
        process.AwaitEnabled();
        process.Signal(signal);
        process.AssertEnds(128 + signal);
    }

    [Fact]
    public void Not_by_a_signal_that_the_program_cancels()
    {
        using var process = new EndingProcess("live-on");
        process.AwaitEnabled();
        process.Signal(Interrupted);
        Assert.Equal(["disabled", "handled", "unmasked"], [process.ReadLine(), process.ReadLine(), process.ReadLine()]); // an interrupt after the signal
        process.AssertEnds(0);
    }

    /// <summary>The program, on whose output the card says what was written to it. It does not outlive its test.</summary>
    private sealed partial class EndingProcess : IDisposable
    {
        private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(1);
        private readonly Process _process;
        private readonly Task<string> _errors; // read as they come: a full pipe would keep it from ending

        public EndingProcess(string way)
        {
            _process = Process.Start(new ProcessStartInfo("dotnet", [typeof(global::TopHalf.Tests.EndingProcess.EndingDriver).Assembly.Location, way])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            _errors = _process.StandardError.ReadToEndAsync();
        }

        public string ReadLine()
        {
            Task<string?> line = _process.StandardOutput.ReadLineAsync();
            Assert.True(line.Wait(Deadline), "it says nothing");
            return line.Result ?? "(the end)";
        }

        public void AwaitEnabled()
        {
            Assert.Equal("unmasked", ReadLine());
            Assert.Equal("enabled", ReadLine());
        }

        public void Signal(int signal) => Assert.Equal(0, Kill(_process.Id, signal));

        public void AssertEnds(int code)
        {
            Task<string> output = _process.StandardOutput.ReadToEndAsync();
            Assert.True(_process.WaitForExit(Deadline), "it did not end");
            string[] lines = output.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.True(lines.TakeLast(2).SequenceEqual(["disabled", "released"]) && _process.ExitCode == code, $"{_process.ExitCode}: {output.Result}{_errors.Result}");
        }

        public void Dispose()
        {
            if (!_process.HasExited)
            {
                _process.Kill();
                _process.WaitForExit();
            }

            _errors.Wait();
            _process.Dispose();
        }

        [LibraryImport("libc", EntryPoint = "kill")]
        private static partial int Kill(int process, int signal);
    }
}
