using System.Runtime.InteropServices;

namespace TopHalf;

/// <summary>
/// System calls in the kernel's own convention: the result, or the negative errno. An interrupted call (EINTR) is made again,
/// since a signal, of which the runtime sends many, is no reason to fail. None of them allocates, but for a path's text.
/// </summary>
/// <remarks>All may be called from any thread.</remarks>
internal static unsafe partial class SystemCall
{
    public static int Open(string path, int flags)
    {
        int result;
        do
        {
            result = Result(Libc.Open(path, flags));
        }
        while (result == -Errno.EINTR);
        return result;
    }

    /// <summary>Closes once: Linux frees the descriptor whatever it answers, and the number may be another's by then.</summary>
    public static int Close(int fd) => Result(Libc.Close(fd));

    public static int Ioctl(int fd, uint request, void* argument)
    {
        int result;
        do
        {
            result = Result(Libc.Ioctl(fd, request, argument));
        }
        while (result == -Errno.EINTR);
        return result;
    }

    /// <summary>A file that lives in memory only, empty; the name is for /proc.</summary>
    public static int CreateMemory(string name, uint flags) => Result(Libc.CreateMemory(name, flags));

    /// <summary>Makes a file that long; what is new reads zero.</summary>
    public static int SetLength(int fd, long length)
    {
        int result;
        do
        {
            result = Result(Libc.SetLength(fd, length));
        }
        while (result == -Errno.EINTR);
        return result;
    }

    /// <summary>Shared mapping of a descriptor, at an address that the kernel chooses.</summary>
    /// <returns>The address, or the negative errno.</returns>
    public static nint Map(int fd, ulong offset, nuint length, int protection)
        => Result(Libc.Map(null, length, protection, LinuxConstants.MapShared, fd, (long)offset));

    /// <summary>New memory of zeros, to be read and written.</summary>
    /// <returns>The address, or the negative errno.</returns>
    public static nint MapMemory(nuint length)
        => Result(Libc.Map(null, length, LinuxConstants.ProtectionRead | LinuxConstants.ProtectionWrite, LinuxConstants.MapPrivateAnonymous, -1, 0));

    /// <summary>Shared mapping of a descriptor from its start, to read and to write, in place of memory of this process.</summary>
    /// <returns>The address, or the negative errno.</returns>
    public static nint MapOver(nint address, int fd, nuint length)
        => Result(Libc.Map(
            (void*)address, length, LinuxConstants.ProtectionRead | LinuxConstants.ProtectionWrite, LinuxConstants.MapShared | LinuxConstants.MapFixed, fd, 0));

    /// <summary>Keeps memory out of forked children.</summary>
    public static int DoNotFork(nint address, nuint length)
        => Result(Libc.Advise((void*)address, length, LinuxConstants.AdviseDontFork));

    public static int Protect(nint address, nuint length, int protection) => Result(Libc.Protect((void*)address, length, protection));

    public static int Unmap(nint address, nuint length) => Result(Libc.Unmap((void*)address, length));

    public static nint ReadAt(int fd, Span<byte> destination, ulong offset)
    {
        fixed (byte* buffer = destination)
        {
            nint result;
            do
            {
                result = Result(Libc.ReadAt(fd, buffer, (nuint)destination.Length, (long)offset));
            }
            while (result == -Errno.EINTR);
            return result;
        }
    }

    public static nint WriteAt(int fd, ReadOnlySpan<byte> source, ulong offset)
    {
        fixed (byte* buffer = source)
        {
            nint result;
            do
            {
                result = Result(Libc.WriteAt(fd, buffer, (nuint)source.Length, (long)offset));
            }
            while (result == -Errno.EINTR);
            return result;
        }
    }

    public static nint Read(int fd, void* buffer, nuint count)
    {
        nint result;
        do
        {
            result = Result(Libc.Read(fd, buffer, count));
        }
        while (result == -Errno.EINTR);
        return result;
    }

    public static nint Write(int fd, void* buffer, nuint count)
    {
        nint result;
        do
        {
            result = Result(Libc.Write(fd, buffer, count));
        }
        while (result == -Errno.EINTR);
        return result;
    }

    /// <summary>A call that has only a number, and two arguments. It is not made again where a signal came first, which some of them wait for.</summary>
    public static int Number(int number, nint first, nint second) => (int)Result(Libc.Syscall(number, first, second, null));

    public static int EventFd(int flags) => Result(Libc.EventFd(0, flags));

    public static int EpollCreate(int flags) => Result(Libc.EpollCreate(flags));

    public static int EpollControl(int epoll, int operation, int fd, void* epollEvent)
        => Result(Libc.EpollControl(epoll, operation, fd, epollEvent));

    /// <param name="epoll">The epoll instance.</param>
    /// <param name="events">Room for the events.</param>
    /// <param name="maximum">How many there is room for.</param>
    /// <param name="timeout">Milliseconds; -1 waits for ever.</param>
    public static int EpollWait(int epoll, void* events, int maximum, int timeout)
    {
        int result;
        do
        {
            result = Result(Libc.EpollWait(epoll, events, maximum, timeout));
        }
        while (result == -Errno.EINTR);
        return result;
    }

    /// <summary>Whether the process's user may read and write a file, without opening it.</summary>
    public static int MayReadAndWrite(string path) => Result(Libc.Access(path, LinuxConstants.AccessRead | LinuxConstants.AccessWrite));

    /// <summary>Another number for the same open file, which a child process inherits.</summary>
    public static int DuplicateForChild(int fd) => Result(Libc.Duplicate(fd));

    /// <summary>Sleeps until a point of CLOCK_MONOTONIC in nanoseconds; returns at once where that is past.</summary>
    public static void SleepUntil(long nanoseconds)
    {
        // struct timespec of 64-bit systems: seconds and nanoseconds.
        long* until = stackalloc long[2];
        (until[0], until[1]) = Math.DivRem(nanoseconds, 1_000_000_000);
        while (Libc.ClockSleep(LinuxConstants.ClockMonotonic, LinuxConstants.TimerAbsolute, until, null) == Errno.EINTR)
        {
        }
    }

    /// <summary>Waits until a descriptor can be read.</summary>
    public static int PollIn(int fd)
    {
        // struct pollfd: the descriptor, what is asked for, what is there.
        Span<int> descriptor = [fd, LinuxConstants.PollIn];
        fixed (int* argument = descriptor)
        {
            int result;
            do
            {
                result = Result(Libc.Poll(argument, 1, -1));
            }
            while (result == -Errno.EINTR);
            return result;
        }
    }

    /// <summary>Whether a descriptor can be read now.</summary>
    public static bool IsReadable(int fd)
    {
        Span<int> descriptor = [fd, LinuxConstants.PollIn];
        fixed (int* argument = descriptor)
        {
            return Libc.Poll(argument, 1, 0) > 0;
        }
    }

    /// <summary>Sleeps until woken, unless <paramref name="word"/> no longer holds <paramref name="expected"/>; may wake for no reason.</summary>
    public static void FutexWait(int* word, int expected)
        => _ = Libc.Syscall(LinuxConstants.FutexNumber, (nint)word, LinuxConstants.FutexWaitPrivate, expected, 0);

    /// <summary>
    /// The same, at a word that processes share, and for a time at most.
    /// </summary>
    /// <param name="word">The word.</param>
    /// <param name="expected">What it holds while a sleep is wanted.</param>
    /// <param name="nanoseconds">How long at most.</param>
    public static void FutexWaitShared(int* word, int expected, long nanoseconds)
    {
        long* timeout = stackalloc long[2];
        (timeout[0], timeout[1]) = Math.DivRem(nanoseconds, 1_000_000_000);
        _ = Libc.Syscall(LinuxConstants.FutexNumber, (nint)word, LinuxConstants.FutexWaitOperation, expected, (nint)timeout);
    }

    /// <summary>Wakes one thread, of whichever process, that sleeps at <paramref name="word"/>.</summary>
    public static void FutexWakeShared(int* word)
        => _ = Libc.Syscall(LinuxConstants.FutexNumber, (nint)word, LinuxConstants.FutexWakeOperation, 1, 0);

    /// <summary>Wakes one thread that sleeps at <paramref name="word"/>.</summary>
    public static void FutexWake(int* word)
        => _ = Libc.Syscall(LinuxConstants.FutexNumber, (nint)word, LinuxConstants.FutexWakePrivate, 1, 0);

    /// <summary>The user whose rights the process has.</summary>
    public static uint EffectiveUser() => Libc.EffectiveUser();

    /// <summary>Sets the CPUs of the calling thread; bit n of <paramref name="mask"/> is CPU n.</summary>
    public static int SetAffinity(ReadOnlySpan<ulong> mask)
    {
        fixed (ulong* bits = mask)
        {
            return Result(Libc.SetAffinity(0, (nuint)mask.Length * sizeof(ulong), bits));
        }
    }

    /// <summary>The policy of a thread, with its flags; of the calling one for 0.</summary>
    public static int GetScheduler(int thread = 0) => (int)Result(Libc.Syscall(LinuxConstants.GetSchedulerNumber, thread, 0, null));

    /// <summary>The static priority of a thread, of the calling one for 0; it is 0 but for real-time policies.</summary>
    public static int GetPriority(int thread = 0)
    {
        int parameter = 0;
        int result = (int)Result(Libc.Syscall(LinuxConstants.GetParameterNumber, thread, (nint)(&parameter), null));
        return result < 0 ? result : parameter;
    }

    /// <summary>The CPUs of the calling thread; bit n of <paramref name="mask"/> is CPU n.</summary>
    public static int GetAffinity(Span<ulong> mask)
    {
        fixed (ulong* bits = mask)
        {
            return Result(Libc.GetAffinity(0, (nuint)mask.Length * sizeof(ulong), bits));
        }
    }

    /// <summary>Sets the policy and the static priority of a thread, of the calling one for 0.</summary>
    public static int SetScheduler(int policy, int priority, int thread = 0)
    {
        // By number: musl's sched_setscheduler only answers ENOSYS.
        int parameter = priority;
        return (int)Result(Libc.Syscall(LinuxConstants.SetSchedulerNumber, thread, policy, &parameter));
    }

    private static int Result(int result) => result < 0 ? -Marshal.GetLastPInvokeError() : result;

    private static nint Result(nint result) => result == -1 ? -Marshal.GetLastPInvokeError() : result;
}
