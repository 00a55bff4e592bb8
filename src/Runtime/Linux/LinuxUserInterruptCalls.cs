namespace TopHalf;

/// <summary>The calls by their numbers.</summary>
internal sealed unsafe class LinuxUserInterruptCalls(UserInterruptKernel kernel) : IUserInterruptCalls
{
    public bool CanWait => kernel is { Version: 2, Wait: >= 0 };

    public bool CanSendToSelf => kernel is { Version: 2, RegisterSelf: >= 0 };

    public int RegisterHandler(nint handler, uint flags) => SystemCall.Number(kernel.RegisterHandler, handler, (nint)flags);

    public int UnregisterHandler(uint flags) => SystemCall.Number(kernel.UnregisterHandler, (nint)flags, 0);

    public int VectorFd(int vector, uint flags) => SystemCall.Number(kernel.VectorFd, vector, (nint)flags);

    public int RegisterSender(int vectorFd, uint flags) => SystemCall.Number(kernel.RegisterSender, vectorFd, (nint)flags);

    public int RegisterSelf(int vector, uint flags) => SystemCall.Number(kernel.RegisterSelf, vector, (nint)flags);

    public int UnregisterSender(int vectorFd, int index, uint flags)
        => SystemCall.Number(kernel.UnregisterSender, kernel.Version == 1 ? vectorFd : index, (nint)flags);

    public int Wait(ulong microseconds, uint flags) => SystemCall.Number(kernel.Wait, (nint)microseconds, (nint)flags);
}
