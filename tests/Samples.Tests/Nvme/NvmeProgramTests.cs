using System.Security.Cryptography;
using TopHalf.Samples.Nvme;

namespace TopHalf.Samples.Tests.Nvme;

/// <summary>The Nvme sample as its user starts it.</summary>
public sealed class NvmeProgramTests
{
    [Fact]
    public void It_reads_the_simulated_disk_at_every_depth_and_prints_its_hash()
    {
        (int code, string output, string errors) = Run();
        Assert.Equal((0, ""), (code, errors));
        string[] lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("simulated nvme: NVMe 1.4, model 'TopHalf simulated disk', serial 'TH-0001', firmware '1'", lines[0]);
        Assert.Equal("namespace 1: 16,384 blocks of 512 bytes", lines[1]);
        Assert.Equal($"sha256 {HashOf(16_384)} of 16,384 blocks, 4,096 bytes a read", lines[2]);
        string[][] rows = [.. lines[4..10].Select(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
        Assert.Equal(["1", "2", "4", "8", "16", "32"], rows.Select(static row => row[0]));
        Assert.Equal("1.000", rows[0][2]);
        Assert.All(rows, static row => Assert.Equal("0.000", row[4]));
        Assert.StartsWith("131,072 bytes a read, 32 over 4 queues by interrupt: ", Assert.Single(lines[10..]), StringComparison.Ordinal);
    }

    [Fact]
    public void It_reads_as_much_as_it_is_told()
    {
        // 1,001 blocks are no whole number of reads.
        (int code, string output, _) = Run("--blocks", "1001", "--queues", "3", "--blocks-per-read", "100");
        Assert.Equal(0, code);
        Assert.Contains($"sha256 {HashOf(1001)} of 1,001 blocks, 51,200 bytes a read", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--blocks needs a number.", "--blocks")]
    [InlineData("--blocks needs a number from 1 to 9,223,372,036,854,775,807, not '0'.", "--blocks", "0")]
    [InlineData("--queues needs a number from 1 to 4, not '5'.", "--queues", "5")]
    [InlineData("--blocks-per-read needs a number from 1 to 65,536, not '-1'.", "--blocks-per-read", "-1")]
    [InlineData("'--loud' is not an option; --help shows them.", "--loud")]
    [InlineData("'0000:00:06.0' is not an option; --help shows them.", "0000:00:05.0", "0000:00:06.0")]
    [InlineData("--blocks: the namespace has 16,384 blocks, not 16,385.", "--blocks", "16385")]
    [InlineData("--blocks-per-read: a command of this controller moves 131,072 bytes at most, not 131,584.", "--blocks-per-read", "257")]
    [InlineData("'no-address' is no address of a PCI device.", "no-address")]
    public void Wrong_arguments_end_with_a_sentence_and_exit_code_2(string sentence, params string[] arguments)
    {
        (int code, _, string errors) = Run(arguments);
        Assert.Equal(2, code);
        Assert.StartsWith(sentence, errors, StringComparison.Ordinal);
        Assert.Single(errors.TrimEnd().Split('\n'));
    }

    [Fact]
    public void A_device_that_is_not_there_ends_with_its_address_and_exit_code_1() => SampleProgram.MissesItsCard<NvmeDriver>();

    private static string HashOf(int blocks) => Convert.ToHexStringLower(SHA256.HashData(DiskImage.Generate(16_384).AsSpan(0, blocks * DiskImage.BlockSize)));

    private static (int Code, string Output, string Errors) Run(params string[] arguments) => SampleProgram.Run<NvmeDriver>(arguments);
}
