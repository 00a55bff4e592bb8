using Iced.Intel;

namespace TopHalf.Runtime.Tests.NativeTopHalf;

/// <summary>The machine code is that of the source in the repository, and does nothing but what it may.</summary>
public sealed class TopHalfCodeTests
{
    /// <summary>The compiler whose output is in the repository; another one writes other code of the same meaning.</summary>
    private const int CompilerVersion = 12;

    [Fact]
    public void The_bytes_are_what_the_assembler_makes_of_the_source()
    {
        Gcc.SkipUnlessThere();
        using var folder = new TemporaryFolder();
        string objectFile = folder["top_half.o"];
        Gcc.Run("as", "-o", objectFile, Path.Combine(Gcc.Source, "top_half.s"));
        Gcc.Run("objcopy", "-O", "binary", "-j", ".text", objectFile, folder["top_half.bin"]);
        Assert.Equal(File.ReadAllBytes(folder["top_half.bin"]), TopHalfCode.Bytes.ToArray());
        Assert.Contains($"{TopHalfCode.Entry:x16} T top_half_run", Gcc.Run("nm", objectFile), StringComparison.Ordinal);
    }

    [Fact]
    public void The_assembler_source_and_the_bytes_are_made_of_the_C_source()
    {
        Assert.SkipUnless(
            Gcc.Version() == CompilerVersion,
            $"gcc is of version {Gcc.Version()}, and the code was made by {CompilerVersion}; the assembler's test compares the bytes.");
        using var folder = new TemporaryFolder();
        Gcc.Run(Path.Combine(Gcc.Root, "eng/native/build"), folder.Path);
        foreach (string file in (string[])["top_half.s", "TopHalfCode.cs"])
        {
            Assert.Equal(File.ReadAllText(Path.Combine(Gcc.Source, file)), File.ReadAllText(folder[file]));
        }
    }

    [Fact]
    public void It_is_entered_at_one_place_and_needs_nothing_but_its_argument()
    {
        var decoder = Decoder.Create(64, TopHalfCode.Bytes.ToArray());
        var end = (ulong)TopHalfCode.Bytes.Length;
        var calls = 0;
        while (decoder.IP < end)
        {
            decoder.Decode(out Instruction instruction);
            Assert.NotEqual(Code.INVALID, instruction.Code);
            Assert.False(instruction.IsIPRelativeMemoryOperand, $"{instruction} at {instruction.IP:X} reads data beside the code");
            Assert.True(instruction.FlowControl is not (FlowControl.Call or FlowControl.UnconditionalBranch or FlowControl.ConditionalBranch)
                || instruction.NearBranchTarget < end, $"{instruction} leaves the code");
            calls += instruction.FlowControl == FlowControl.IndirectCall ? 1 : 0;
        }

        // The clock and the registers of simulated cards; a jump to them would be as good.
        Assert.InRange(calls, 1, 16);
    }
}
