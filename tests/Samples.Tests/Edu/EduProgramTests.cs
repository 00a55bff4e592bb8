using TopHalf.Samples.Edu;

namespace TopHalf.Samples.Tests.Edu;

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

    [Fact]
    public void By_the_line_it_prints_the_same()
    {
        (int code, string output, string errors) = Run("--intx", "--count", "2");
        Assert.Equal((0, ""), (code, errors));
        Assert.Equal(
            """
            simulated edu: id 0x010000ED, alive
            interrupt     1: the line, status 0x00000001: 1! = 1
            interrupt     2: the line, status 0x00000001: 2! = 2
            2 factorials, 0 wrong
            vector 0 (OnFactorialDone, OnTransferDone): 2 signals, 2 handled, 0 coalesced, 0 spurious

            """,
            output);
    }

    [Theory]
    [InlineData("vector 0")]
    [InlineData("the line", "--intx")]
    public void Transfers_come_back_right_with_an_interrupt_each_way(string by, params string[] more)
    {
        (int code, string output, string errors) = Run(["--count", "1", "--dma", "2", .. more]);
        Assert.Equal((0, ""), (code, errors));
        Assert.Equal(
            $"""
            simulated edu: id 0x010000ED, alive
            interrupt     1: {by}, status 0x00000001: 1! = 1
            1 factorials, 0 wrong
            transfer      1: {by}, status 0x00000100: 332 bytes to 0x40061 and back
            transfer      2: {by}, status 0x00000100: 663 bytes to 0x400C2 and back
            2 transfers each way, 995 bytes, 0 came back wrong
            vector 0 (OnFactorialDone, OnTransferDone): 5 signals, 5 handled, 0 coalesced, 0 spurious

            """,
            output);
    }

    [Theory]
    [InlineData("--device needs a value", "--device")]
    [InlineData("--dma needs a number above 0, not '-1'", "--dma", "-1")]
    [InlineData("--dma needs a value", "--dma")]
    [InlineData("needs a number above 0, not '0'", "--count", "0")]
    [InlineData("needs a number above 0, not 'many'", "--count", "many")]
    [InlineData("'--loud' is not an option", "--loud")]
    [InlineData("no-address", "--device", "no-address")]
    public void Wrong_arguments_end_with_a_sentence_and_exit_code_2(string sentence, params string[] arguments)
        => SampleProgram.Refuses<EduDriver>(sentence, arguments);

    [Fact]
    public void A_device_that_is_not_there_ends_with_its_address_and_exit_code_1() => SampleProgram.MissesItsCard<EduDriver>("--device");

    private static (int Code, string Output, string Errors) Run(params string[] arguments) => SampleProgram.Run<EduDriver>(arguments);
}
