using System.Runtime.InteropServices;

namespace TopHalf;

/// <summary>Why there are no user interrupts here, or no bits in memory, and what the kernel's answers mean. Sources: the errors that Intel's patches document for each call.</summary>
internal static class UserInterruptErrors
{
    // asm-generic/errno.h
    private const int EBADF = 9;
    private const int ENOSYS = 38;
    private const int EOPNOTSUPP = 95;
    private const int ESHUTDOWN = 108;

    /// <summary>User interrupts are required, and this machine or kernel has none.</summary>
    public static PciDeviceException NotHere(string reason)
        => new("", "user interrupts", errno: 0, $"They cannot be had: {reason}", "set Delivery = InterruptDelivery.Auto, which takes what there is");

    /// <summary>Why a thread does without them, as a sentence: they are there, and could not be set up for it.</summary>
    public static string NotSetUp(PciDeviceException refused) => $"setting up user interrupts failed: {refused.Reason}";

    /// <summary>There is no code for this platform.</summary>
    public static PciDeviceException OtherPlatform(string device)
        => new(
            device,
            "binding",
            errno: 0,
            $"Vectors cannot be posted in memory: the waits are machine code for Linux on x86-64, and this is {RuntimeInformation.RuntimeIdentifier}.",
            "set Delivery = InterruptDelivery.EventFd");

    /// <summary>The pages of the stubs cannot be made.</summary>
    public static PciDeviceException NoPages(string device, string call, int errno)
        => new(
            device,
            call,
            errno,
            call == "mprotect"
                ? "The kernel lets the process have no executable memory for the waits of user interrupts."
                : "There is no memory for the waits of user interrupts.",
            call == "mprotect"
                ? "allow it (MemoryDenyWriteExecute=no in the systemd unit; the execmem permission of SELinux), or set Delivery = InterruptDelivery.EventFd"
                : "see what limits the process's memory (ulimit -v; the unit's MemoryMax)");

    /// <summary>The kernel answers something else than it should.</summary>
    public static PciDeviceException Refused(string device, string call, int result)
    {
        (string meaning, string remedy) = result >= 0
            ? ($"The kernel answers {result}, which is no answer of this call.",
                "see whether UserInterruptKernel has the numbers of this kernel; set Delivery = InterruptDelivery.EventFd, or Software")
            : (Meaning(-result), Remedy(-result));
        return new PciDeviceException(device, call, Math.Max(-result, 0), meaning, remedy) { ConcernsDelivery = true };
    }

    private static string Meaning(int errno) => errno switch
    {
        Errno.EBUSY => "The thread is a receiver already, and has one handler only.",
        Errno.EFAULT => "The handler is at an address where the kernel sees no memory.",
        Errno.EINVAL => "The kernel does not take an argument: it has another version of the patches.",
        Errno.ENOMEM => "The kernel has no memory for it.",
        Errno.ENOSPC => "The receiver has 64 vectors, or the sender 256 targets, already.",
        EBADF => "The descriptor of the vector is none.",
        ESHUTDOWN => "The receiver has ended.",
        EOPNOTSUPP => "The kernel cannot do that with this descriptor, or on this machine.",
        ENOSYS => "The kernel has no such call.",
        _ => "The kernel refuses.",
    };

    private static string Remedy(int errno) => errno switch
    {
        Errno.EBUSY => "let one binding or receiver have the thread",
        Errno.EINVAL or ENOSYS => "see whether UserInterruptKernel has the version and the numbers of this kernel",
        Errno.ENOSPC => "divide the vectors among threads ([MsiVector(…, Thread = \"…\")])",
        _ => "set Delivery = InterruptDelivery.EventFd, or Software",
    };
}
