namespace TopHalf;

/// <summary>
/// What must be so before VFIO is asked for a device. The kernel answers most of it with a bare ENOENT or EINVAL; here each
/// has its name and its remedy.
/// </summary>
internal sealed class VfioPreconditions(VfioPaths paths, PciSysfs sysfs, VfioRemedies remedies)
{
    /// <summary>Checks in the order in which an administrator would mend.</summary>
    /// <returns>The device's IOMMU group.</returns>
    /// <exception cref="PciDeviceException">The first thing that is missing.</exception>
    public int Check(string device)
    {
        if (!sysfs.Exists(device))
        {
            throw NoSuchFunction(device, paths);
        }

        int group = sysfs.IommuGroup(device) ?? throw Missing(
            device,
            "find the IOMMU group",
            Errno.ENODEV,
            "The device has no IOMMU group: the machine has no IOMMU, or it is off.",
            "turn on VT-d or AMD-Vi in the firmware, boot the kernel with intel_iommu=on (or amd_iommu=on), and look for 'IOMMU' in " +
            "dmesg");

        string? driver = sysfs.Driver(device);
        if (!PciSysfs.IsVfioDriver(driver))
        {
            string owner = driver is null ? "no kernel driver has it now" : $"the kernel driver {driver} has it now";
            throw Missing(
                device,
                "find the device's driver",
                Errno.ENODEV,
                $"The device is not bound to vfio-pci; {owner}.",
                remedies.Bind(device));
        }

        return group;
    }

    /// <summary>The error that there is nothing at an address.</summary>
    public static PciDeviceException NoSuchFunction(string device, VfioPaths paths) => Missing(
        device,
        "find the device",
        Errno.ENODEV,
        "The machine has no PCI function of this address.",
        "correct the address ('lspci -D' lists them); for a card that was plugged in just now: " +
        $"echo 1 | sudo tee {paths.Sys}/bus/pci/rescan");

    private static PciDeviceException Missing(string device, string call, int errno, string problem, string remedy)
        => new(device, call, errno, problem, remedy);
}
