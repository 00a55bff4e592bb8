namespace TopHalf;

/// <summary>Turns what the kernel answers while a device is opened into words and commands.</summary>
internal sealed class VfioErrors(VfioHost host, string device)
{
    public PciDeviceException Refused(string call, int errno, string problem, string remedy = "look at the last lines of dmesg")
        => errno is Errno.EMFILE or Errno.ENFILE
            ? DescriptorErrors.NotOpened(device, call, errno)
            : new(device, call, errno, problem, remedy);

    public PciDeviceException GroupNotOpened(int number, int errno)
    {
        string file = host.Paths.Group(number);
        return errno switch
        {
            Errno.EACCES => Refused(
                $"open {file}", errno, $"The user {ProcessUser.Name} may not read and write it.", VfioRemedies.Own(file)),
            Errno.EBUSY => Refused(
                $"open {file}",
                errno,
                $"Another program has IOMMU group {number}{FileUsers.Describe(host.Paths.Proc, file)}, and a group has one user at a " +
                "time.",
                "end that program, or give it the whole group"),
            Errno.ENOENT => Refused(
                $"open {file}",
                errno,
                $"There is no such file: no device of IOMMU group {number} is bound to vfio-pci any more, or this is a container that " +
                "was not given the file.",
                $"start the container with --device {host.Paths.Container} --device {file}; elsewhere{host.Remedies.Bind(device)}"),
            Errno.EPERM => Refused(
                $"open {file}",
                errno,
                "The rules of a container or a service keep this process from the file; or the device has no IOMMU that protects the " +
                "machine from it (VFIO's no-IOMMU mode), so that it takes CAP_SYS_RAWIO.",
                $"docker run --device {host.Paths.Container} --device {file}, or DeviceAllow={file} rw in the systemd unit; or boot " +
                "with intel_iommu=on (amd_iommu=on)"),
            _ => Refused($"open {file}", errno, $"IOMMU group {number} cannot be opened."),
        };
    }

    public PciDeviceException ContainerNotOpened(int errno)
    {
        string file = host.Paths.Container;
        return errno switch
        {
            Errno.EACCES => Refused(
                $"open {file}", errno, $"The user {ProcessUser.Name} may not read and write it.",
                VfioRemedies.Lines([$"sudo chmod 0666 {file}"])),
            Errno.ENODEV or Errno.ENOENT or Errno.ENXIO => ContainerMissing(errno),
            _ => Refused($"open {file}", errno, "No container can be made."),
        };
    }

    public PciDeviceException ContainerMissing(int errno)
        => Refused(
            $"open {host.Paths.Container}",
            errno,
            errno == Errno.ENOENT
                ? "There is no such file: this is a container that was not given it, or VFIO is not in the kernel."
                : "Nothing answers behind the file: VFIO is not in the kernel.",
            $"start the container with --device {host.Paths.Container}; elsewhere" + VfioRemedies.Lines(["sudo modprobe vfio"]));

    public PciDeviceException GroupNotViable(int number)
    {
        string[] devices = host.Sysfs.DevicesOf(number);
        IEnumerable<string> members = devices.Select(name => $"{name} ({host.Sysfs.Driver(name) ?? "no driver"})");
        string[] strangers = [.. devices.Where(name => !PciSysfs.LeavesGroupViable(host.Sysfs.Driver(name)))];
        return Refused(
            "VFIO_GROUP_GET_STATUS",
            0,
            $"IOMMU group {number} is not viable: the kernel still drives another device of it. The group is " +
            $"{string.Join(", ", members)}.",
            strangers.Length > 0
                ? "move the card to a slot with a group of its own, or take the other devices from the kernel's drivers:" +
                    host.Remedies.Unbind(strangers)
                : "try again; meanwhile every device of the group is free");
    }

    public PciDeviceException WrongVersion(int result)
        => Refused(
            "VFIO_GET_API_VERSION",
            Math.Max(0, -result),
            result < 0
                ? $"{host.Paths.Container} is not the file of VFIO."
                : $"The kernel speaks version {result} of VFIO; this library knows version {VfioConstants.ApiVersion}.",
            result < 0 ? VfioRemedies.Lines(["ls -l " + host.Paths.Container]) : "update TopHalf");

    public PciDeviceException NoType1()
        => Refused(
            "VFIO_CHECK_EXTENSION",
            0,
            "The kernel offers no type 1 IOMMU to VFIO.",
            VfioRemedies.Lines(["sudo modprobe vfio_iommu_type1"]));

    public PciDeviceException IommuNotSet(int errno)
        => errno == Errno.EPERM
            ? Refused(
                "VFIO_SET_IOMMU",
                errno,
                "The IOMMU cannot keep the device from forging interrupts: interrupt remapping is missing or off.",
                "turn on interrupt remapping (x2APIC) in the firmware; or, if every program that uses the device can be trusted," +
                VfioRemedies.Lines(
                    [$"echo Y | sudo tee {host.Paths.Sys}/module/vfio_iommu_type1/parameters/allow_unsafe_interrupts"]))
            : Refused("VFIO_SET_IOMMU", errno, "The group gets no address space.");

    public PciDeviceException DeviceNotOpened(int number, int errno)
        => errno switch
        {
            Errno.ENODEV or Errno.EINVAL => Refused(
                "VFIO_GROUP_GET_DEVICE_FD",
                errno,
                $"vfio-pci does not offer the device in IOMMU group {number} any more.",
                host.Remedies.Bind(device)),
            Errno.EBUSY => Refused(
                "VFIO_GROUP_GET_DEVICE_FD",
                errno,
                $"Another program has the device{FileUsers.Describe(host.Paths.Proc, host.Paths.Group(number))}.",
                "end that program"),
            _ => Refused("VFIO_GROUP_GET_DEVICE_FD", errno, "The device cannot be opened."),
        };
}
