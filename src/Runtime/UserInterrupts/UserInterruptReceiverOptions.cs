namespace TopHalf;

/// <summary>How a <see cref="UserInterruptReceiver"/> is interrupted, and how it waits. Read when it is made.</summary>
public sealed class UserInterruptReceiverOptions
{
    /// <summary>
    /// <see cref="InterruptDelivery.Auto"/>: user interrupts where processor and kernel have them, else <see cref="InterruptDelivery.Software"/>.
    /// There is no <see cref="InterruptDelivery.EventFd"/> here.
    /// </summary>
    public InterruptDelivery Delivery { get; set; } = InterruptDelivery.Auto;

    /// <summary>
    /// How it waits. <see cref="WaitMode.Block"/> and <see cref="WaitMode.Adaptive"/> sleep in the kernel, and who sets a bit wakes it with a system call then;
    /// with <see cref="WaitMode.Spin"/> no send takes one.
    /// </summary>
    public WaitMode WaitMode { get; set; } = WaitMode.Adaptive;

    /// <summary>How long <see cref="WaitMode.Adaptive"/> looks before it sleeps; more than zero.</summary>
    public TimeSpan SpinBudget { get; set; } = TimeSpan.FromMicroseconds(50);

    /// <summary>The system calls of the kernel, where it has Intel's patches.</summary>
    public UserInterruptKernel Kernel { get; set; } = UserInterruptKernel.Version2();

    /// <summary>Where this is; for tests.</summary>
    internal IUserInterruptMachine Machine { get; set; } = UserInterruptMachine.Instance;
}
