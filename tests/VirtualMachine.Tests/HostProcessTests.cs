namespace TopHalf.VirtualMachine.Tests;

public sealed class HostProcessTests
{
    [Fact]
    public async Task Output_error_and_exit_code_come_back()
    {
        HostProcess process = await HostProcess.RunAsync("sh", ["-c", "echo out; echo err >&2; exit 3"], TimeSpan.FromMinutes(1));

        Assert.Equal(new HostProcess(3, "out\n", "err\n"), process);
    }

    [Fact]
    public async Task What_does_not_end_is_killed()
    {
        // Ends by being killed or not at all.
        HostProcess process = await HostProcess.RunAsync("tail", ["-f", "/dev/null"], TimeSpan.FromMilliseconds(1));

        Assert.Null(process.ExitCode);
    }
}
