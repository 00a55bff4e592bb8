namespace TopHalf.Tool.Tests;

public sealed class DevicesTests
{
    [Fact]
    public void Every_function_has_its_line()
    {
        using var machine = new FakeMachine();
        machine.Add("0000:00:00.0", group: 1, classCode: 0x060000);
        machine.Add(FakeMachine.Edu, group: 3, driver: "vfio-pci");
        machine.Add("0000:00:06.0", group: 4, driver: "nvme", classCode: 0x010802, config: FakeMachine.Config(null, 65));
        machine.Add("0000:00:08.0", group: 5, driver: "pcieport", classCode: 0x060400, headerType: 1, config: FakeMachine.Config(1, null));
        machine.Add("0000:01:00.0", group: null, classCode: 0xFF0000, config: FakeMachine.Config(5, 2048));

        Assert.Equal(0, machine.Run("devices"));
        Assert.Equal(
            """
            address       id         what it is       driver    group  vectors             to open it
            0000:00:00.0  1234:11e8  host bridge      none      1      MSI 1               The device is not bound to vfio-pci; no kernel driver has it now.
            0000:00:05.0  1234:11e8  unclassified     vfio-pci  3      MSI 1               ready
            0000:00:06.0  1234:11e8  NVMe controller  nvme      4      MSI-X 65            The device is not bound to vfio-pci; the kernel driver nvme has it now.
            0000:00:08.0  1234:11e8  PCI bridge       pcieport  5      MSI 2               It is a bridge, and VFIO hands out none: the kernel needs it for what lies behind.
            0000:01:00.0  1234:11e8  vendor's own     none      none   MSI 32, MSI-X 2048  The device has no IOMMU group: the machine has no IOMMU, or it is off.

            """,
            machine.Output.ToString());
    }

    [Fact]
    public void A_group_of_which_the_kernel_drives_a_part_is_not_viable_and_the_commands_are_shown()
    {
        using var machine = new FakeMachine();
        machine.Add("0000:00:07.0", group: 9, driver: "vfio-pci");
        machine.Add("0000:00:07.1", group: 9, driver: "serial");

        Assert.Equal(0, machine.Run("devices", "00:07.0"));
        string shown = machine.Output.ToString();
        Assert.Contains("IOMMU group          9, not viable\n", shown, StringComparison.Ordinal);
        Assert.Contains("others of the group  0000:00:07.1 (serial)\n", shown, StringComparison.Ordinal);
        Assert.Contains("IOMMU group 9 is not viable: the kernel still drives another device of it.", shown, StringComparison.Ordinal);
        Assert.Contains("echo 0000:00:07.1 | sudo tee ", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_function_of_a_free_group_is_ready()
    {
        using var machine = new FakeMachine();
        machine.Add("0000:00:07.0", group: 9, driver: "vfio-pci");
        machine.Add("0000:00:07.1", group: 9);

        Assert.Equal(0, machine.Run("devices", "00:07.0"));
        Assert.EndsWith("\n0000:00:07.0: ready to be opened.\n", machine.Output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/vfio/3", "The user ")]
    [InlineData("/vfio/vfio", "sudo chmod 0666 ")]
    public void Missing_rights_are_in_the_way(string file, string sentence)
    {
        using var machine = new FakeMachine();
        machine.Add(FakeMachine.Edu, driver: "vfio-pci");
        machine.Refusals[file] = Errno.EACCES;

        Assert.Equal(0, machine.Run("devices", FakeMachine.Edu));
        Assert.Contains(" failed: EACCES (13). ", machine.Output.ToString(), StringComparison.Ordinal);
        Assert.Contains(sentence, machine.Output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_that_has_the_group_is_in_the_way_and_named()
    {
        using var machine = new FakeMachine();
        machine.Add(FakeMachine.Edu, driver: "vfio-pci");
        machine.Open(3, 123, "qemu");

        Assert.Equal(0, machine.Run("devices"));
        Assert.Contains("Another program has IOMMU group 3 (qemu, process 123)", machine.Output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_may_see_the_header_only_is_told_so()
    {
        using var machine = new FakeMachine();
        machine.Add(FakeMachine.Edu, driver: "vfio-pci", config: FakeMachine.Config(0, 65)[..64]);

        Assert.Equal(0, machine.Run("devices"));
        Assert.Contains("for root to see", machine.Output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_machine_without_PCI_has_no_lines()
    {
        using var machine = new FakeMachine();
        Assert.Equal(0, machine.Run("devices"));
        Assert.Single(machine.Output.ToString().TrimEnd().Split('\n'));
    }

    [Fact]
    public void An_absent_function_is_refused_by_the_machine()
    {
        using var machine = new FakeMachine();
        Assert.Equal(1, machine.Run("devices", "00:1f.7"));
        Assert.StartsWith("0000:00:1f.7: find the device failed: ENODEV (19).", machine.Errors.ToString(), StringComparison.Ordinal);
    }
}
