using TopHalf.Samples.E1000e;

namespace TopHalf.Samples.Tests.E1000e;

/// <summary>The E1000e sample as its user starts it.</summary>
public sealed class E1000eProgramTests
{
    [Theory]
    [InlineData]
    [InlineData("--native")]
    public void Every_vector_is_raised_and_the_question_answered(params string[] more)
    {
        (int code, string output, string errors) = Run([.. more, "--rounds", "20"]);
        Assert.Equal((0, ""), (code, errors));
        Assert.Equal(
            """
            simulated 82574L: MAC address 52:54:00:12:34:56
            vector 0: 20 raised through ICS, 20 handled
            vector 1: 20 raised through ICS, 20 handled
            vector 2: 20 raised through ICS, 20 handled
            sent     42 bytes: 52:54:00:12:34:56 to ff:ff:ff:ff:ff:ff: who has 10.0.2.2? Tell 10.0.2.15
            received 60 bytes: 52:55:0a:00:02:02 to 52:54:00:12:34:56: 10.0.2.2 is at 52:55:0a:00:02:02
            vector 0 (OnReceived): 21 signals, 21 handled, 0 spurious
            vector 1 (OnSent): 21 signals, 21 handled, 0 spurious

            """,
            output[..output.LastIndexOf("vector 2", StringComparison.Ordinal)]);

        // Whether the link's own interrupt is handled before the end is a matter of time.
        Assert.Matches("^vector 2 \\(OnOther\\): 2[01] signals, 2[01] handled, 0 spurious\n$", output[output.LastIndexOf("vector 2", StringComparison.Ordinal)..]);
    }

    [Fact]
    public void A_question_that_nobody_answers_ends_with_a_sentence_and_exit_code_1()
    {
        (int code, _, string errors) = Run("--ask", "10.0.2.9", "--seconds", "1", "--rounds", "1");
        Assert.Equal((1, "Nobody has answered for 10.0.2.9 in 1 s; 0 other frames came."), (code, errors.Trim()));
    }

    [Theory]
    [InlineData("--rounds needs a value", "--rounds")]
    [InlineData("--rounds needs a number above 0, not '0'", "--rounds", "0")]
    [InlineData("--seconds needs a number above 0, not 'a'", "--seconds", "a")]
    [InlineData("--ask needs an address such as 10.0.2.2, not '10.2'", "--ask", "10.2")]
    [InlineData("--from needs an address such as 10.0.2.2, not '::1'", "--from", "::1")]
    [InlineData("'--loud' is not an option", "--loud")]
    [InlineData("'another' is not an option", "0000:00:05.0", "another")]
    [InlineData("no-address", "no-address")]
    public void Wrong_arguments_end_with_a_sentence_and_exit_code_2(string sentence, params string[] arguments)
        => SampleProgram.Refuses<E1000eDriver>(sentence, arguments);

    [Fact]
    public void A_card_that_is_not_there_ends_with_its_address_and_exit_code_1() => SampleProgram.MissesItsCard<E1000eDriver>();

    private static (int Code, string Output, string Errors) Run(params string[] arguments) => SampleProgram.Run<E1000eDriver>(arguments);
}
