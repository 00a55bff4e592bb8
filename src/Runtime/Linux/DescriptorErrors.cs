namespace TopHalf;

/// <summary>Errors of eventfds and their wait.</summary>
internal static class DescriptorErrors
{
    /// <param name="device">For whom it was to be opened; empty for nobody.</param>
    /// <param name="call">The call.</param>
    /// <param name="errno">Its answer.</param>
    public static PciDeviceException NotOpened(string device, string call, int errno)
        => new(
            device,
            call,
            errno,
            errno switch
            {
                Errno.EMFILE => "The process has as many open files as it may have.",
                Errno.ENFILE => "The system has as many open files as it may have.",
                _ => "The kernel gives no descriptor.",
            },
            errno switch
            {
                Errno.EMFILE => "ulimit -n 4096 (in the shell that starts the program; every vector needs one file)",
                Errno.ENFILE => "sudo sysctl fs.file-max=1000000",
                _ => "free some memory",
            });

    public static PciDeviceException Failed(string call, int errno)
        => new("", call, errno, "The descriptor does not answer as one of its kind does.", "report it as an error of TopHalf");
}
