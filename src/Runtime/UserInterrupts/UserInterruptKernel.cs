namespace TopHalf;

/// <summary>
/// The numbers of the system calls of a kernel with Intel's patches for user interrupts. Those are in no released kernel that we found, so that the
/// numbers are whatever such a kernel was built with: see its arch/x86/entry/syscalls/syscall_64.tbl.
/// </summary>
/// <remarks>
/// They are made only where the processor has user interrupts and /proc/cpuinfo says that the kernel turns them on: a number can be another call of
/// another kernel. A kernel without the call of a property has -1 there.
/// </remarks>
public sealed record UserInterruptKernel
{
    private UserInterruptKernel(int version) => Version = version;

    /// <summary>1 for the patches as they were posted in 2021, 2 for the later branch: their calls take different arguments.</summary>
    public int Version { get; }

    /// <summary>uintr_register_handler(handler, flags).</summary>
    public int RegisterHandler { get; init; } = -1;

    /// <summary>uintr_unregister_handler(flags).</summary>
    public int UnregisterHandler { get; init; } = -1;

    /// <summary>uintr_vector_fd(vector, flags); in version 1 uintr_create_fd(vector, flags).</summary>
    public int VectorFd { get; init; } = -1;

    /// <summary>uintr_register_sender(fd, flags).</summary>
    public int RegisterSender { get; init; } = -1;

    /// <summary>uintr_unregister_sender(index, flags); in version 1 (fd, flags).</summary>
    public int UnregisterSender { get; init; } = -1;

    /// <summary>uintr_wait(microseconds, flags). Version 1 has it without a limit of time, and so it is never called there.</summary>
    public int Wait { get; init; } = -1;

    /// <summary>uintr_register_self(vector, flags): an entry for the receiver's own vector. Called for version 2; without it the receiver is a sender like others.</summary>
    public int RegisterSelf { get; init; } = -1;

    /// <summary>
    /// uintr_alt_stack(top, size, flags). Not called: the handler needs 40 bytes, and a signal that comes within it, of .NET's for one, would need room for
    /// its own frame there (AT_MINSIGSTKSZ of getauxval(3)). The thread's stack has it.
    /// </summary>
    public int AltStack { get; init; } = -1;

    /// <summary>The later branch, whose calls follow each other from the first one.</summary>
    /// <param name="first">uintr_register_handler's number. 471 is the branch's own; newer kernels have another call there.</param>
    public static UserInterruptKernel Version2(int first = 471) => new(2)
    {
        RegisterHandler = first,
        UnregisterHandler = first + 1,
        VectorFd = first + 2,
        RegisterSender = first + 3,
        UnregisterSender = first + 4,
        Wait = first + 5,
        RegisterSelf = first + 6,
        AltStack = first + 7,
    };

    /// <summary>The patches as posted, whose calls follow each other from the first one.</summary>
    /// <param name="first">uintr_register_handler's number.</param>
    public static UserInterruptKernel Version1(int first) => new(1)
    {
        RegisterHandler = first,
        UnregisterHandler = first + 1,
        VectorFd = first + 2,
        RegisterSender = first + 3,
        UnregisterSender = first + 4,
    };
}
