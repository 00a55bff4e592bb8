namespace TopHalf;

/// <summary>
/// A counter of signals in the kernel (eventfd(2)): what VFIO signals for an interrupt. Signals that come between two reads
/// are added up.
/// </summary>
/// <remarks>
/// Any thread may signal and read; neither allocates. A disposal takes effect when no call uses the descriptor any more; it
/// does not end a read that waits.
/// </remarks>
internal sealed unsafe class EventFd : OwnedDescriptor
{
    private EventFd(int fd)
        : base(fd)
    {
    }

    /// <summary>Opens one whose counter is zero.</summary>
    /// <param name="blocking">Whether <see cref="Read"/> waits for a signal.</param>
    /// <param name="device">The device that it is for, to be named in an error.</param>
    /// <exception cref="PciDeviceException">The process or the system has no descriptor left.</exception>
    public static EventFd Create(bool blocking, string device = "")
    {
        int fd = SystemCall.EventFd(LinuxConstants.EventFdCloseOnExec | (blocking ? 0 : LinuxConstants.EventFdNonBlocking));
        return fd >= 0 ? new EventFd(fd) : throw DescriptorErrors.NotOpened(device, "eventfd", -fd);
    }

    /// <summary>Adds one to the counter.</summary>
    /// <exception cref="ObjectDisposedException">It is closed.</exception>
    public void Signal() => Add(1);

    /// <summary>Adds to the counter.</summary>
    /// <exception cref="ObjectDisposedException">It is closed.</exception>
    public void Add(ulong signals)
    {
        nint result = Transfer(&signals, write: true);

        // EAGAIN: the counter is at its highest value, so that whoever reads it will see a signal all the same.
        if (result != sizeof(ulong) && result != -Errno.EAGAIN)
        {
            throw DescriptorErrors.Failed("write of an eventfd", (int)-result);
        }
    }

    /// <summary>Waits until the counter is not zero, and leaves it.</summary>
    /// <exception cref="ObjectDisposedException">It is closed.</exception>
    public void WaitUntilSignalled()
    {
        bool held = false;
        try
        {
            DangerousAddRef(ref held);
            int result = SystemCall.PollIn(Number);
            if (result < 0)
            {
                throw DescriptorErrors.Failed("poll of an eventfd", -result);
            }
        }
        finally
        {
            if (held)
            {
                DangerousRelease();
            }
        }
    }

    /// <summary>Takes the counter and makes it zero. Waits for a signal if the eventfd is a blocking one.</summary>
    /// <returns>How many signals came since the last read; 0 where none came and the eventfd does not block.</returns>
    /// <exception cref="ObjectDisposedException">It is closed.</exception>
    public ulong Read()
    {
        ulong count = 0;
        nint result = Transfer(&count, write: false);
        return result switch
        {
            sizeof(ulong) => count,
            -Errno.EAGAIN => 0,
            _ => throw DescriptorErrors.Failed("read of an eventfd", (int)-result),
        };
    }

    private nint Transfer(ulong* counter, bool write)
    {
        bool held = false;
        try
        {
            DangerousAddRef(ref held);
            return write
                ? SystemCall.Write(Number, counter, sizeof(ulong))
                : SystemCall.Read(Number, counter, sizeof(ulong));
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
