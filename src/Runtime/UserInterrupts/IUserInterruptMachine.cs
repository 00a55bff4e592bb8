namespace TopHalf;

/// <summary>What tells whether user interrupts can be had: in this order, since a later question may mean something else where an earlier one says no.</summary>
internal interface IUserInterruptMachine
{
    /// <summary>The runtime identifier where it is not Linux on x86-64; null where it is.</summary>
    string? OtherPlatform { get; }

    /// <summary>CPUID(EAX=7, ECX=0).EDX[5].</summary>
    bool HasUserInterrupts { get; }

    /// <summary>CPUID(EAX=7, ECX=0).ECX[5]: UMONITOR, UMWAIT.</summary>
    bool HasWaitPackage { get; }

    /// <summary>The flags of the first processor in /proc/cpuinfo; empty where that cannot be read.</summary>
    IReadOnlyCollection<string> CpuFlags { get; }

    /// <summary>The calling thread has a shadow stack (x86_Thread_features in /proc/thread-self/status).</summary>
    bool HasShadowStack { get; }

    IUserInterruptCalls Calls(UserInterruptKernel kernel);

    /// <summary>The module that makes a device's interrupt a thread's notification; null where there is none.</summary>
    IDirectInterrupts? Direct { get; }
}
