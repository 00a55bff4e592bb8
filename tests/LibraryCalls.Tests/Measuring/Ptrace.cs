using System.ComponentModel;
using System.Runtime.InteropServices;

namespace TopHalf.LibraryCalls.Tests;

/// <summary>The requests of ptrace(2) that a trace needs, for a thread of another process.</summary>
internal static unsafe class Ptrace
{
    private const int PeekData = 2;
    private const int SystemCallRequest = 24;
    private const int Seize = 0x4206;
    private const int InterruptRequest = 0x4207;
    private const int Listen = 0x4208;
    private const int GetSystemCallInfo = 0x420e;

    // PTRACE_O_TRACESYSGOOD: stops at system calls have this bit in their signal.
    private const int TraceGood = 1;
    private const int EntryOfCall = 1;
    private const int WaitForThreads = 0x40000000;

    /// <summary>The signal of a stop at a system call.</summary>
    public const int SystemCallStop = 5 | 0x80;

    /// <summary>The event of a stop that no signal caused, or all threads' one.</summary>
    public const int StopEvent = 128;

    /// <summary>Begins to trace a thread, and stops it. An error is thrown as it is.</summary>
    public static void Begin(int thread)
    {
        Demand(ptrace(Seize, thread, 0, TraceGood));
        Demand(ptrace(InterruptRequest, thread, 0, 0));
    }

    /// <summary>Waits until the thread stops or ends: the signal and the event; nothing, when it has ended.</summary>
    public static (int Signal, int Event)? Wait(int thread)
    {
        int status;
        while (waitpid(thread, &status, WaitForThreads) < 0)
        {
            if (Marshal.GetLastPInvokeError() != 4)
            {
                return null;
            }
        }

        return (status & 0xff) == 0x7f ? ((status >> 8) & 0xff, status >> 16) : null;
    }

    /// <summary>Lets it go on to the next system call, with a signal where that is not zero.</summary>
    public static void Continue(int thread, int signal) => _ = ptrace(SystemCallRequest, thread, 0, signal);

    /// <summary>Lets it stay stopped with all others, as a signal asked for.</summary>
    public static void Stay(int thread) => _ = ptrace(Listen, thread, 0, 0);

    /// <summary>The number of the system call that begins; none, if it ends one.</summary>
    public static long? SystemCall(int thread)
    {
        // struct ptrace_syscall_info: what kind of stop in the first byte, the number at 24.
        byte* information = stackalloc byte[96];
        return ptrace(GetSystemCallInfo, thread, 96, (nint)information) > 24 && information[0] == EntryOfCall ? *(long*)(information + 24) : null;
    }

    /// <summary>A word of the traced process's memory.</summary>
    public static long Read(int thread, nint address) => ptrace(PeekData, thread, address, 0);

    private static void Demand(nint result)
    {
        if (result < 0)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError());
        }
    }

    [DllImport("libc", SetLastError = true)]
    private static extern nint ptrace(nint request, nint pid, nint address, nint data);

    [DllImport("libc", SetLastError = true)]
    private static extern int waitpid(int pid, int* status, int options);
}
