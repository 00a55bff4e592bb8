namespace TopHalf.Tool;

/// <summary>
/// What stands in the way of opening a function, told by the runtime's own exceptions, but without opening anything: a listing
/// must not take a device from the program that is about to use it.
/// </summary>
internal sealed class Obstacles(Machine machine)
{
    private readonly VfioHost _host = machine.Host;

    /// <summary>The first thing to mend; null where none is seen. A container's or a service's rules cannot be seen from here.</summary>
    public PciDeviceException? First(PciFunction function)
    {
        if (function.IsBridge)
        {
            return new PciDeviceException(
                function.Name, "open", 0, "It is a bridge, and VFIO hands out none: the kernel needs it for what lies behind.", "");
        }

        try
        {
            int group = new VfioPreconditions(_host.Paths, _host.Sysfs, _host.Remedies).Check(function.Name);
            return OfGroup(group, function.Name);
        }
        catch (PciDeviceException missing)
        {
            return missing;
        }
    }

    /// <summary>Whether a group can be used for the sake of one of its functions: all others are free, or with a driver that does no harm.</summary>
    public bool IsViable(int group, string device)
        => _host.Sysfs.DevicesOf(group).All(name => name == device || PciSysfs.LeavesGroupViable(_host.Sysfs.Driver(name)));

    private PciDeviceException? OfGroup(int group, string device)
    {
        var errors = new VfioErrors(_host, device);
        string file = _host.Paths.Group(group);
        if (machine.Files.MayUse(file) is < 0 and int groupErrno)
        {
            return errors.GroupNotOpened(group, -groupErrno);
        }

        if (machine.Files.MayUse(_host.Paths.Container) is < 0 and int containerErrno)
        {
            return errors.ContainerNotOpened(-containerErrno);
        }

        if (!IsViable(group, device))
        {
            return errors.GroupNotViable(group);
        }

        return FileUsers.Describe(_host.Paths.Proc, file).Length > 0 ? errors.GroupNotOpened(group, Errno.EBUSY) : null;
    }
}
