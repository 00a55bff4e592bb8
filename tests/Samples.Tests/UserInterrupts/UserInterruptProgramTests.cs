extern alias userInterrupts;

using System.Runtime.InteropServices;
using Driver = userInterrupts::TopHalf.Samples.Edu.EduDriver;

namespace TopHalf.Samples.Tests.UserInterrupts;

/// <summary>The UserInterrupts sample as its user starts it.</summary>
public sealed class UserInterruptProgramTests
{
    [Theory]
    [InlineData("two threads", "adaptive")]
    [InlineData("two threads", "block")]
    [InlineData("two processes", "adaptive", "--processes")]
    [InlineData("two processes", "block", "--processes")]
    public void The_ball_comes_back_and_the_factorials_are_right(string who, string mode, params string[] more)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64, "The waits are machine code for Linux on x86-64.");
        (int code, string output, string errors) = SampleProgram.Run<Driver>(["--rounds", "300", "--count", "24", "--wait", mode, .. more]);
        Assert.Equal((0, ""), (code, errors));
        UserInterruptSupport support = UserInterrupt.GetSupport();
        string[] lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(4, lines.Length);
        Assert.Equal($"this machine: {support.Reason}", lines[0]);
        Assert.Matches($"^ping-pong between {who}, by {(support.IsSupported ? "user interrupts" : "bits in memory")}: 300 rounds, [0-9.]+ µs there and back in the middle, [0-9.]+ at 99 %$", lines[1]);
        Assert.Equal("simulated edu: interrupts arrive by a bit in memory: the device sets it itself.", lines[2]);
        Assert.Matches("^24 factorials, 0 wrong; vector 0: 24 signals, 24 handled, 0 coalesced, 0 spurious$", lines[3]);
    }

    [Theory]
    [InlineData("--rounds needs a number above 0, not '0'", "--rounds", "0")]
    [InlineData("--wait is block, spin or adaptive, not 'long'", "--wait", "long")]
    [InlineData("'--loud' is not an option", "--loud")]
    [InlineData("'here' is no address of a user interrupt", "--answer", "here")]
    public void Wrong_arguments_end_with_a_sentence_and_exit_code_2(string sentence, params string[] arguments)
        => SampleProgram.Refuses<Driver>(sentence, arguments);
}
