using TopHalf.Samples.Xdma;

namespace TopHalf.Samples.Tests.Xdma;

/// <summary>The Xdma sample as its user starts it.</summary>
public sealed class XdmaProgramTests
{
    [Theory]
    [InlineData]
    [InlineData("--native")]
    public void Every_transfer_is_one_interrupt_and_comes_back_right(params string[] more)
    {
        (int code, string output, string errors) = Run([.. more, "--rounds", "20"]);
        Assert.Equal((0, ""), (code, errors));
        Assert.Equal(
            """
            simulated XDMA: interrupt block 0x1FC20006, 2 channels each way
            channel 0 to the card:   20 transfers, 20 interrupts
            channel 0 from the card: 20 transfers, 20 interrupts
            channel 1 to the card:   20 transfers, 20 interrupts
            channel 1 from the card: 20 transfers, 20 interrupts
            80 transfers, 0 came back wrong
            40 events of the logic, 40 handled
            1 unclaimed (user interrupt 9), and masked; enabled after the end: user 0x0, channels 0x0

            """,
            output);
    }

    [Theory]
    [InlineData("--rounds needs a value", "--rounds")]
    [InlineData("--rounds needs a number above 0, not '0'", "--rounds", "0")]
    [InlineData("'--loud' is not an option", "--loud")]
    [InlineData("'another' is not an option", "0000:00:05.0", "another")]
    [InlineData("no-address", "no-address")]
    public void Wrong_arguments_end_with_a_sentence_and_exit_code_2(string sentence, params string[] arguments)
        => SampleProgram.Refuses<XdmaDriver>(sentence, arguments);

    [Fact]
    public void A_card_that_is_not_there_ends_with_its_address_and_exit_code_1() => SampleProgram.MissesItsCard<XdmaDriver>();

    private static (int Code, string Output, string Errors) Run(params string[] arguments) => SampleProgram.Run<XdmaDriver>(arguments);
}
