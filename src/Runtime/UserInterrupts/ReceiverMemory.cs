using System.Globalization;

namespace TopHalf;

/// <summary>Finds the memory of a receiver by its address: in this process, or in another one of the same user.</summary>
internal static class ReceiverMemory
{
    /// <exception cref="PciDeviceException">The receiver is gone, or its process is another's.</exception>
    public static MappedMemory Map(UserInterruptAddress address)
    {
        // The number may be another file's by now, whose opening may do something; null where one may not look.
        if (LinkOf(address.Path) is { } link && link != address.Link)
        {
            throw NotThere(address, "open", Errno.ENOENT);
        }

        int fd = SystemCall.Open(address.Path, LinuxConstants.OpenReadWrite | LinuxConstants.OpenCloseOnExec);
        if (fd < 0)
        {
            throw NotThere(address, "open", -fd);
        }

        using var file = new OpenFile(fd);
        if (LinkOf(string.Create(CultureInfo.InvariantCulture, $"/proc/self/fd/{fd}")) != address.Link)
        {
            throw NotThere(address, "open", Errno.ENOENT);
        }

        var memory = new MappedMemory(
            SystemCall.Map(fd, 0, UserInterruptState.Size, LinuxConstants.ProtectionRead | LinuxConstants.ProtectionWrite), UserInterruptState.Size);
        return memory.IsInvalid ? throw NotThere(address, "mmap", memory.Errno) : memory;
    }

    public static PciDeviceException NotThere(UserInterruptAddress address, string call, int errno)
        => new(
            "",
            $"{call} of {address.Path}",
            errno,
            errno is Errno.EACCES or Errno.EPERM
                ? $"Process {address.Process}, of the receiver, is another user's."
                : $"The receiver of process {address.Process} is not there any more.",
            errno is Errno.EACCES or Errno.EPERM ? "run both as one user" : "ask the receiver for its address again (UserInterruptReceiver.AddressOf)");

    private static string? LinkOf(string path)
    {
        try
        {
            return new FileInfo(path).LinkTarget;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private sealed class OpenFile(int fd) : OwnedDescriptor(fd);
}
