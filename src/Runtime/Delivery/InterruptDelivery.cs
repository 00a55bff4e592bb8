namespace TopHalf;

/// <summary>How interrupts reach a receive thread; and signals a <see cref="UserInterruptReceiver"/>.</summary>
public enum InterruptDelivery
{
    /// <summary>Through the kernel: an eventfd for each vector. What every device and every machine has.</summary>
    EventFd,

    /// <summary>
    /// By a bit in memory that whoever interrupts sets, and that the thread waits for outside the kernel. Simulated devices and other threads and processes
    /// set it themselves, which takes no system call while the thread is awake; for a real device a further thread reads the eventfds and sets it,
    /// which is later than an eventfd. Linux on x86-64. A thread has 64 vectors at most.
    /// </summary>
    Software,

    /// <summary>
    /// By Intel's user interrupts. For a device a further thread reads the eventfds and sends them on, which is not sooner than an eventfd, unless the
    /// kernel has a module that makes the device's interrupt the thread's notification. Needs a processor and a kernel that have them (<see cref="UserInterrupt.GetSupport"/>). A thread has 64 vectors at most.
    /// </summary>
    UserInterrupt,

    /// <summary>
    /// The best that is to be had: <see cref="UserInterrupt"/> where everything that it needs is there, else
    /// <see cref="EventFd"/> for a device and <see cref="Software"/> for a <see cref="UserInterruptReceiver"/>.
    /// <see cref="InterruptBinding.Deliveries"/> says which, and why not the better one.
    /// </summary>
    Auto,
}
