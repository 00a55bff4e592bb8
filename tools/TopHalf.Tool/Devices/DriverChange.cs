namespace TopHalf.Tool;

/// <summary>
/// Hands a function from one kernel driver to another, by driver_override: the ids that a driver knows do not matter then, and
/// no other card of the same kind is touched.
/// </summary>
internal sealed class DriverChange(Machine machine)
{
    private const string VfioPci = "vfio-pci";

    // What the kernel takes for "no override" when it is written, and shows when it is read.
    private const string NoOverride = "\n";
    private const string ShownNoOverride = "(null)";

    private readonly VfioHost _host = machine.Host;

    /// <summary>Why a function cannot be shown or changed that is not there.</summary>
    public static PciDeviceException Absent(VfioHost host, string device)
    {
        try
        {
            new VfioPreconditions(host.Paths, host.Sysfs, host.Remedies).Check(device);
        }
        catch (PciDeviceException missing)
        {
            return missing;
        }

        return new PciDeviceException(device, "find the device", Errno.ENODEV, "It went away while it was looked at.", "try again");
    }

    /// <summary>Gives a function to vfio-pci.</summary>
    /// <param name="device">The address.</param>
    /// <param name="force">Also where the system would lose a disk or a network.</param>
    /// <returns>What was done, a sentence.</returns>
    /// <exception cref="PciDeviceException">The kernel refused; the function is with its old driver again.</exception>
    public string ToVfio(string device, bool force)
    {
        PciFunction function = PciFunction.Read(_host, device) ?? throw Absent(_host, device);
        if (PciSysfs.IsVfioDriver(function.Driver))
        {
            return $"{device} is bound to {function.Driver} already.";
        }

        CheckCanBeBound(function);
        CheckIsNotUsed(device, force);
        string before = ReadOverride(device);
        Write(device, "driver_override", VfioPci); // first: where this is refused, nothing has changed yet
        try
        {
            Release(device, function.Driver);
            Probe(device);
            CheckTaken(device);
        }
        catch
        {
            _ = machine.Files.Write($"{_host.Paths.PciDevice(device)}/driver_override", before);
            _ = machine.Files.Write(_host.Paths.DriversProbe, device);
            throw;
        }

        return $"{device} is bound to vfio-pci; before, {(function.Driver is null ? "no driver" : $"the driver {function.Driver}")} had it.";
    }

    /// <summary>Takes a function from vfio-pci, and lets the kernel choose a driver.</summary>
    /// <returns>What was done, a sentence.</returns>
    /// <exception cref="PciDeviceException">Another program has it, or the kernel refused.</exception>
    public string FromVfio(string device)
    {
        PciFunction function = PciFunction.Read(_host, device) ?? throw Absent(_host, device);
        if (!PciSysfs.IsVfioDriver(function.Driver))
        {
            return $"{device} is not bound to vfio-pci; {Owner(device)}.";
        }

        // The kernel would wait for that program, and this one for the kernel.
        if (function.Group is int group && FileUsers.Describe(_host.Paths.Proc, _host.Paths.Group(group)).Length > 0)
        {
            throw new VfioErrors(_host, device).GroupNotOpened(group, Errno.EBUSY);
        }

        Write(device, "driver_override", NoOverride);
        Release(device, function.Driver);
        Probe(device);
        return $"{device} is no longer bound to {function.Driver}; {Owner(device)}.";
    }

    private void CheckCanBeBound(PciFunction function)
    {
        if (function.IsBridge)
        {
            throw new PciDeviceException(function.Name, "bind", Errno.EINVAL, "It is a bridge, and vfio-pci takes none.", "");
        }

        if (function.Group is null)
        {
            throw Absent(_host, function.Name); // it says how to turn an IOMMU on
        }

        if (!_host.Sysfs.IsLoaded(VfioPci))
        {
            throw new PciDeviceException(
                function.Name, "find vfio-pci", Errno.ENODEV, "The kernel has no driver of that name: its module is not loaded.",
                VfioRemedies.Lines(["sudo modprobe vfio-pci"]));
        }
    }

    private void CheckIsNotUsed(string device, bool force)
    {
        IReadOnlyList<string> uses = force ? [] : new DeviceUse(_host.Paths).Of(device);
        if (uses.Count > 0)
        {
            throw new PciDeviceException(
                device, "bind", Errno.EBUSY, $"The system uses it: {string.Join(", ", uses)}.",
                "end that use first, or lose it with --force");
        }
    }

    private void CheckTaken(string device)
    {
        if (!PciSysfs.IsVfioDriver(_host.Sysfs.Driver(device)))
        {
            throw new PciDeviceException(
                device, "bind", Errno.ENODEV, "vfio-pci did not take the device; its old driver was asked to take it back.",
                "look at the last lines of dmesg");
        }
    }

    private void Release(string device, string? driver)
    {
        if (driver is not null)
        {
            Write(device, "driver/unbind", device);
        }
    }

    private void Probe(string device) => Check(device, _host.Paths.DriversProbe, machine.Files.Write(_host.Paths.DriversProbe, device));

    private void Write(string device, string file, string value)
    {
        string path = $"{_host.Paths.PciDevice(device)}/{file}";
        Check(device, path, machine.Files.Write(path, value));
    }

    private static void Check(string device, string path, int result)
    {
        if (result < 0)
        {
            throw new PciDeviceException(
                device, $"write {path}", -result,
                result is -Errno.EACCES or -Errno.EPERM ? $"The user {ProcessUser.Name} may not change a device's driver." : "The kernel does not take it.",
                result is -Errno.EACCES or -Errno.EPERM ? "run the command as root (sudo)" : "look at the last lines of dmesg");
        }
    }

    private string ReadOverride(string device)
    {
        string text = File.ReadAllText($"{_host.Paths.PciDevice(device)}/driver_override").Trim();
        return text.Length == 0 || text == ShownNoOverride ? NoOverride : text;
    }

    private string Owner(string device)
        => _host.Sysfs.Driver(device) is { } driver ? $"the kernel driver {driver} has it now" : "no kernel driver has it now";
}
