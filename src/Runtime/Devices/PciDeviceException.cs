namespace TopHalf;

/// <summary>
/// Something is wrong with the machine: a device, the rights to it, or a call of the kernel. The message has all of it: the
/// device, the call, the error number, what that means here, and how to mend it.
/// </summary>
public sealed class PciDeviceException : IOException
{
    private readonly string _problem;

    /// <param name="device">The device's name; empty where the call concerned none.</param>
    /// <param name="call">The call of the kernel as its documentation names it, or what was to be done.</param>
    /// <param name="errno">The error number of Linux; 0 where the kernel did not refuse anything.</param>
    /// <param name="problem">What that means here: whole sentences.</param>
    /// <param name="remedy">What to do, commands where there are any; empty where nothing can be said.</param>
    /// <param name="innerException">What was caught.</param>
    public PciDeviceException(
        string device, string call, int errno, string problem, string remedy, Exception? innerException = null)
        : base(Compose(device, call, errno, problem, remedy), innerException)
    {
        Device = device;
        _problem = problem;
        Call = call;
        Errno = errno;
        Remedy = remedy;
    }

    /// <summary>The device's name, such as 0000:00:05.0; empty where the call concerned no device.</summary>
    public string Device { get; }

    /// <summary>What failed: a call of the kernel as its documentation names it (VFIO_DEVICE_SET_IRQS), or an action.</summary>
    public string Call { get; }

    /// <summary>The error number of Linux; 0 where the kernel did not refuse anything.</summary>
    public int Errno { get; }

    /// <summary>The name of <see cref="Errno"/>, such as EBUSY; empty for 0.</summary>
    public string ErrnoName => Errno == 0 ? "" : TopHalf.Errno.NameOf(Errno);

    /// <summary>How to mend it; empty where nothing can be said.</summary>
    public string Remedy { get; }

    /// <summary>How many vectors there would have been, where more were asked for; 0 for any other reason.</summary>
    internal int AvailableVectors { get; init; }

    /// <summary>A call that makes a thread receive by user interrupts was refused; another delivery may work.</summary>
    internal bool ConcernsDelivery { get; init; }

    /// <summary>What it means here: whole sentences, without the call and the remedy.</summary>
    internal string Problem => _problem;

    /// <summary>The message without the device and the remedy.</summary>
    internal string Reason => Compose("", Call, Errno, _problem, "");

    /// <summary>The same for a device whose name was not known where it was thrown.</summary>
    internal PciDeviceException For(string device) => new(device, Call, Errno, _problem, Remedy, this) { ConcernsDelivery = ConcernsDelivery };

    private static string Compose(string device, string call, int errno, string problem, string remedy)
    {
        string subject = device.Length == 0 ? "" : device + ": ";
        string cause = errno == 0 ? "." : $": {TopHalf.Errno.NameOf(errno)} ({errno}).";
        string mend = remedy.Length == 0 ? "" : $" To mend it: {remedy}";
        return $"{subject}{call} failed{cause} {problem}{mend}";
    }
}
