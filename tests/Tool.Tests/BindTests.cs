namespace TopHalf.Tool.Tests;

public sealed class BindTests
{
    [Fact]
    public void Bind_goes_by_driver_override()
    {
        using var machine = new FakeMachine();
        machine.Add(FakeMachine.Edu, driver: "edu");

        Assert.Equal(0, machine.Run("bind", FakeMachine.Edu));
        Assert.Equal("vfio-pci", machine.Driver(FakeMachine.Edu));
        Assert.Equal("0000:00:05.0 is bound to vfio-pci; before, the driver edu had it.\n", machine.Output.ToString());
        Assert.Equal(
            [
                "vfio-pci > devices/0000:00:05.0/driver_override",
                "0000:00:05.0 > devices/0000:00:05.0/driver/unbind",
                "0000:00:05.0 > drivers_probe",
            ],
            machine.Writes);
    }

    [Fact]
    public void Unbind_gives_it_back()
    {
        using var machine = new FakeMachine();
        machine.Add(FakeMachine.Edu, driver: "edu");
        Assert.Equal(0, machine.Run("bind", FakeMachine.Edu));
        machine.Output.GetStringBuilder().Clear();

        Assert.Equal(0, machine.Run("unbind", "00:05.0"));
        Assert.Equal(("edu", "(null)"), (machine.Driver(FakeMachine.Edu), machine.Override(FakeMachine.Edu)));
        Assert.Equal("0000:00:05.0 is no longer bound to vfio-pci; the kernel driver edu has it now.\n", machine.Output.ToString());
    }

    [Fact]
    public void A_function_that_nobody_has_is_bound_and_unbound_too()
    {
        using var machine = new FakeMachine();
        machine.Add(FakeMachine.Edu);

        Assert.Equal(0, machine.Run("bind", FakeMachine.Edu));
        Assert.Equal(0, machine.Run("unbind", FakeMachine.Edu));
        Assert.Null(machine.Driver(FakeMachine.Edu));
        Assert.Equal(
            """
            0000:00:05.0 is bound to vfio-pci; before, no driver had it.
            0000:00:05.0 is no longer bound to vfio-pci; no kernel driver has it now.

            """,
            machine.Output.ToString());
    }

    [Fact]
    public void What_is_so_already_is_not_done()
    {
        using var machine = new FakeMachine();
        machine.Add(FakeMachine.Edu, driver: "vfio-pci");
        machine.Add("0000:00:06.0", group: 4, driver: "nvme");

        Assert.Equal(0, machine.Run("bind", FakeMachine.Edu));
        Assert.Equal(0, machine.Run("unbind", "00:06.0"));
        Assert.Empty(machine.Writes);
        Assert.Equal(
            """
            0000:00:05.0 is bound to vfio-pci already.
            0000:00:06.0 is not bound to vfio-pci; the kernel driver nvme has it now.

            """,
            machine.Output.ToString());
    }

    [Fact]
    public void Several_are_bound_at_once_and_what_is_left_to_do_is_said()
    {
        using var machine = new FakeMachine();
        machine.Add("0000:00:07.0", group: 9, driver: "edu");
        machine.Add("0000:00:07.1", group: 9, driver: "serial");

        Assert.Equal(0, machine.Run("bind", "00:07.0", "00:07.1"));
        Assert.Equal(("vfio-pci", "vfio-pci"), (machine.Driver("0000:00:07.0"), machine.Driver("0000:00:07.1")));
        Assert.Contains("Before it can be opened: 0000:00:07.0: VFIO_GROUP_GET_STATUS failed. IOMMU group 9 is not viable", machine.Output.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("0000:00:07.1 is bound to vfio-pci; before, the driver serial had it.\n", machine.Output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_module_nothing_is_touched()
    {
        using var machine = new FakeMachine(vfioIsLoaded: false);
        machine.Add(FakeMachine.Edu, driver: "edu");

        Refuses(machine, "bind", "find vfio-pci failed: ENODEV (19).", "sudo modprobe vfio-pci");
        Assert.Empty(machine.Writes);
    }

    [Fact]
    public void Who_is_not_root_is_told_before_anything_has_changed()
    {
        using var machine = new FakeMachine();
        machine.Add(FakeMachine.Edu, driver: "edu");
        machine.Refusals["/driver_override"] = Errno.EACCES;

        Refuses(machine, "bind", "driver_override failed: EACCES (13).", "run the command as root (sudo)");
        Assert.Equal("edu", machine.Driver(FakeMachine.Edu));
        Assert.Single(machine.Writes);
    }

    [Fact]
    public void What_vfio_pci_does_not_take_goes_back_to_its_driver()
    {
        using var machine = new FakeMachine { VfioTakesDevices = false };
        machine.Add(FakeMachine.Edu, driver: "edu");

        Refuses(machine, "bind", "vfio-pci did not take the device; its old driver was asked to take it back.", "dmesg");
        Assert.Equal(("edu", "(null)"), (machine.Driver(FakeMachine.Edu), machine.Override(FakeMachine.Edu)));
    }

    [Fact]
    public void A_driver_that_does_not_let_go_keeps_it()
    {
        using var machine = new FakeMachine();
        machine.Add(FakeMachine.Edu, driver: "edu");
        machine.Refusals["/driver/unbind"] = Errno.EBUSY;

        Refuses(machine, "bind", "unbind failed: EBUSY (16).");
        Assert.Equal(("edu", "(null)"), (machine.Driver(FakeMachine.Edu), machine.Override(FakeMachine.Edu)));
    }

    [Fact]
    public void A_bridge_and_a_function_without_an_IOMMU_are_refused()
    {
        using var machine = new FakeMachine();
        machine.Add(FakeMachine.Edu, driver: "pcieport", headerType: 0x81);
        Refuses(machine, "bind", "It is a bridge, and vfio-pci takes none.");
        machine.Add("0000:00:06.0", group: null);
        Assert.Equal(1, machine.Run("bind", "00:06.0"));
        Assert.Contains("The device has no IOMMU group", machine.Errors.ToString(), StringComparison.Ordinal);
        Assert.Empty(machine.Writes);
    }

    [Theory]
    [InlineData("/dev/nvme0n1p1 is mounted on /home", "block/nvme0n1p1", "mounts", "/dev/nvme0n1p1 /home ext4 rw 0 0")]
    [InlineData("/dev/nvme0n1p1 is swap space", "block/nvme0n1p1", "swaps", "/dev/nvme0n1p1\tpartition\t1000\t0\t-2")]
    [InlineData("/dev/nvme0n1p1 is part of dm-0", "block/nvme0n1p1", "class/block/nvme0n1p1/holders/dm-0", "")]
    [InlineData("the network eth0 is up", "net/eth0", "class/net/eth0/operstate", "up")]
    public void What_the_system_uses_is_taken_by_force_only(string use, string member, string file, string text)
    {
        using var machine = new FakeMachine();
        machine.Add(FakeMachine.Edu, driver: "edu");
        machine.AddClass(FakeMachine.Edu, member);
        machine.WriteFile(file, text);

        Refuses(machine, "bind", "bind failed: EBUSY (16).", $"The system uses it: {use}.", "--force");
        Assert.Empty(machine.Writes);
        Assert.Equal(0, machine.Run("bind", FakeMachine.Edu, "--force"));
        Assert.Equal("vfio-pci", machine.Driver(FakeMachine.Edu));
    }

    [Fact]
    public void What_another_function_is_used_for_does_not_matter()
    {
        using var machine = new FakeMachine();
        machine.Add(FakeMachine.Edu, driver: "edu");
        machine.AddClass("0000:00:06.0", "block/nvme0n1p1");
        machine.WriteFile("mounts", "/dev/nvme0n1p1 /home ext4 rw 0 0");
        machine.AddClass(FakeMachine.Edu, "net/eth0");
        machine.WriteFile("class/net/eth0/operstate", "down");

        Assert.Equal(0, machine.Run("bind", FakeMachine.Edu));
    }

    // The kernel would wait until that program closes the device.
    [Fact]
    public void What_a_program_uses_is_not_taken_from_it()
    {
        using var machine = new FakeMachine();
        machine.Add(FakeMachine.Edu, driver: "vfio-pci");
        machine.Open(3, 123, "qemu");

        Refuses(machine, "unbind", "Another program has IOMMU group 3 (qemu, process 123)");
        Assert.Empty(machine.Writes);
    }

    [Theory]
    [InlineData("bind")]
    [InlineData("unbind")]
    public void Bad_addresses_are_bad_input(string command)
    {
        using var machine = new FakeMachine();
        machine.Add(FakeMachine.Edu, driver: "edu");
        Assert.Equal(2, machine.Run(command, FakeMachine.Edu, "0000:00:5.0"));
        Assert.StartsWith("'0000:00:5.0' is no address of a PCI device.", machine.Errors.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, machine.Run(command));
        Assert.Empty(machine.Writes);
    }

    private static void Refuses(FakeMachine machine, string command, params string[] phrases)
    {
        Assert.Equal(1, machine.Run(command, FakeMachine.Edu));
        string message = machine.Errors.ToString();
        Assert.StartsWith($"{FakeMachine.Edu}: ", message, StringComparison.Ordinal);
        Assert.All(phrases, phrase => Assert.Contains(phrase, message, StringComparison.Ordinal));
    }
}
