namespace TopHalf;

/// <summary>The entries of one thread's table of targets (UITT) that the kernel gave it. The thread that makes it uses and disposes it.</summary>
internal sealed class SenderEntries(IUserInterruptCalls calls, string device) : IDisposable
{
    private const int NoVector = -1;

    private readonly List<(int VectorFd, int Index)> _entries = [];

    /// <summary>An entry for each of another thread's vectors, in their order.</summary>
    /// <exception cref="PciDeviceException">The kernel refuses one; none is left.</exception>
    public static SenderEntries To(IUserInterruptCalls calls, ReadOnlySpan<UserVectorFd> vectors, string device)
    {
        var entries = new SenderEntries(calls, device);
        try
        {
            foreach (UserVectorFd vector in vectors)
            {
                entries.Add(vector);
            }
        }
        catch
        {
            entries.Dispose();
            throw;
        }

        return entries;
    }

    /// <summary>What SENDUIPI takes for the vector with this place.</summary>
    public int this[int place] => _entries[place].Index;

    /// <summary>One more, for another's vector or for one of one's own.</summary>
    /// <returns>What SENDUIPI takes.</returns>
    /// <exception cref="PciDeviceException">The kernel refuses.</exception>
    public int Add(UserVectorFd vector) => Add(calls.RegisterSender(vector.Number, 0), vector.Number, "uintr_register_sender");

    /// <summary>One more, for a vector of the calling thread, which is a receiver. Where <see cref="IUserInterruptCalls.CanSendToSelf"/>.</summary>
    /// <inheritdoc cref="Add(UserVectorFd)"/>
    public int AddOwn(int userVector) => Add(calls.RegisterSelf(userVector, 0), NoVector, "uintr_register_self");

    public void Dispose()
    {
        foreach ((int vectorFd, int index) in _entries)
        {
            _ = calls.UnregisterSender(vectorFd, index, 0);
        }

        _entries.Clear();
    }

    private int Add(int index, int vectorFd, string call)
    {
        if (index < 0)
        {
            throw UserInterruptErrors.Refused(device, call, index);
        }

        _entries.Add((vectorFd, index));
        return index;
    }
}
