namespace TopHalf.Runtime.Tests.Uio;

/// <summary>Opening, registers and configuration space through the files of uio_pci_generic.</summary>
public sealed class UioDeviceTests
{
    [Fact]
    public void An_open_device_is_still_and_closing_leaves_nothing()
    {
        using var machine = new UioMachine();
        using (UioDevice device = machine.Open())
        {
            Assert.Equal((UioMachine.Name, 0x1234, 0x11E8), (device.Name, device.VendorId, device.DeviceId));
            Assert.Equal(0x0403, machine.CommandRegister); // the line masked, no bus mastering, the rest as it was
            _ = device.GetBar(0);
            _ = device.GetBar(1);
            Assert.NotEqual((0, 0), machine.Held());
        }

        machine.AssertNothingIsOpen();
    }

    [Fact]
    public void Memory_is_mapped_and_ports_are_read_and_written()
    {
        using var machine = new UioMachine();
        using UioDevice device = machine.Open();
        (Bar memory, Bar ports) = (device.GetBar(0), device.GetBar(1));
        Assert.Equal((UioMachine.MemoryLength, false, 0x20, true), ((int)memory.Length, memory.IsPort, (int)ports.Length, ports.IsPort));
        machine.Resource(0, 0x24, 0x8000_0001);
        Assert.Equal(0x8000_0001, memory.Read32(0x24));
        memory.Write64(0x40, 0x0123_4567_89AB_CDEF);
        Assert.Equal(0x0123_4567_89AB_CDEFul, BitConverter.ToUInt64(File.ReadAllBytes($"{machine.Folder}/resource0"), 0x40));
        ports.Write16(0x0A, 0xBEEF);
        Assert.Equal(0xBE, ports.Read8(0x0B));
        Assert.Throws<ArgumentOutOfRangeException>(() => ports.Read32(0x20));
        Assert.Throws<ArgumentOutOfRangeException>(() => memory.Read8(UioMachine.MemoryLength));
    }

    // The kernel maps the page in which it begins.
    [Fact]
    public void A_BAR_that_is_smaller_than_a_page_begins_where_it_begins()
    {
        using var machine = new UioMachine();
        machine.Resource(3, 0x100, 0xABCD);
        using UioDevice device = machine.Open();
        Assert.Equal((0x100ul, 0xABCDu), (device.GetBar(3).Length, device.GetBar(3).Read32(0)));
    }

    [Fact]
    public void A_BAR_that_is_not_there_or_not_given_is_told()
    {
        using var machine = new UioMachine();
        using UioDevice device = machine.Open();
        Assert.Contains("open BAR 2 failed: ENODEV (19)", Assert.Throws<PciDeviceException>(() => device.GetBar(2)).Message, StringComparison.Ordinal);
        Assert.Throws<PciDeviceException>(() => device.GetBar(5));
        machine.Kernel.Fault = static call => call == "mmap" ? Errno.EPERM : 0;
        Assert.Contains("BAR 0 of 65,536 bytes cannot be mapped.", Assert.Throws<PciDeviceException>(() => device.GetBar(0)).Message, StringComparison.Ordinal);
        machine.Kernel.Fault = static call => call.EndsWith("resource1", StringComparison.Ordinal) ? Errno.EACCES : 0;
        Assert.Contains("may not open the file", Assert.Throws<PciDeviceException>(() => device.GetBar(1)).Message, StringComparison.Ordinal);
        machine.Kernel.Fault = static _ => 0;
        device.Dispose();
        machine.AssertNothingIsOpen();
    }

    [Fact]
    public void Configuration_space_is_read_and_written()
    {
        using var machine = new UioMachine();
        using UioDevice device = machine.Open();
        device.WriteConfig32(0x40, 0x1122_3344);
        Assert.Equal((0x44, 0x1122, 0x1122_3344u), (device.ReadConfig8(0x40), device.ReadConfig16(0x42), device.ReadConfig32(0x40)));
        Assert.Contains("4 bytes at 0x100 of configuration space", Assert.Throws<PciDeviceException>(() => device.ReadConfig32(0x100)).Message, StringComparison.Ordinal);
        machine.Kernel.Fault = static call => call == "pwrite" ? Errno.EPERM : 0;
        Assert.Equal((Errno.EPERM, "pwrite"), Assert.Throws<PciDeviceException>(() => device.WriteConfig8(0x40, 1)) is var e ? (e.Errno, e.Call) : default);
        machine.Kernel.Fault = static _ => 0;
    }

    [Fact]
    public void What_is_missing_is_told_with_its_remedy()
    {
        using (var machine = new UioMachine(driver: "vfio-pci"))
        {
            PciDeviceException error = machine.OpenFails();
            Assert.Contains("The device is not bound to uio_pci_generic; the kernel driver vfio-pci has it now.", error.Message, StringComparison.Ordinal);
            Assert.Equal(
                [
                    "sudo modprobe uio_pci_generic",
                    $"echo {UioMachine.Name} | sudo tee {machine.Folder}/driver/unbind",
                    $"echo uio_pci_generic | sudo tee {machine.Folder}/driver_override",
                    $"echo {UioMachine.Name} | sudo tee {machine.Paths.DriversProbe}",
                ],
                error.Remedy.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
            File.Delete($"{machine.Folder}/driver");
            Assert.Contains("no kernel driver has it now", machine.OpenFails().Message, StringComparison.Ordinal);
            Directory.Delete(machine.Folder, recursive: true);
            Assert.Contains("The machine has no PCI function of this address.", machine.OpenFails().Message, StringComparison.Ordinal);
        }

        using (var machine = new UioMachine())
        {
            Directory.Delete($"{machine.Folder}/uio", recursive: true);
            Assert.Contains("uio_pci_generic has the device, but shows no UIO device for it.", machine.OpenFails().Message, StringComparison.Ordinal);
        }

        Assert.Throws<FormatException>(() => UioDevice.Open("edu"));
    }

    [Theory]
    [InlineData("config", Errno.EACCES, "The process may not open the file")]
    [InlineData("uio3", Errno.EACCES, "The process may not open the file")]
    [InlineData("uio3", Errno.ENOENT, "There is no such file")]
    [InlineData("uio3", Errno.EMFILE, "as many open files as it may have")]
    [InlineData("config", Errno.EIO, "The file cannot be opened.")]
    [InlineData("pread", Errno.EIO, "of configuration space cannot be reached")]
    [InlineData("pwrite", Errno.EPERM, "of configuration space cannot be reached")]
    public void A_call_that_is_refused_is_told_and_leaves_nothing(string failing, int errno, string problem)
    {
        using var machine = new UioMachine();
        machine.Kernel.Fault = call => call.EndsWith(failing, StringComparison.Ordinal) ? errno : 0;
        PciDeviceException error = machine.OpenFails();
        Assert.Equal(errno, error.Errno);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void There_is_no_memory_for_the_card()
    {
        using var machine = new UioMachine();
        using UioDevice device = machine.Open();
        PciDeviceException error = Assert.Throws<PciDeviceException>(() => device.AllocateDma(4096));
        Assert.Contains("UIO gives a device no memory", error.Message, StringComparison.Ordinal);
        Assert.Contains("echo vfio-pci | sudo tee", error.Remedy, StringComparison.Ordinal);
        Assert.Equal(0, device.DmaBytes);
    }
}
