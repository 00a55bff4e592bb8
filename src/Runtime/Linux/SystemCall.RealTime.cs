namespace TopHalf;

/// <content>What the options of real-time threads need, beside their scheduling.</content>
internal static unsafe partial class SystemCall
{
    /// <summary>How late a timer of the calling thread may be, so that it can expire with others; in nanoseconds.</summary>
    public static nint GetTimerSlack() => Result(Libc.Syscall(RealTimeConstants.ProcessControlNumber, RealTimeConstants.GetTimerSlack, 0, null));

    /// <inheritdoc cref="GetTimerSlack"/>
    public static nint SetTimerSlack(nint nanoseconds)
        => Result(Libc.Syscall(RealTimeConstants.ProcessControlNumber, RealTimeConstants.SetTimerSlack, nanoseconds, null));

    /// <summary>Keeps all memory of the process from being paged out.</summary>
    public static int LockAllMemory(int flags) => Result(Libc.LockAllMemory(flags));

    /// <summary>Takes back every lock of the process's memory, whoever made it.</summary>
    public static int UnlockAllMemory() => Result(Libc.UnlockAllMemory());

    /// <summary>The lowest address that the calling thread's stack may grow to.</summary>
    /// <returns>0, or the negative errno.</returns>
    public static int GetStackEnd(out nint lowest)
    {
        // pthread_attr_t has 56 bytes in glibc for x86-64 and in musl, 64 in glibc for arm64.
        const int AttributesSize = 128;
        byte* attributes = stackalloc byte[AttributesSize];
        lowest = 0;

        // These return the error instead of setting errno.
        int error = Libc.GetThreadAttributes(Libc.CurrentThread(), attributes);
        if (error != 0)
        {
            return -error;
        }

        error = Libc.GetStack(attributes, out lowest, out _);
        _ = Libc.DestroyThreadAttributes(attributes);
        return -error;
    }
}
