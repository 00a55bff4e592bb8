using Microsoft.CodeAnalysis.Completion;

namespace TopHalf.CodeFixes.Tests.Editor;

/// <summary>What an editor offers where something is about to be typed.</summary>
public sealed class CompletionTests
{
    [Fact]
    public async Task Inside_a_descriptor_its_arguments()
    {
        string[] offered = await Offers("[IrqAck(RegisterType.Mmio32, |)]");
        Assert.Superset(
            new HashSet<string> { "bar:", "offset:", "mask:", "value:", "Clear =", "After =", "Stride =", "IndexOffset =", "Flush =", "Preserve =" },
            offered.ToHashSet());
        Assert.DoesNotContain("ReadClears =", offered);
    }

    [Fact]
    public async Task Not_those_that_are_written_already()
    {
        string[] offered = await Offers("[IrqAck(RegisterType.Mmio32, bar: 0, offset: 0x64, mask: 1, Clear = IrqClear.Echo, |)]");
        Assert.DoesNotContain("Clear =", offered);
        Assert.Contains("After =", offered);
    }

    [Theory]
    [InlineData("[IrqAck(|)]", typeof(RegisterType), "RegisterType.")]
    [InlineData("[IrqAck(RegisterType.|)]", typeof(RegisterType), "")]
    [InlineData("[IrqAck(RegisterType.Mmio32, 0, 0, 1, Clear = IrqClear.|)]", typeof(IrqClear), "")]
    [InlineData("[IrqAck(RegisterType.Mmio32, 0, 0, 1, Clear = |)]", typeof(IrqClear), "IrqClear.")]
    [InlineData("[StatusBank(RegisterType.Mmio32, 0, 0, 1, Clear = BankClear.|)]", typeof(BankClear), "")]
    public async Task The_members_of_an_enum(string text, Type type, string prefix)
    {
        string[] offered = await Offers(text);
        Assert.All(Enum.GetNames(type), name => Assert.Contains(prefix + name, offered));
    }

    [Fact]
    public async Task Of_the_driver_what_is_generated()
    {
        string[] offered = await Offers("private void Start(PciDevice device) => new Card().|; [MsiVector(0)]");
        Assert.Contains("EnableInterrupts", offered);
        Assert.Contains("RunInterrupts", offered);
    }

    // Attributes and members before a handler, with a bar where the caret is.
    private static async Task<string[]> Offers(string text)
    {
        int caret = text.IndexOf('|', StringComparison.Ordinal);
        string typed = text.Remove(caret, 1);
        using EditorProject project = await EditorProject.With($$"""
            using TopHalf;
            [InterruptDriver]
            partial class Card
            {
                {{typed}}
                private void OnDone(in Interrupt irq) { }
            }
            """);
        OpenDocument document = project[0];
        int position = (await document.SpanOf(typed)).Start + caret;
        CompletionList list = await CompletionService.GetService(document.Document)!.GetCompletionsAsync(document.Document, position);
        return [.. list.ItemsList.Select(static i => (i.DisplayText + i.DisplayTextSuffix).Trim())];
    }
}
