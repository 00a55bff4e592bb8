using TopHalf.Samples.Emu10k1;

namespace TopHalf.Samples.Tests.Emu10k1;

/// <summary>The Emu10k1 sample as its user starts it.</summary>
public sealed class Emu10k1ProgramTests
{
    [Theory]
    [InlineData]
    [InlineData("--native")]
    public void It_plays_the_song_and_nothing_is_lost(params string[] more)
    {
        (int code, string output, string errors) = Run([.. more, "--periods", "4800"]);
        Assert.Equal((0, ""), (code, errors));
        Assert.Equal(
            """
            simulated EMU10K1: 6 channels, 4800 sample periods
            source                    raised  handled
            channel 0 loop                10       10
            channel 1 loop                 5        5
            channel 31 loop                7        7
            channel 32 loop               50       50
            channel 40 loop                1        1
            channel 63 loop               21       21
            channel 0 half loop           10       10
            channel 1 half loop            5        5
            channel 31 half loop           7        7
            channel 32 half loop          50       50
            channel 40 half loop           1        1
            channel 63 half loop          21       21
            MIDI received                 10       10
            MIDI sent                      1        1
            timer                         10       10
            S/PDIF                         1        1
            effects buffer half            1        1
            effects buffer full            1        1
            ADC buffer half                1        1
            ADC buffer full                1        1
            microphone buffer half         1        1
            microphone buffer full         1        1
            mute button                    1        1
            softer button                  1        1
            218 raised, 218 handled, 0 lost, 0 overrun
            1 unclaimed (CD-ROM), and masked: enabled were 0x000017F7, and are 0x00000000 after the end

            """,
            output);
    }

    [Theory]
    [InlineData("--periods needs a value", "--periods")]
    [InlineData("--periods needs a number above 0, not '0'", "--periods", "0")]
    [InlineData("--ticks needs a number above 0, not 'many'", "--ticks", "many")]
    [InlineData("'--loud' is not an option", "--loud")]
    [InlineData("'another' is not an option", "0000:00:05.0", "another")]
    [InlineData("no-address", "no-address")]
    public void Wrong_arguments_end_with_a_sentence_and_exit_code_2(string sentence, params string[] arguments)
        => SampleProgram.Refuses<Emu10k1Driver>(sentence, arguments);

    [Fact]
    public void A_card_that_is_not_there_ends_with_its_address_and_exit_code_1() => SampleProgram.MissesItsCard<Emu10k1Driver>();

    private static (int Code, string Output, string Errors) Run(params string[] arguments) => SampleProgram.Run<Emu10k1Driver>(arguments);
}
