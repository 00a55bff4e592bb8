namespace TopHalf.VirtualMachine.Guest.Cases;

/// <summary>Two functions of one IOMMU group: an edu, and a serial port that the kernel's own driver has at first.</summary>
internal static class SharedGroupCases
{
    public static IReadOnlyList<GuestCase> All { get; } =
    [
        new("Two_functions_of_a_slot_share_a_group", guest
            => Check.Equal(guest.Devices.Pair.LinkName("iommu_group"), guest.Devices.Sibling.LinkName("iommu_group"))),
        new("A_group_that_is_not_viable_is_told_and_mended", NotViable),
        new("Two_devices_of_a_group_share_it_in_one_process", Share),
    ];

    private static void NotViable(GuestContext guest)
    {
        (PciAddress edu, PciAddress serial) = (guest.Devices.Pair, guest.Devices.Sibling);
        using MachineChange change = MachineChange.Restored(serial, "serial");
        PciDeviceException error = WrongMachineCases.Refused(
            guest, edu, "VFIO_GROUP_GET_STATUS", "",
            $"IOMMU group {edu.LinkName("iommu_group")} is not viable: the kernel still drives another device of it.",
            $"The group is {edu} (vfio-pci), {serial} (serial).",
            "move the card to a slot with a group of its own",
            $"echo {serial} | sudo tee /sys/bus/pci/devices/{serial}/driver/unbind");
        Check.That(!error.Remedy.Contains($"devices/{edu}", StringComparison.Ordinal));
        MachineChange.Mend(error);
        WrongMachineCases.Works(edu);
    }

    private static void Share(GuestContext guest)
    {
        string file = $"/dev/vfio/{guest.Devices.Pair.LinkName("iommu_group")}";
        using MachineChange change = MachineChange.BoundTo(guest.Devices.Sibling, "vfio-pci");
        Check.Equal(0, OpenFiles(file));
        using (VfioDevice serial = VfioDevice.Open(guest.Devices.Sibling.Text))
        {
            using (VfioDevice edu = VfioDevice.Open(guest.Devices.Pair.Text))
            {
                Check.Equal(1, OpenFiles(file));
                var driver = new RaisedEdu(edu);
                using InterruptBinding interrupts = driver.EnableInterrupts(edu);
                driver.Raise(4);
                EduCases.Wait(() => driver.Handled == 1, "the interrupt");
                Check.Equal(0x1B36, serial.VendorId);
            }

            // The other has it still, and the edu can come back to it.
            Check.Equal(1, OpenFiles(file));
            Check.Equal(0x0002, serial.DeviceId);
            WrongMachineCases.Works(guest.Devices.Pair);

            // A 16550 behind I/O ports: its scratch register keeps a byte, and neither of its neighbours changes.
            Bar ports = serial.GetBar(0);
            Check.That(ports.IsPort);
            byte modem = ports.Read8(4);
            ports.Write8(7, 0xA5);
            Check.Equal((0xA5, modem), (ports.Read8(7), ports.Read8(4)));
        }

        Check.Equal(0, OpenFiles(file));
    }

    private static int OpenFiles(string target)
        => Directory.GetFiles("/proc/self/fd").Count(fd => new FileInfo(fd).LinkTarget == target);
}
