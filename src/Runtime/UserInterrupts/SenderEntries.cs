namespace TopHalf;

/// <summary>The entries of one thread's table of targets (UITT) that the kernel gave it. The thread that makes it uses and disposes it.</summary>
internal sealed class SenderEntries : IDisposable
{
    private readonly IUserInterruptCalls _calls;
    private readonly List<(UserVectorFd Vector, int Index)> _entries = [];

    /// <exception cref="PciDeviceException">The kernel refuses one; none is left.</exception>
    public SenderEntries(IUserInterruptCalls calls, ReadOnlySpan<UserVectorFd> vectors, string device)
    {
        _calls = calls;
        foreach (UserVectorFd vector in vectors)
        {
            int index = calls.RegisterSender(vector.Number, 0);
            if (index < 0)
            {
                Dispose();
                throw UserInterruptErrors.Refused(device, "uintr_register_sender", index);
            }

            _entries.Add((vector, index));
        }
    }

    /// <summary>What SENDUIPI takes for the vector with this place.</summary>
    public int this[int place] => _entries[place].Index;

    public void Dispose()
    {
        foreach ((UserVectorFd vector, int index) in _entries)
        {
            _ = _calls.UnregisterSender(vector.Number, index, 0);
        }

        _entries.Clear();
    }
}
