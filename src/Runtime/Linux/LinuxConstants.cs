using System.Runtime.InteropServices;

namespace TopHalf;

/// <summary>Flags of system calls. Those of x86-64 and arm64 are the same, but where it is said.</summary>
internal static class LinuxConstants
{
    /// <summary>O_WRONLY (asm-generic/fcntl.h): files of sysfs that cannot be read take no other.</summary>
    public const int OpenWriteOnly = 0x1;

    /// <summary>O_RDWR.</summary>
    public const int OpenReadWrite = 0x2;

    /// <summary>O_CLOEXEC: a child process must not inherit a device.</summary>
    public const int OpenCloseOnExec = 0x80000;

    /// <summary>PROT_READ (asm-generic/mman-common.h).</summary>
    public const int ProtectionRead = 0x1;

    /// <summary>PROT_WRITE.</summary>
    public const int ProtectionWrite = 0x2;

    /// <summary>PROT_EXEC.</summary>
    public const int ProtectionExecute = 0x4;

    /// <summary>MAP_PRIVATE | MAP_ANONYMOUS (asm-generic/mman-common.h).</summary>
    public const int MapPrivateAnonymous = 0x02 | 0x20;

    /// <summary>MADV_DONTFORK (asm-generic/mman-common.h): a forked child does not inherit the memory.</summary>
    public const int AdviseDontFork = 10;

    /// <summary>MAP_SHARED (linux/mman.h).</summary>
    public const int MapShared = 0x1;

    /// <summary>MAP_FIXED (asm-generic/mman-common.h): at that address, whatever was there.</summary>
    public const int MapFixed = 0x10;

    /// <summary>MFD_CLOEXEC (linux/memfd.h).</summary>
    public const uint MemoryCloseOnExec = 0x1;

    /// <summary>EFD_CLOEXEC (linux/eventfd.h).</summary>
    public const int EventFdCloseOnExec = OpenCloseOnExec;

    /// <summary>EFD_NONBLOCK.</summary>
    public const int EventFdNonBlocking = 0x800;

    /// <summary>EPOLL_CLOEXEC (linux/eventpoll.h).</summary>
    public const int EpollCloseOnExec = OpenCloseOnExec;

    /// <summary>EPOLL_CTL_ADD.</summary>
    public const int EpollControlAdd = 1;

    /// <summary>EPOLLIN.</summary>
    public const uint EpollIn = 0x1;

    /// <summary>R_OK of access(2) (unistd.h).</summary>
    public const int AccessRead = 4;

    /// <summary>W_OK.</summary>
    public const int AccessWrite = 2;

    /// <summary>CLOCK_MONOTONIC (linux/time.h).</summary>
    public const int ClockMonotonic = 1;

    /// <summary>TIMER_ABSTIME: until a time and not for one.</summary>
    public const int TimerAbsolute = 1;

    /// <summary>POLLIN (asm-generic/poll.h).</summary>
    public const short PollIn = 0x1;

    /// <summary>FUTEX_WAIT (linux/futex.h): of a word that processes may share.</summary>
    public const int FutexWaitOperation = 0;

    /// <summary>FUTEX_WAKE, likewise.</summary>
    public const int FutexWakeOperation = 1;

    /// <summary>FUTEX_WAIT | FUTEX_PRIVATE_FLAG (linux/futex.h).</summary>
    public const int FutexWaitPrivate = 0 | 128;

    /// <summary>FUTEX_WAKE | FUTEX_PRIVATE_FLAG.</summary>
    public const int FutexWakePrivate = 1 | 128;

    /// <summary>__NR_pidfd_open (asm-generic/unistd.h), on every architecture.</summary>
    public const int ProcessOpenNumber = 434;

    /// <summary>__NR_pidfd_getfd, likewise.</summary>
    public const int ProcessTakeNumber = 438;

    /// <summary>SCHED_FIFO (linux/sched.h).</summary>
    public const int SchedulerFifo = 1;

    /// <summary>SCHED_RESET_ON_FORK: threads that this one starts are ordinary again.</summary>
    public const int SchedulerResetOnFork = 0x40000000;

    /// <summary>The lowest priority of SCHED_FIFO.</summary>
    public const int FifoMinimum = 1;

    /// <summary>The highest priority of SCHED_FIFO.</summary>
    public const int FifoMaximum = 99;

    /// <summary>__NR_futex: 202 on x86-64 (asm/unistd_64.h), 98 on arm64 (asm-generic/unistd.h).</summary>
    public static readonly nint FutexNumber = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? 98 : 202;

    /// <summary>__NR_sched_getscheduler: 145 on x86-64 (asm/unistd_64.h), 120 on arm64 (asm-generic/unistd.h).</summary>
    public static readonly nint GetSchedulerNumber = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? 120 : 145;

    /// <summary>__NR_sched_getparam: 143 on x86-64, 121 on arm64.</summary>
    public static readonly nint GetParameterNumber = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? 121 : 143;

    /// <summary>__NR_sched_setscheduler: 144 on x86-64, 119 on arm64.</summary>
    public static readonly nint SetSchedulerNumber = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? 119 : 144;
}
