namespace TopHalf;

/// <summary>Where the kernel shows its devices. Elsewhere in tests.</summary>
/// <param name="Sys">The root of sysfs.</param>
/// <param name="Dev">The root of the device files.</param>
/// <param name="Proc">The root of the processes' files.</param>
internal sealed record VfioPaths(string Sys, string Dev, string Proc)
{
    public static VfioPaths Real { get; } = new("/sys", "/dev", "/proc");

    /// <summary>The file that a container is opened from.</summary>
    public string Container => $"{Dev}/vfio/vfio";

    public string PciDrivers => $"{Sys}/bus/pci/drivers";

    public string DriversProbe => $"{Sys}/bus/pci/drivers_probe";

    public string PciDevice(string name) => $"{Sys}/bus/pci/devices/{name}";

    /// <summary>The file that a group is opened from.</summary>
    public string Group(int number) => $"{Dev}/vfio/{number}";

    /// <summary>The links to a group's devices.</summary>
    public string GroupDevices(int number) => $"{Sys}/kernel/iommu_groups/{number}/devices";

    /// <summary>The file of a UIO device.</summary>
    public string Uio(int number) => $"{Dev}/uio{number}";

    /// <summary>How many interrupts a UIO device has had.</summary>
    public string UioCount(int number) => $"{Sys}/class/uio/uio{number}/event";

    /// <summary>The interrupt lines of the machine, a line of text for each.</summary>
    public string Interrupts => $"{Proc}/interrupts";

    /// <summary>The processors that an interrupt line may go to.</summary>
    public string IrqAffinity(int line) => $"{Proc}/irq/{line}/smp_affinity_list";
}
