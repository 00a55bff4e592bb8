using System.Runtime.InteropServices;

namespace TopHalf;

/// <summary>Numbers of the system calls that make a process ready for real time. Flags are the same on x86-64 and arm64.</summary>
internal static class RealTimeConstants
{
    /// <summary>MCL_CURRENT (asm-generic/mman.h): what is mapped now.</summary>
    public const int LockCurrent = 1;

    /// <summary>MCL_FUTURE: what is mapped from now on.</summary>
    public const int LockFuture = 2;

    /// <summary>PR_SET_TIMERSLACK (linux/prctl.h).</summary>
    public const int SetTimerSlack = 29;

    /// <summary>PR_GET_TIMERSLACK.</summary>
    public const int GetTimerSlack = 30;

    /// <summary>PF_KTHREAD (linux/sched.h of the kernel), as field 9 of /proc/N/stat shows it: a thread of the kernel's own.</summary>
    public const uint KernelThread = 0x0020_0000;

    /// <summary>What the kernel keeps of a thread's name (TASK_COMM_LEN without its zero); later kernels show all of it.</summary>
    public const int ThreadNameLength = 15;

    /// <summary>__NR_prctl: 157 on x86-64 (asm/unistd_64.h), 167 on arm64 (asm-generic/unistd.h).</summary>
    public static readonly nint ProcessControlNumber = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? 167 : 157;
}
