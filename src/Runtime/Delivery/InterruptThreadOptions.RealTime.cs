namespace TopHalf;

/// <content>What makes a thread's answer to an interrupt prompt, and what happens where it cannot be had.</content>
public partial class InterruptThreadOptions
{
    // What handlers may use of the stack without a page fault, in RealTime: far more than handlers that allocate nothing do.
    private const int PrefaultedStack = 256 * 1024;

    /// <summary>What happens where an option cannot be had; without it enabling interrupts fails.</summary>
    public OptionEnforcement Enforcement { get; set; }

    /// <summary>
    /// How late a timer of the thread may expire, so that it can expire with others: at least 100 ns, a tick; null for what the
    /// starting thread has, mostly 50 µs. A thread under SCHED_FIFO has none, whatever is set here. Linux.
    /// </summary>
    public TimeSpan? TimerSlack { get; set; }

    /// <summary>
    /// Bytes of the stack that the thread touches before its first wait, so that no handler is the first to touch a page of them;
    /// null for none. All but 64 KiB of the stack at most. Linux.
    /// </summary>
    public int? StackPrefault { get; set; }

    /// <summary>
    /// The only processor that the kernel's interrupts of the thread's vectors go to, from 0; null for the system's choice. Mostly
    /// <see cref="Cpu"/>. Real devices only; needs the right to write /proc/irq, which is root's. What moves interrupts by itself
    /// (irqbalance) may move them again.
    /// </summary>
    public int? IrqCpu { get; set; }

    /// <summary>
    /// The priority under SCHED_FIFO, 1 to 99, of the kernel's threads that handle the interrupts of the thread's vectors; null for
    /// the kernel's, which is 50. Should be above <see cref="RealTimePriority"/>, since those wake this thread. Real devices only,
    /// on a kernel that has such threads (PREEMPT_RT, or started with threadirqs); needs CAP_SYS_NICE.
    /// </summary>
    public int? IrqThreadPriority { get; set; }

    /// <summary>All options for a prompt answer, as far as the machine and the rights allow: the others are warnings.</summary>
    /// <param name="cpu">The processor of the thread and of its interrupts, from 0.</param>
    /// <param name="priority">
    /// The thread's under SCHED_FIFO, 1 to 97. A native top half has the next higher one, and the kernel's thread the one above that.
    /// </param>
    /// <returns>Options of one thread; each can still be changed.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such processor or priority on any machine.</exception>
    /// <seealso cref="InterruptBinding.Warnings"/>
    public static InterruptThreadOptions RealTime(int cpu, int priority)
    {
        var options = new InterruptThreadOptions();
        options.MakeRealTime(cpu, priority);
        return options;
    }

    /// <summary>What no machine could do, as the rest of a sentence; null where there is nothing.</summary>
    internal string? FaultOfRealTime()
        => this switch
        {
            { TimerSlack: { } slack } when slack <= TimeSpan.Zero => $"TimerSlack = {slack}; it is more than zero.",
            { StackPrefault: <= 0 } => $"StackPrefault = {StackPrefault}; it is a number of bytes.",
            { IrqCpu: < 0 } => $"IrqCpu = {IrqCpu}; processors count from 0.",
            { IrqThreadPriority: < LinuxConstants.FifoMinimum or > LinuxConstants.FifoMaximum } =>
                $"IrqThreadPriority = {IrqThreadPriority}; SCHED_FIFO has {LinuxConstants.FifoMinimum} to {LinuxConstants.FifoMaximum}.",
            _ when !Enum.IsDefined(Enforcement) => $"Enforcement = {Enforcement}; it is Required or BestEffort.",
            _ => null,
        };

    private protected void MakeRealTime(int cpu, int priority)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(cpu);
        ArgumentOutOfRangeException.ThrowIfLessThan(priority, LinuxConstants.FifoMinimum);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(priority, LinuxConstants.FifoMaximum - 2);
        Enforcement = OptionEnforcement.BestEffort;
        Cpu = cpu;
        RealTimePriority = priority;
        TimerSlack = TimeSpan.FromTicks(1);
        StackPrefault = PrefaultedStack;
        IrqCpu = cpu;
        IrqThreadPriority = priority + 2;
    }
}
