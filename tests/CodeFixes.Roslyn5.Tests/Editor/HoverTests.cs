using Microsoft.CodeAnalysis.QuickInfo;

namespace TopHalf.CodeFixes.Tests.Editor;

/// <summary>What an editor shows of an attribute, and of its arguments, under the mouse.</summary>
public sealed class HoverTests
{
    /// <summary>Every public attribute that can be written, in its place.</summary>
    public static TheoryData<string, string> Attributes => new()
    {
        { "DeviceBar(0, 0x1000)", "Declares the size of a BAR, as the device's data sheet gives it" },
        { "DeviceError", "is called when the kernel reports an error of the device that it cannot mend" },
        { "DeviceRequest", "is called when the kernel asks for the device" },
        { "InterruptDriver", "Makes a partial class an interrupt driver" },
        { "InterruptSafe", "A promise that a member may run in an interrupt handler" },
        { "InterruptUnsafe(\"why\")", "Says that a member does what a handler should not, and that its author answers for it" },
        { "IntxLine", "The method handles the card's level-triggered line (INTx)" },
        { "IrqAck(RegisterType.Mmio32, 0, 0, 1)", "How an interrupt is cleared at the device, before the handler unless" },
        { "IrqAck(RegisterType.Mmio32, 0, 0, 1, 1)", "How an interrupt is cleared at the device, before the handler unless" },
        { "IrqDisable(RegisterType.Mmio32, 0, 0, 1)", "How the source is masked at the device: before the handler runs, when the handler throws, and when the binding ends." },
        { "IrqEnable(RegisterType.Mmio32, 0, 0, 1)", "How the source is unmasked at the device: when interrupts are enabled, and after each run of the handler unless" },
        { "IrqPending(RegisterType.Mmio32, 0, 0, 1)", "What tells that an interrupt occurred." },
        { "IrqRelease(RegisterType.Mmio32, 0, 0, 1)", "What is done to the device when the driver goes away: after every source is masked, before vectors are freed." },
        { "IrqUnclaimed(RegisterType.Mmio32, 0, 0, 1)", "are masked at the device, so that they do not stay asserted." },
        { "MsiVector(0)", "The method handles an MSI or MSI-X vector, or a range of them." },
        { "StatusBank(RegisterType.Mmio32, 0, 0, 1)", "A further status register, which the handler's StatusBitsAttribute lead to" },
        { "StatusBits(1)", "The handler's bits of the status register" },
        { "VectorsGranted", "is called when the kernel has granted the vectors and no source is unmasked yet" },
    };

    /// <summary>The arguments that can be written by name, and what is said of each.</summary>
    public static TheoryData<string, string, string> Arguments => new()
    {
        { "IrqPending(|type: RegisterType.Mmio32, bar: 0, offset: 0, mask: 1)", "type", "How the register is reached, and its width." },
        { "IrqPending(RegisterType.Mmio32, |bar: 0, offset: 0, mask: 1)", "bar", "The base address register, 0 to 5." },
        { "IrqPending(RegisterType.Mmio32, bar: 0, |offset: 0, mask: 1)", "offset", "Bytes from the start of the BAR; a multiple of the register's width." },
        { "IrqPending(RegisterType.Mmio32, bar: 0, offset: 0, |mask: 1)", "mask", "The bits that matter; no wider than the register." },
        { "IrqPending(RegisterType.Mmio32, bar: 0, offset: 0, mask: 1, |value: 1)", "value", "The value, within" },
        { "IrqPending(RegisterType.Mmio32, 0, 0, 1, |ReadClears = true)", "ReadClears", "The read itself clears the interrupt at the device." },
        { "IrqPending(RegisterType.Mmio32, 0, 0, 1, |Recheck = 1)", "Recheck", "How often the register is read again after the handler and the acknowledge" },
        { "IrqAck(|type: RegisterType.Mmio32, bar: 0, offset: 0, mask: 1)", "type", "How the register is reached, and its width." },
        { "IrqAck(RegisterType.Mmio32, |bar: 0, offset: 0, mask: 1)", "bar", "The base address register, 0 to 5." },
        { "IrqAck(RegisterType.Mmio32, bar: 0, |offset: 0, mask: 1)", "offset", "Bytes from the start of the BAR; a multiple of the register's width." },
        { "IrqAck(RegisterType.Mmio32, bar: 0, offset: 0, |mask: 1)", "mask", "The bits that matter; no wider than the register." },
        { "IrqAck(RegisterType.Mmio32, bar: 0, offset: 0, mask: 1, |value: 1)", "value", "The value, within" },
        { "IrqAck(RegisterType.Mmio32, 0, 0, 1, |Clear = IrqClear.Echo)", "Clear", "What is done to the register;" },
        { "IrqAck(RegisterType.Mmio32, 0, 0, 1, |After = true)", "After", "Clears after the handler instead of before it." },
        { "IrqAck(RegisterType.Mmio32, 0, 0, 1, |Preserve = 2)", "Preserve", "Bits of the register that a written 1 clears, or starts something by" },
        { "IrqAck(RegisterType.Mmio32, 0, 0, 1, |Flush = true)", "Flush", "Reads the register after the write." },
        { "IrqAck(RegisterType.Mmio32, 0, 0, 1, |Stride = 4)", "Stride", "Bytes from the register of one source to that of the next" },
        { "IrqAck(RegisterType.Mmio32, 0, 0, 1, |BitStride = 1)", "BitStride", "Bits from those of one source to those of the next, in one register" },
        { "IrqAck(RegisterType.Mmio32, 0, 0, 1, |OffsetFrom = \"_base\")", "OffsetFrom", "A member of the driver, by nameof" },
        { "IrqAck(RegisterType.Mmio32, 0, 0, 1, |StrideFrom = \"_step\")", "StrideFrom", "The same for" },
        { "IrqAck(RegisterType.Mmio32, 0, 0, 1, |Structure = VirtioStructure.Isr)", "Structure", "The virtio structure that" },
        { "IrqAck(RegisterType.Mmio32, 0, 0, 1, |IndexOffset = 4)", "IndexOffset", "The register is reached through an address/data pair" },
        { "IrqAck(RegisterType.Mmio32, 0, 0, 1, |Index = 4)", "Index", "What is written to the address register" },
        { "IrqAck(RegisterType.Mmio32, 0, 0, 1, |IndexStride = 4)", "IndexStride", "from one source to the next." },
        { "MsiVector(|vector: 0)", "vector", "The number of the first vector, as the device counts them: 0 to 2047." },
        { "MsiVector(0, |Count = 2)", "Count", "How many consecutive vectors, one or more." },
        { "MsiVector(0, |Thread = \"rx\")", "Thread", "The name of the receive thread that runs the handler; null for the default thread." },
        { "MsiVector(0, |UserVector = 40)", "UserVector", "The user vector of the first vector, 0 to 63" },
    };

    [Theory]
    [MemberData(nameof(Attributes))]
    public async Task Of_an_attribute(string attribute, string sentence)
        => Assert.Contains(sentence, await Hover(attribute, 0), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Arguments))]
    public async Task Of_an_argument(string attribute, string name, string sentence)
    {
        int position = attribute.IndexOf('|', StringComparison.Ordinal);
        string hover = await Hover(attribute.Remove(position, 1), position);
        Assert.Contains(name, hover, StringComparison.Ordinal);
        Assert.Contains(sentence, hover, StringComparison.Ordinal);
    }

    [Fact]
    public void No_attribute_is_left_out() => Assert.Equal(
        typeof(IrqAckAttribute).Assembly.GetExportedTypes()
            .Where(static t => t.IsSubclassOf(typeof(Attribute)) && !t.IsAbstract && t.Namespace == "TopHalf")
            .Select(static t => t.Name[..^nameof(Attribute).Length])
            .Order(StringComparer.Ordinal),
        Attributes.Select(static row => row.Data.Item1.Split('(')[0]).Distinct().Order(StringComparer.Ordinal));

    /// <summary>Every parameter and every property that can be set.</summary>
    [Theory]
    [InlineData(typeof(IrqPendingAttribute), false)]
    [InlineData(typeof(IrqAckAttribute), true)]
    [InlineData(typeof(MsiVectorAttribute), true)]
    public void No_argument_is_left_out(Type type, bool withInherited)
    {
        string attribute = type.Name[..^nameof(Attribute).Length];
        IEnumerable<string> parameters = type.GetConstructors().SelectMany(static c => c.GetParameters()).Select(static p => p.Name!);
        IEnumerable<string> properties = type.GetProperties()
            .Where(p => p.CanWrite && (withInherited || p.DeclaringType == type))
            .Select(static p => p.Name);
        Assert.Equal(
            parameters.Concat(properties).Distinct().Order(StringComparer.Ordinal),
            Arguments.Where(row => row.Data.Item1.StartsWith(attribute + "(", StringComparison.Ordinal))
                .Select(static row => row.Data.Item2).Order(StringComparer.Ordinal));
    }

    // Whether the attribute is right on that member is not asked here.
    private static async Task<string> Hover(string attribute, int position)
    {
        using EditorProject project = await EditorProject.With($$"""
            using TopHalf;
            partial class Card
            {
                [{{attribute}}]
                private void OnDone(in Interrupt irq) { }
            }
            """);
        OpenDocument document = project[0];
        int start = (await document.SpanOf(attribute)).Start;
        QuickInfoItem? item = await QuickInfoService.GetService(document.Document)!.GetQuickInfoAsync(document.Document, start + position);
        Assert.NotNull(item);
        return string.Join("\n", item.Sections.Select(static s => s.Text));
    }
}
