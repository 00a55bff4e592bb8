namespace TopHalf;

/// <summary>A process by a descriptor (pidfd_open(2)), which stays its own when the number is another's. Any thread.</summary>
internal sealed class ProcessHandle : OwnedDescriptor
{
    private ProcessHandle(int fd)
        : base(fd)
    {
    }

    /// <summary>It has ended, waited for or not.</summary>
    public bool HasEnded
    {
        get
        {
            bool held = false;
            try
            {
                DangerousAddRef(ref held);
                return SystemCall.IsReadable(Number);
            }
            finally
            {
                if (held)
                {
                    DangerousRelease();
                }
            }
        }
    }

    /// <returns>Null on a kernel without it (before Linux 5.3), and where the process is gone.</returns>
    public static ProcessHandle? TryOpen(int process)
        => SystemCall.Number(LinuxConstants.ProcessOpenNumber, process, 0) is >= 0 and var fd ? new ProcessHandle(fd) : null;

    /// <summary>Another number, in this process, for an open file of that one (pidfd_getfd(2)).</summary>
    /// <exception cref="PciDeviceException">It may not be had.</exception>
    public static int Take(ProcessHandle? process, int fd)
    {
        int taken = process is null ? -Errno.ESRCH : SystemCall.Number(LinuxConstants.ProcessTakeNumber, process.Number, fd);
        return taken >= 0 ? taken : throw NotTaken(-taken);
    }

    internal static PciDeviceException NotTaken(int errno)
        => new(
            "",
            "pidfd_getfd",
            errno,
            "The other process's descriptor cannot be had.",
            "run both as one user, and let processes look into each other (sysctl kernel.yama.ptrace_scope=0), or let the receiver be the sender's child");
}
