namespace TopHalf;

/// <summary>
/// A kernel module that makes a device's interrupt the notification of a thread; docs/user-interrupts.md specifies it. Each call answers 0 or more,
/// or the negative errno, and concerns the calling thread.
/// </summary>
internal interface IDirectInterrupts
{
    /// <summary>
    /// Makes the calling thread, which may run on one processor only, the receiver of the interrupt that an eventfd stands for: from when VFIO
    /// connects it. The UPID suppresses notifications of senders.
    /// </summary>
    /// <param name="eventFd">What VFIO is given, or was.</param>
    /// <param name="handler">The user-interrupt handler.</param>
    /// <returns>The index with which the thread posts its vector to itself.</returns>
    int Attach(int eventFd, nint handler);

    /// <summary>The interrupt goes to the eventfd again.</summary>
    int Detach(int eventFd);
}
