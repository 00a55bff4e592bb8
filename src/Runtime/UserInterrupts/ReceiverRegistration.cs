namespace TopHalf;

/// <summary>
/// A thread as a receiver of user interrupts: its handler, and a descriptor for each of its vectors, which others become senders with. All of it
/// is taken back, also when the third of five calls fails.
/// </summary>
/// <remarks><see cref="Register"/> and <see cref="Unregister"/> are the receiver's own; the others are any thread's.</remarks>
internal sealed class ReceiverRegistration : IDisposable
{
    private readonly IUserInterruptCalls _calls;
    private readonly UserInterruptPages _pages;
    private readonly string _device;
    private readonly ManualResetEventSlim _isDecided = new();
    private UserVectorFd[] _vectors = [];
    private bool _isRegistered;

    public ReceiverRegistration(IUserInterruptCalls calls, UserInterruptPages pages, string device)
    {
        _calls = calls;
        _pages = pages;
        _device = device;
    }

    /// <summary>Makes the calling thread a receiver of these vectors.</summary>
    /// <exception cref="PciDeviceException">The kernel refuses; nothing is left.</exception>
    public void Register(ReadOnlySpan<int> userVectors)
    {
        int result = _calls.RegisterHandler(_pages.Handler, 0);
        if (result != 0)
        {
            _isDecided.Set();
            throw UserInterruptErrors.Refused(_device, "uintr_register_handler", result);
        }

        _isRegistered = true;
        var vectors = new List<UserVectorFd>(userVectors.Length);
        try
        {
            foreach (int userVector in userVectors)
            {
                int fd = _calls.VectorFd(userVector, 0);
                vectors.Add(fd >= 0 ? new UserVectorFd(fd) : throw UserInterruptErrors.Refused(_device, "uintr_vector_fd", fd));
            }
        }
        catch
        {
            vectors.ForEach(static vector => vector.Dispose());
            Unregister();
            _isDecided.Set();
            throw;
        }

        Volatile.Write(ref _vectors, [.. vectors]);
        _isDecided.Set();
    }

    /// <summary>Makes the calling thread a sender to all of them; waits until the receiver is one.</summary>
    /// <returns>Null where it never will be.</returns>
    /// <exception cref="PciDeviceException">The kernel refuses; nothing is left.</exception>
    public SenderEntries? RegisterSender()
    {
        _isDecided.Wait();
        UserVectorFd[] vectors = Volatile.Read(ref _vectors);
        return vectors.Length == 0 ? null : new SenderEntries(_calls, vectors, _device);
    }

    /// <summary>Lets who waits for the registration go, whether or not there is one.</summary>
    public void GiveUp() => _isDecided.Set();

    /// <summary>The calling thread receives no more. When no one sends any more.</summary>
    public void Unregister()
    {
        if (_isRegistered)
        {
            _isRegistered = false;
            _ = _calls.UnregisterHandler(0);
        }
    }

    public void Dispose()
    {
        foreach (UserVectorFd vector in Interlocked.Exchange(ref _vectors, []))
        {
            vector.Dispose();
        }
    }
}
