namespace TopHalf.VirtualMachine.Guest.Cases;

/// <summary>
/// A machine that is not as it should be: the exception says what is wrong, and its commands mend it. They are run, and the
/// device is opened afterwards. The texts stand in docs/troubleshooting.md.
/// </summary>
internal static class WrongMachineCases
{
    private const string VfioPci = "vfio-pci";

    public static IReadOnlyList<GuestCase> All { get; } =
    [
        new("A_malformed_address_is_told", MalformedAddress),
        new("An_absent_device_is_told", AbsentDevice),
        new("A_device_without_a_driver_is_told_and_mended", NoDriver),
        new("A_device_of_a_kernel_driver_is_told_and_mended", KernelDriver),
        new("A_missing_vfio_pci_is_told_and_mended", NoVfioPci),
        new("A_missing_vfio_iommu_type1_is_told_and_mended", NoType1),
        new("A_missing_container_file_is_told", NoContainerFile),
        new("A_missing_group_file_is_told", NoGroupFile),
    ];

    /// <summary>The exception of an open that must fail, after its parts were checked.</summary>
    internal static PciDeviceException Refused(GuestContext guest, PciAddress device, string call, string errno, params string[] phrases)
    {
        PciDeviceException error = EduCases.Throws<PciDeviceException>(() => VfioDevice.Open(device.Text).Dispose());
        guest.Note(error.Message);
        Check.Equal((device.Text, call, errno), (error.Device, error.Call, error.ErrnoName));
        string cause = errno.Length == 0 ? "." : $": {errno} ({error.Errno}).";
        Says(error.Message, [$"{device}: {call} failed{cause}", $"To mend it: {error.Remedy}", .. phrases]);
        return error;
    }

    internal static void Says(string message, params string[] phrases)
    {
        foreach (string phrase in phrases)
        {
            Check.That(message.Contains(phrase, StringComparison.Ordinal), $"'{message}' says '{phrase}'");
        }
    }

    /// <summary>That a device can be had after all, with its interrupts.</summary>
    internal static void Works(PciAddress edu)
    {
        using VfioDevice device = VfioDevice.Open(edu.Text);
        var driver = new RaisedEdu(device);
        using InterruptBinding interrupts = driver.EnableInterrupts(device);
        driver.Raise(1);
        EduCases.Wait(() => driver.Handled == 1, "an interrupt of the device");
    }

    private static void MalformedAddress(GuestContext guest)
    {
        foreach (string address in (string[])["edu", "0000:00:05", "0000:00:20.0", "0000:00:05.8", "0000:00:5.0", ""])
        {
            FormatException error = EduCases.Throws<FormatException>(() => VfioDevice.Open(address).Dispose());
            Says(error.Message, $"'{address}' is no address of a PCI device.", "such as 0000:00:05.0", "'lspci -D' lists them");
        }
    }

    private static void AbsentDevice(GuestContext guest)
        => _ = Refused(
            guest, new PciAddress("0000:00:1d.7"), "find the device", "ENODEV",
            "The machine has no PCI function of this address.", "'lspci -D' lists them", "echo 1 | sudo tee /sys/bus/pci/rescan");

    private static void NoDriver(GuestContext guest)
    {
        using MachineChange change = MachineChange.Unbound(guest.Device, afterwards: VfioPci);
        PciDeviceException error = Refused(
            guest, guest.Device, "find the device's driver", "ENODEV",
            "The device is not bound to vfio-pci; no kernel driver has it now.",
            $"echo vfio-pci | sudo tee /sys/bus/pci/devices/{guest.Device}/driver_override",
            $"echo {guest.Device} | sudo tee /sys/bus/pci/drivers_probe");
        Check.That(!error.Remedy.Contains("unbind", StringComparison.Ordinal));
        Check.That(!error.Remedy.Contains("modprobe", StringComparison.Ordinal));
        MachineChange.Mend(error);
        Works(guest.Device);
    }

    private static void KernelDriver(GuestContext guest)
    {
        PciAddress serial = guest.Devices.Sibling;
        using MachineChange change = MachineChange.Restored(serial, "serial");
        PciDeviceException error = Refused(
            guest, serial, "find the device's driver", "ENODEV",
            "The device is not bound to vfio-pci; the kernel driver serial has it now.",
            $"echo {serial} | sudo tee /sys/bus/pci/devices/{serial}/driver/unbind");
        MachineChange.Mend(error);
        using VfioDevice device = VfioDevice.Open(serial.Text);
        Check.Equal((0x1B36, 0x0002), (device.VendorId, device.DeviceId));
    }

    private static void NoVfioPci(GuestContext guest)
    {
        using MachineChange change = MachineChange.WithoutModule("vfio_pci");
        PciDeviceException error = Refused(
            guest, guest.Device, "find the device's driver", "ENODEV",
            "The device is not bound to vfio-pci; no kernel driver has it now.", "\n    sudo modprobe vfio-pci\n");
        MachineChange.Mend(error);
        Works(guest.Device);
    }

    private static void NoType1(GuestContext guest)
    {
        using MachineChange change = MachineChange.WithoutModule("vfio_iommu_type1");
        PciDeviceException error = Refused(
            guest, guest.Device, "VFIO_CHECK_EXTENSION", "",
            "The kernel offers no type 1 IOMMU to VFIO.", "sudo modprobe vfio_iommu_type1");
        MachineChange.Mend(error);
        Works(guest.Device);
    }

    private static void NoContainerFile(GuestContext guest)
    {
        using (MachineChange.Hidden("/dev/vfio/vfio"))
        {
            _ = Refused(
                guest, guest.Device, "open /dev/vfio/vfio", "ENOENT",
                "There is no such file", "start the container with --device /dev/vfio/vfio", "sudo modprobe vfio");
        }

        Works(guest.Device);
    }

    private static void NoGroupFile(GuestContext guest)
    {
        string file = $"/dev/vfio/{guest.Device.LinkName("iommu_group")}";
        using (MachineChange.Hidden(file))
        {
            _ = Refused(
                guest, guest.Device, $"open {file}", "ENOENT",
                "There is no such file", $"start the container with --device /dev/vfio/vfio --device {file}");
        }

        Works(guest.Device);
    }
}
