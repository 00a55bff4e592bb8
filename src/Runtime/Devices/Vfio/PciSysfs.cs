namespace TopHalf;

/// <summary>What sysfs says of a PCI function and its IOMMU group.</summary>
internal sealed class PciSysfs(VfioPaths paths)
{
    public bool Exists(string device) => Directory.Exists(paths.PciDevice(device));

    /// <summary>The IOMMU group's number; null where no IOMMU stands before the device.</summary>
    public int? IommuGroup(string device)
        => int.TryParse(LinkedName($"{paths.PciDevice(device)}/iommu_group"), out int number) ? number : null;

    /// <summary>The name of the kernel driver that is bound to the function; null for none.</summary>
    public string? Driver(string device) => LinkedName($"{paths.PciDevice(device)}/driver");

    /// <summary>Whether a driver of that name is in the kernel.</summary>
    public bool IsLoaded(string driver) => Directory.Exists($"{paths.PciDrivers}/{driver}");

    /// <summary>The functions of an IOMMU group, by address; empty where the group went away.</summary>
    public string[] DevicesOf(int group)
    {
        try
        {
            string[] links = Directory.GetFileSystemEntries(paths.GroupDevices(group));
            string[] names = Array.ConvertAll(links, link => Path.GetFileName(link));
            Array.Sort(names, StringComparer.Ordinal);
            return names;
        }
        catch (IOException)
        {
            return [];
        }
    }

    /// <summary>
    /// Whether a driver is vfio-pci or one of the drivers made from it for a kind of device (mlx5_vfio_pci,
    /// hisi-acc-vfio-pci), which offer the same.
    /// </summary>
    public static bool IsVfioDriver(string? driver)
        => driver is not null && driver.Replace('_', '-').EndsWith("vfio-pci", StringComparison.Ordinal);

    /// <summary>
    /// Whether the kernel lets a group be used beside a function with this driver: those that say that they do no DMA of their
    /// own (driver_managed_dma in the kernel's sources).
    /// </summary>
    public static bool LeavesGroupViable(string? driver)
        => driver is null or "pci-stub" or "pcieport" || IsVfioDriver(driver);

    private static string? LinkedName(string path)
        => new FileInfo(path).LinkTarget is { } target ? Path.GetFileName(target) : null;
}
