using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>What C# rejects already gets no second message from us, and makes neither generator nor analyzers stumble.</summary>
public sealed class MalformedAttributeTests
{
    [Theory]
    [InlineData("[MsiVector]")]
    [InlineData("[MsiVector(]")]
    [InlineData("[MsiVector()]")]
    [InlineData("[MsiVector(1, 2)]")]
    [InlineData("[MsiVector(\"0\")]")]
    [InlineData("[MsiVector(0x1_0000_0000)]")]
    [InlineData("[MsiVector(0, Count = \"1\")]")]
    [InlineData("[MsiVector(0, Count = 0x1_0000_0000)]")]
    [InlineData("[MsiVector(0, Missing = 1)]")]
    [InlineData("[MsiVector(0, Vector = 1)]")]
    [InlineData("[MsiVector(0, Thread = 1)]")]
    [InlineData("[MsiVector(0, UserVector = \"63\")]")]
    [InlineData("[MsiVector(0, UserVector = 63L)]")]
    [InlineData("[MsiVector(0, UserVector = Missing)]")]
    [InlineData("[MsiVector(0, UserVector = 63, UserVector = 62)]")]
    [InlineData("[MsiVector(Missing)]")]
    [InlineData("[MsiVector(count: 1)]")]
    [InlineData("[MsiVector(0)] [IrqPending]")]
    [InlineData("[MsiVector(0)] [IrqPending(RegisterType.Mmio32)]")]
    [InlineData("[MsiVector(0)] [IrqPending(bar: 0)]")]
    [InlineData("[MsiVector(0)] [IrqPending(RegisterType.Missing, 0, 0, 1)]")]
    [InlineData("[MsiVector(0)] [IrqPending((RegisterType)300, 0, 0, 1)]")]
    [InlineData("[MsiVector(0)] [IrqPending(RegisterType.Mmio32, 256, 0, 1)]")]
    [InlineData("[MsiVector(0)] [IrqPending(RegisterType.Mmio32, 0, -4, 1)]")]
    [InlineData("[MsiVector(0)] [IrqPending(RegisterType.Mmio32, 0, 0, -1)]")]
    [InlineData("[MsiVector(0)] [IrqPending(RegisterType.Mmio32, 0, 0, 1, null)]")]
    [InlineData("[MsiVector(0)] [IrqPending(RegisterType.Mmio32, 0, 0, 1, ReadClears = 1)]")]
    [InlineData("[MsiVector(0)] [IrqAck(RegisterType.Mmio32, 0, 0, 1, Clear = 2)]")]
    [InlineData("[MsiVector(0)] [IrqAck(RegisterType.Mmio32, 0, 0, 1, Clear = IrqClear.Missing)]")]
    [InlineData("[MsiVector(0)] [IrqDescriptor(RegisterType.Mmio32, 0, 0, 1)]")]
    public async Task On_a_handler(string attributes)
        => AllFromCSharp(await AnalyzerTest.Report(
            DriverSource.WithMembers($"{attributes} private void OnDone(in Interrupt irq) {{ }}"), ProjectOptions.Default));

    [Theory]
    [InlineData("[InterruptDriver(1)]")]
    [InlineData("[InterruptDriver(VendorId = 0x10000)]")]
    [InlineData("[InterruptDriver(VendorId = \"8086\")]")]
    [InlineData("[InterruptDriver(Missing = 1)]")]
    [InlineData("[InterruptDriver] [IrqDisable(1)]")]
    public async Task On_the_class(string attributes)
        => AllFromCSharp(await AnalyzerTest.Report(
            $"using TopHalf;\n{attributes} partial class MyDriver {{ [MsiVector(0)] void OnDone(in Interrupt irq) {{ }} }}",
            ProjectOptions.Default));

    /// <summary>Of another runtime, or of the project itself: its arguments have other types than ours.</summary>
    [Fact]
    public async Task A_foreign_DeviceBar_is_told_of_and_throws_nothing()
    {
        string[] reported = await AnalyzerTest.Report(
            """
            using TopHalf;
            [InterruptDriver, DeviceBar(0, 0x20)] partial class MyDriver { [MsiVector(0)] void OnDone(in Interrupt irq) { } }
            namespace TopHalf { class DeviceBarAttribute : System.Attribute { public DeviceBarAttribute(int index, long length) { } } }
            """,
            ProjectOptions.Default);
        Assert.Equal(["TH1011"], reported.Where(static id => !id.StartsWith("CS", StringComparison.Ordinal)));
    }

    /// <summary>One word is missing, so one thing is said, however many descriptors wait for it.</summary>
    [Fact]
    public async Task A_forgotten_vector_is_one_mistake()
        => Assert.Equal(["TH1106"], await AnalyzerTest.Report(
            """
            using TopHalf;
            [InterruptDriver] partial class MyDriver
            {
                [IrqPending(RegisterType.Mmio32, 0, 0, 1)] [IrqAck(RegisterType.Mmio32, 0, 4, 1)] void OnDone(in Interrupt irq) { }
            }
            """,
            ProjectOptions.Default));

    [Fact]
    public async Task A_type_around_two_drivers_is_told_of_once()
        => Assert.Equal(["TH1002"], await AnalyzerTest.Report(
            """
            using TopHalf;
            class Outer
            {
                [InterruptDriver] partial class A { [MsiVector(0)] void On(in Interrupt irq) { } }
                [InterruptDriver] partial class B { [MsiVector(0)] void On(in Interrupt irq) { } }
            }
            """,
            ProjectOptions.Default));

    [Theory]
    [InlineData("in Interrupt irq")]
    [InlineData("Interrupt irq")]
    public async Task An_async_handler_with_the_parameter_is_told_of_by_CSharp_alone(string parameter)
        => AllFromCSharp(await AnalyzerTest.Report(
            $"using TopHalf;\n[InterruptDriver] partial class MyDriver {{ [MsiVector(0)] async void OnDone({parameter}) {{ await System.Threading.Tasks.Task.Yield(); }} }}",
            ProjectOptions.Default));

    private static void AllFromCSharp(string[] reported)
    {
        Assert.NotEmpty(reported);
        Assert.All(reported, static id => Assert.StartsWith("CS", id, StringComparison.Ordinal));
    }
}
