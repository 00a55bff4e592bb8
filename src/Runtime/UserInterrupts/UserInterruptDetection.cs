namespace TopHalf;

/// <summary>
/// Finds out whether user interrupts can be had: platform, processor, the kernel's own word, a call that must be refused, and then each call
/// once. Each is asked only where those before it said yes.
/// </summary>
internal static class UserInterruptDetection
{
    // No flag of any version: a kernel with the patches refuses it.
    private const uint NoSuchFlag = 0x8000_0000;

    public static UserInterruptSupport Look(IUserInterruptMachine machine, UserInterruptKernel kernel)
    {
        bool hasWaitPackage = machine.OtherPlatform is null && machine.HasWaitPackage;
        return WhyNot(machine, kernel) is { } reason
            ? new UserInterruptSupport(false, hasWaitPackage, reason)
            : new UserInterruptSupport(true, hasWaitPackage, $"processor and kernel have user interrupts, and a receiver {(hasWaitPackage ? "sleeps with UMWAIT" : "spins, since the processor has no UMWAIT")}.");
    }

    private static string? WhyNot(IUserInterruptMachine machine, UserInterruptKernel kernel)
    {
        if (machine.OtherPlatform is { } other)
        {
            return $"user interrupts are of Linux on x86-64, and this is {other}.";
        }

        if (!machine.HasUserInterrupts)
        {
            return "the processor has no user interrupts (CPUID leaf 7, EDX bit 5).";
        }

        if (!machine.CpuFlags.Contains("uintr"))
        {
            return "the processor has user interrupts and the kernel does not turn them on (no uintr among the flags in /proc/cpuinfo): it lacks Intel's patches.";
        }

        if (machine.HasShadowStack)
        {
            return "the thread has a shadow stack, with which user interrupts were never tried.";
        }

        // On a thread of its own: one that is a receiver already would be refused.
        string? reason = null;
        var thread = new Thread(() => reason = Try(machine.Calls(kernel), kernel)) { IsBackground = true, Name = "user interrupts?" };
        try
        {
            thread.Start();
        }
        catch (OutOfMemoryException)
        {
            return "the system gives the process no further thread, on which it could be tried.";
        }

        thread.Join();
        return reason;
    }

    private static string? Try(IUserInterruptCalls calls, UserInterruptKernel kernel)
    {
        int refused = calls.RegisterHandler(0, NoSuchFlag);
        if (refused != -Errno.EINVAL)
        {
            return $"system call {kernel.RegisterHandler} is not uintr_register_handler on this kernel: it answers {Answer(refused)} to a flag that does not exist, " +
                "and not EINVAL; UserInterruptKernel takes the numbers.";
        }

        try
        {
            using var pages = new UserInterruptPages(isSoftware: false);
            return TryAll(calls, pages.Handler);
        }
        catch (PciDeviceException e)
        {
            return e.Reason;
        }
    }

    // As a receiver and its sender will, on one thread.
    private static string? TryAll(IUserInterruptCalls calls, nint handler)
    {
        int registered = calls.RegisterHandler(handler, 0);
        if (registered != 0)
        {
            return $"the kernel does not take a handler: uintr_register_handler answers {Answer(registered)}.";
        }

        string? reason = TryVector(calls);
        int unregistered = calls.UnregisterHandler(0);
        return reason ?? (unregistered == 0 ? null : $"the kernel does not let go of a handler: uintr_unregister_handler answers {Answer(unregistered)}.");
    }

    private static string? TryVector(IUserInterruptCalls calls)
    {
        int fd = calls.VectorFd(0, 0);
        if (fd < 0)
        {
            return $"the kernel gives no vector: uintr_vector_fd answers {Answer(fd)}.";
        }

        using var vector = new UserVectorFd(fd);
        int index = calls.RegisterSender(fd, 0);
        if (index < 0)
        {
            return $"the kernel takes no sender: uintr_register_sender answers {Answer(index)}.";
        }

        _ = calls.UnregisterSender(fd, index, 0);
        if (calls.CanSendToSelf)
        {
            int own = calls.RegisterSelf(0, 0);
            if (own < 0)
            {
                return $"the kernel takes no sender to itself: uintr_register_self answers {Answer(own)}.";
            }

            _ = calls.UnregisterSender(-1, own, 0);
        }

        return calls.CanWait && calls.Wait(1, 0) is < 0 and not -Errno.EINTR and var waited ? $"the kernel does not wait: uintr_wait answers {Answer(waited)}." : null;
    }

    internal static string Answer(int result) => result < 0 ? Errno.NameOf(-result) : result.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
