namespace TopHalf;

/// <summary>What the kernel has given a <see cref="UserInterruptReceiver"/>: its registration, and entries by which it interrupts itself. The receiver's thread only.</summary>
internal sealed class ReceiverInterrupts : IDisposable
{
    private readonly IUserInterruptCalls _calls;
    private readonly ReceiverRegistration _registration;
    private readonly SenderEntries _toSelf;
    private readonly int[] _own = new int[Upid.VectorCount]; // 1 more than what SENDUIPI takes; 0 for none yet

    /// <summary>Makes the calling thread a receiver.</summary>
    /// <exception cref="PciDeviceException">The kernel refuses; nothing is left.</exception>
    public ReceiverInterrupts(IUserInterruptCalls calls, UserInterruptPages pages)
    {
        _calls = calls;
        _registration = new ReceiverRegistration(calls, pages, "");
        _toSelf = new SenderEntries(calls, "");
        _registration.Register();
    }

    /// <inheritdoc cref="ReceiverRegistration.Vector"/>
    public UserVectorFd Vector(int vector) => _registration.Vector(vector);

    /// <summary>What SENDUIPI takes for a vector of the receiver itself.</summary>
    /// <exception cref="PciDeviceException">The kernel gives no entry.</exception>
    public ulong EntryOf(int vector)
    {
        if (_own[vector] == 0)
        {
            _own[vector] = 1 + (_calls.CanSendToSelf ? _toSelf.AddOwn(vector) : _toSelf.Add(_registration.Vector(vector)));
        }

        return (ulong)_own[vector] - 1;
    }

    /// <summary>The thread receives no more, and neither does it send to itself. Where it has ended, the kernel has done that.</summary>
    public void Unregister()
    {
        _toSelf.Dispose();
        _registration.Unregister();
    }

    /// <summary>Closes what stands for vectors. Any thread.</summary>
    public void Dispose() => _registration.Dispose();
}
