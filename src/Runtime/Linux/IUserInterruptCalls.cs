namespace TopHalf;

/// <summary>The system calls of Intel's patches; each answers as the kernel does, or with the negative errno. They concern the calling thread.</summary>
internal interface IUserInterruptCalls
{
    /// <summary>Whether <see cref="Wait"/> can be called: it must be bounded.</summary>
    bool CanWait { get; }

    /// <summary>Whether there is <see cref="RegisterSelf"/>.</summary>
    bool CanSendToSelf { get; }

    /// <summary>Makes the thread a receiver: 0. Its user interrupts are closed then.</summary>
    int RegisterHandler(nint handler, uint flags);

    int UnregisterHandler(uint flags);

    /// <summary>A descriptor that stands for one vector of the calling receiver.</summary>
    int VectorFd(int vector, uint flags);

    /// <summary>Makes the thread a sender to a vector: the index for SENDUIPI.</summary>
    int RegisterSender(int vectorFd, uint flags);

    /// <summary>Makes the calling receiver a sender to a vector of its own: the index for SENDUIPI.</summary>
    int RegisterSelf(int vector, uint flags);

    /// <param name="vectorFd">What it was registered with; -1 where that was a vector of its own.</param>
    /// <param name="index">What that gave.</param>
    /// <param name="flags">None.</param>
    int UnregisterSender(int vectorFd, int index, uint flags);

    /// <summary>Sleeps until a user interrupt comes, which is -EINTR, or the time is over, which is 0. It can miss one.</summary>
    int Wait(ulong microseconds, uint flags);
}
