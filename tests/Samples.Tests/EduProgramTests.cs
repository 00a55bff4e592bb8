using TopHalf.Samples.Edu;

namespace TopHalf.Samples.Tests;

/// <summary>The Edu sample as its user starts it.</summary>
public sealed class EduProgramTests
{
    [Fact]
    public void It_prints_a_line_per_interrupt_and_a_summary()
    {
        (int code, string output, _) = Run("--count", "3");
        Assert.Equal(0, code);
        Assert.Equal(
            """
            simulated edu: id 0x010000ED, alive
            interrupt     1: vector 0, status 0x00000001: 1! = 1
            interrupt     2: vector 0, status 0x00000001: 2! = 2
            interrupt     3: vector 0, status 0x00000001: 3! = 6
            3 factorials, 0 wrong
            vector 0 (OnFactorialDone): 3 signals, 3 handled, 0 coalesced, 0 spurious

            """,
            output);
    }

    [Fact]
    public void Quiet_prints_the_summary_only()
    {
        (int code, string output, _) = Run("--quiet", "--count", "1000");
        Assert.Equal(0, code);
        Assert.DoesNotContain("interrupt ", output, StringComparison.Ordinal);
        Assert.Contains("1000 signals, 1000 handled, 0 coalesced, 0 spurious", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--device needs a value", "--device")]
    [InlineData("needs a number above 0, not '0'", "--count", "0")]
    [InlineData("needs a number above 0, not 'many'", "--count", "many")]
    [InlineData("'--loud' is not an option", "--loud")]
    [InlineData("no-address", "--device", "no-address")]
    public void Wrong_arguments_end_with_a_sentence_and_exit_code_2(string sentence, params string[] arguments)
    {
        (int code, string output, string errors) = Run(arguments);
        Assert.Equal((2, ""), (code, output));
        Assert.Contains(sentence, errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_device_that_is_not_there_ends_with_its_address_and_exit_code_1()
    {
        (int code, _, string errors) = Run("--device", "ffff:1f:1f.7");
        Assert.Equal(1, code);
        Assert.Contains("ffff:1f:1f.7", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    private static (int Code, string Output, string Errors) Run(params string[] arguments) => SampleProgram.Run<EduDriver>(arguments);
}
