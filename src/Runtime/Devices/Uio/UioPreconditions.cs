using System.Globalization;

namespace TopHalf;

/// <summary>What must be so before a function is opened through UIO, and what it means where a file of it is refused.</summary>
internal sealed class UioPreconditions(VfioHost host)
{
    /// <summary>The kernel's driver for functions of any kind.</summary>
    public const string Driver = "uio_pci_generic";

    /// <summary>Checks in the order in which an administrator would mend.</summary>
    /// <returns>The number of the function's UIO device.</returns>
    /// <exception cref="PciDeviceException">The first thing that is missing.</exception>
    public int Check(string device)
    {
        if (!host.Sysfs.Exists(device))
        {
            throw VfioPreconditions.NoSuchFunction(device, host.Paths);
        }

        if (host.Sysfs.Driver(device) is var driver && driver != Driver)
        {
            string owner = driver is null ? "no kernel driver has it now" : $"the kernel driver {driver} has it now";
            throw new PciDeviceException(
                device,
                "find the device's driver",
                Errno.ENODEV,
                $"The device is not bound to {Driver}; {owner}.",
                host.Remedies.Bind(device, Driver));
        }

        return NumberOf(device) ?? throw new PciDeviceException(
            device,
            "find the UIO device",
            Errno.ENODEV,
            $"{Driver} has the device, but shows no UIO device for it.",
            "look at the last lines of dmesg");
    }

    /// <exception cref="PciDeviceException">The file is refused.</exception>
    public VfioHandle Open(string device, string file)
    {
        int fd = host.Kernel.Open(file);
        return fd >= 0 ? new VfioHandle(host.Kernel, fd) : throw NotOpened(device, file, -fd);
    }

    public static PciDeviceException NotOpened(string device, string file, int errno)
        => new(
            device,
            $"open {file}",
            errno,
            errno switch
            {
                Errno.EACCES or Errno.EPERM => "The process may not open the file: UIO asks for the rights to the device's file and to its files in sysfs, which are root's.",
                Errno.ENOENT => "There is no such file: the container was started without it, or the device was unbound meanwhile.",
                Errno.EMFILE => "The process has as many open files as it may have.",
                _ => "The file cannot be opened.",
            },
            errno switch
            {
                Errno.EACCES or Errno.EPERM => VfioRemedies.Lines([$"sudo chown \"$USER\" {file}"]),
                Errno.EMFILE => "ulimit -n 4096",
                _ => "look at the last lines of dmesg",
            });

    // uioN is a folder of the function's.
    private int? NumberOf(string device)
    {
        string folder = $"{host.Paths.PciDevice(device)}/uio";
        string? name = Directory.Exists(folder) ? Directory.GetDirectories(folder, "uio*").Select(Path.GetFileName).FirstOrDefault() : null;
        return name is not null && int.TryParse(name.AsSpan(3), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
    }
}
