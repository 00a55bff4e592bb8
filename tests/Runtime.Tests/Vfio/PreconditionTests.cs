using System.Runtime.InteropServices;

namespace TopHalf.Runtime.Tests.Vfio;

/// <summary>Whatever is missing on the machine has its own error, with the command that mends it.</summary>
public sealed class PreconditionTests
{
    [Fact]
    public void A_device_that_is_not_there()
    {
        using var machine = new FakeMachine();

        PciDeviceException error = machine.OpenFails();

        Assert.Equal("ENODEV", error.ErrnoName);
        Assert.Contains("no PCI function of this address", error.Message, StringComparison.Ordinal);
        Assert.Contains("lspci -D", error.Remedy, StringComparison.Ordinal);
        Assert.Empty(machine.Kernel.Calls);
    }

    [Fact]
    public void No_iommu_group()
    {
        using var machine = new FakeMachine();
        machine.AddFunction(FakeMachine.Edu, group: null, "vfio-pci");

        PciDeviceException error = machine.OpenFails();

        Assert.Contains("no IOMMU group", error.Message, StringComparison.Ordinal);
        Assert.Contains("intel_iommu=on", error.Remedy, StringComparison.Ordinal);
        Assert.Contains("amd_iommu=on", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Bound_to_another_driver()
    {
        using var machine = new FakeMachine();
        machine.AddFunction(FakeMachine.Edu, FakeMachine.Group, "nvme");

        PciDeviceException error = machine.OpenFails();

        Assert.Contains("the kernel driver nvme has it now", error.Message, StringComparison.Ordinal);
        Assert.Equal(
            [
                $"echo 0000:00:05.0 | sudo tee {machine.Paths.Sys}/bus/pci/devices/0000:00:05.0/driver/unbind",
                $"echo vfio-pci | sudo tee {machine.Paths.Sys}/bus/pci/devices/0000:00:05.0/driver_override",
                $"echo 0000:00:05.0 | sudo tee {machine.Paths.Sys}/bus/pci/drivers_probe",
            ],
            Commands(error));
    }

    [Fact]
    public void Bound_to_nothing_and_vfio_pci_is_not_loaded()
    {
        using var machine = new FakeMachine();
        machine.AddFunction(FakeMachine.Edu, FakeMachine.Group, driver: null);
        Directory.Delete($"{machine.Paths.PciDrivers}/vfio-pci");

        PciDeviceException error = machine.OpenFails();

        Assert.Contains("no kernel driver has it now", error.Message, StringComparison.Ordinal);
        string[] commands = Commands(error);
        Assert.Equal("sudo modprobe vfio-pci", commands[0]);
        Assert.DoesNotContain(commands, command => command.Contains("unbind", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("vfio-pci", true)]
    [InlineData("mlx5_vfio_pci", true)]
    [InlineData("hisi-acc-vfio-pci", true)]
    [InlineData("pci-stub", false)]
    [InlineData("vfio-pci-not", false)]
    [InlineData(null, false)]
    public void Drivers_made_from_vfio_pci_count(string? driver, bool counts) => Assert.Equal(counts, PciSysfs.IsVfioDriver(driver));

    [Fact]
    public void Vfio_is_not_in_the_kernel()
    {
        using FakeMachine machine = FakeMachine.WithDevice();
        File.Delete(machine.Paths.Container);

        PciDeviceException error = machine.OpenFails();

        Assert.Equal(($"open {machine.Paths.Container}", "ENOENT"), (error.Call, error.ErrnoName));
        Assert.Contains($"start the container with --device {machine.Paths.Container}", error.Remedy, StringComparison.Ordinal);
        Assert.Equal(["sudo modprobe vfio"], Commands(error));
    }

    [Fact]
    public void Vfio_is_a_file_without_a_module()
    {
        using FakeMachine machine = FakeMachine.WithDevice();
        machine.Kernel.Fault = (_, call) => call == "open container" ? Errno.ENODEV : 0;

        Assert.Equal(["sudo modprobe vfio"], Commands(machine.OpenFails()));
    }

    [Fact]
    public void No_right_to_the_group()
    {
        using FakeMachine machine = FakeMachine.WithDevice();
        machine.Kernel.Fault = (_, call) => call == "open group" ? Errno.EACCES : 0;

        PciDeviceException error = machine.OpenFails();

        Assert.Equal(($"open {machine.Paths.Group(FakeMachine.Group)}", "EACCES"), (error.Call, error.ErrnoName));
        Assert.Contains(Environment.UserName, error.Message, StringComparison.Ordinal);
        Assert.Contains($"chown \"$USER\" {machine.Paths.Group(FakeMachine.Group)}", error.Remedy, StringComparison.Ordinal);
        Assert.Contains("udev", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void The_group_is_in_use_and_the_error_says_by_whom()
    {
        using FakeMachine machine = FakeMachine.WithDevice();
        Directory.CreateDirectory($"{machine.Paths.Proc}/4711/fd");
        File.WriteAllText($"{machine.Paths.Proc}/4711/comm", "qemu\n");
        File.CreateSymbolicLink($"{machine.Paths.Proc}/4711/fd/9", machine.Paths.Group(FakeMachine.Group));
        Directory.CreateDirectory($"{machine.Paths.Proc}/4712/fd");
        machine.Kernel.Fault = (_, call) => call == "open group" ? Errno.EBUSY : 0;

        PciDeviceException error = machine.OpenFails();

        Assert.Equal("EBUSY", error.ErrnoName);
        Assert.Contains("(qemu, process 4711)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_version_of_the_interface()
    {
        using FakeMachine machine = FakeMachine.WithDevice();
        machine.Kernel.ApiVersion = 1;

        Assert.Contains("version 1", machine.OpenFails().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_type_1_iommu()
    {
        using FakeMachine machine = FakeMachine.WithDevice();
        machine.Kernel.IommuTypes.Clear();

        Assert.Equal(["sudo modprobe vfio_iommu_type1"], Commands(machine.OpenFails()));
    }

    [Theory]
    [InlineData(new uint[] { 1, 3 }, 3)]
    [InlineData(new uint[] { 1 }, 1)]
    public void The_second_version_of_type_1_is_preferred(uint[] offered, uint chosen)
    {
        using FakeMachine machine = FakeMachine.WithDevice();
        machine.Kernel.IommuTypes.Clear();
        machine.Kernel.IommuTypes.AddRange(offered);

        using VfioDevice device = machine.Open();

        Assert.Equal(chosen, machine.Kernel.IommuType);
    }

    [Fact]
    public void No_interrupt_remapping()
    {
        using FakeMachine machine = FakeMachine.WithDevice();
        machine.Kernel.Fault = (_, call) => call == "VFIO_SET_IOMMU" ? Errno.EPERM : 0;

        PciDeviceException error = machine.OpenFails();

        Assert.Contains("interrupt remapping", error.Message, StringComparison.Ordinal);
        Assert.Contains("allow_unsafe_interrupts", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_group_that_is_not_viable_is_listed_and_only_strangers_are_to_be_unbound()
    {
        using FakeMachine machine = FakeMachine.WithDevice();
        machine.AddFunction("0000:00:05.1", FakeMachine.Group, "snd_hda_intel");
        machine.AddFunction("0000:00:05.2", FakeMachine.Group, driver: null);
        machine.AddFunction("0000:00:04.0", FakeMachine.Group, "pcieport");
        machine.Kernel.Viable = false;

        PciDeviceException error = machine.OpenFails();

        Assert.Contains("0000:00:05.1 (snd_hda_intel)", error.Message, StringComparison.Ordinal);
        Assert.Contains("0000:00:05.2 (no driver)", error.Message, StringComparison.Ordinal);
        Assert.Contains("0000:00:04.0 (pcieport)", error.Message, StringComparison.Ordinal);
        Assert.Equal($"echo 0000:00:05.1 | sudo tee {machine.Paths.PciDevice("0000:00:05.1")}/driver/unbind", Assert.Single(Commands(error)));
    }

    [Fact]
    public void The_device_left_the_group_meanwhile()
    {
        using FakeMachine machine = FakeMachine.WithDevice();
        machine.Kernel.Devices.Clear();

        PciDeviceException error = machine.OpenFails();

        Assert.Equal(("VFIO_GROUP_GET_DEVICE_FD", "ENODEV"), (error.Call, error.ErrnoName));
        Assert.Contains("drivers_probe", error.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Not_a_pci_device()
    {
        using FakeMachine machine = FakeMachine.WithDevice();
        machine.Kernel.Devices[FakeMachine.Edu].DeviceFlags = 4;

        Assert.Contains("not offer it as a PCI device", machine.OpenFails().Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_address_is_an_error_of_its_own()
    {
        using var machine = new FakeMachine();

        Assert.Throws<FormatException>(() => machine.Open("edu"));
        Assert.Empty(machine.Kernel.Calls);
    }

    [Theory]
    [InlineData(true, Architecture.X64, true)]
    [InlineData(true, Architecture.Arm64, true)]
    [InlineData(true, Architecture.X86, false)]
    [InlineData(true, Architecture.S390x, false)]
    [InlineData(false, Architecture.X64, false)]
    public void Other_systems_are_told_to_simulate(bool isLinux, Architecture architecture, bool supported)
    {
        Exception? error = Record.Exception(() => VfioPlatform.ThrowIfUnsupported(isLinux, architecture));

        Assert.Equal(supported, error is null);
        Assert.True(supported || error is PlatformNotSupportedException && error.Message.Contains("SimulatedDevice", StringComparison.Ordinal));
    }

    private static string[] Commands(PciDeviceException error)
        => [.. error.Remedy.Split('\n').Where(line => line.StartsWith("    ", StringComparison.Ordinal)).Select(line => line.Trim())];
}
