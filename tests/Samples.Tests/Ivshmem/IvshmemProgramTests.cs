using TopHalf.Samples.Ivshmem;

namespace TopHalf.Samples.Tests.Ivshmem;

/// <summary>The Ivshmem sample as its user starts it.</summary>
public sealed class IvshmemProgramTests
{
    [Theory]
    [InlineData]
    [InlineData("--native")]
    public void Each_vector_is_rung_and_rings_back(params string[] more)
    {
        (int code, string output, string errors) = SampleProgram.Run<IvshmemDriver>([.. more, "--rings", "200"]);
        Assert.Equal((0, ""), (code, errors));
        string[] lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("simulated ivshmem: we are 1, the peer is 0", lines[0]);
        Assert.Equal(1 + (2 * SharedLayout.Vectors), lines.Length);
        for (int vector = 0; vector < SharedLayout.Vectors; vector++)
        {
            // How many came together is a matter of time.
            Assert.Matches($"^vector {vector}: rung 200 times, 200 numbers seen in \\d+ interrupts, \\d+ rung back and heard$", lines[1 + vector]);
            Assert.Matches($"^vector {vector} \\(OnDoorbell\\): 200 signals, \\d+ handled, \\d+ coalesced, 0 spurious$", lines[1 + SharedLayout.Vectors + vector]);
        }
    }

    [Theory]
    [InlineData("--rings needs a value", "--rings")]
    [InlineData("--rings needs a number above 0, not '0'", "--rings", "0")]
    [InlineData("--seconds needs a number above 0, not 'a'", "--seconds", "a")]
    [InlineData("'--loud' is not an option", "--loud")]
    [InlineData("'another' is not an option", "0000:00:05.0", "another")]
    [InlineData("no-address", "no-address")]
    public void Wrong_arguments_end_with_a_sentence_and_exit_code_2(string sentence, params string[] arguments)
        => SampleProgram.Refuses<IvshmemDriver>(sentence, arguments);

    [Fact]
    public void A_card_that_is_not_there_ends_with_its_address_and_exit_code_1() => SampleProgram.MissesItsCard<IvshmemDriver>();
}
