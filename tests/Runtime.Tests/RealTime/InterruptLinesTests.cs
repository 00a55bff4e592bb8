using TopHalf.Runtime.Tests.Vfio;

namespace TopHalf.Runtime.Tests.RealTime;

public sealed class InterruptLinesTests : IDisposable
{
    private readonly FakeMachine _machine = new();

    public void Dispose() => _machine.Dispose();

    [Fact]
    public void Lines_are_found_by_the_names_that_VFIO_gives_them()
    {
        Dictionary<int, InterruptLine> lines = Read(
            """
                       CPU0       CPU1
              9:          0          0   IO-APIC   9-fasteoi   acpi
             24:          0          7  IR-PCI-MSI 81920-edge      vfio-msix[0](0000:00:05.0)
            125:          0          7  IR-PCI-MSI 81921-edge      vfio-msix[11](0000:00:05.0)
             26:          0          7  IR-PCI-MSI 81921-edge      vfio-msix[2](0000:00:05.1)
             27:          0          7  IR-PCI-MSI 81921-edge      vfio-other[3](0000:00:05.0)
             28:          0          7  IR-PCI-MSI 81921-edge      driver(0000:00:05.0)
            NMI:          0          0   Non-maskable interrupts
            """);
        Assert.Equal(
            [(0, new InterruptLine(24, "vfio-msix[0](0000:00:05.0)")), (11, new InterruptLine(125, "vfio-msix[11](0000:00:05.0)"))],
            lines.Select(static pair => (pair.Key, pair.Value)));
    }

    [Theory]
    [InlineData("vfio-msi[0](0000:00:05.0)", "vfio-msi[0](0000:00:05.0)")]
    [InlineData("vfio-intx(0000:00:05.0)", "vfio-intx(0000:00:05.0)")]
    [InlineData("uhci_hcd:usb3, vfio-intx(0000:00:05.0), vfio-intx(0000:00:06.0)", "vfio-intx(0000:00:05.0)")]
    public void The_first_vector_is_MSI_or_INTx_too(string names, string name)
        => Assert.Equal(new InterruptLine(16, name), Read($" 16:   0   0  IO-APIC  16-fasteoi   {names}")[0]);

    [Fact]
    public void A_machine_that_shows_nothing_has_no_lines() => Assert.Empty(new InterruptLines(_machine.Paths, FakeMachine.Edu).Read());

    private Dictionary<int, InterruptLine> Read(string text)
    {
        File.WriteAllText(_machine.Paths.Interrupts, text);
        return new InterruptLines(_machine.Paths, FakeMachine.Edu).Read();
    }
}
