namespace TopHalf;

/// <summary>
/// A thread as a receiver of user interrupts: its handler, and a descriptor for each of its vectors, which others become senders with. All of it
/// is taken back, also when the third of five calls fails.
/// </summary>
/// <remarks>
/// <see cref="RegisterSender"/>, <see cref="WaitForSender"/>, <see cref="GiveUp"/> and <see cref="Dispose"/> are any thread's; the others are the receiver's own.
/// </remarks>
internal sealed class ReceiverRegistration(IUserInterruptCalls calls, UserInterruptPages pages, string device) : IDisposable
{
    private readonly UserVectorFd?[] _vectors = new UserVectorFd?[Upid.VectorCount];
    private readonly ManualResetEventSlim _isDecided = new();
    private readonly ManualResetEventSlim _isSending = new();
    private PciDeviceException? _refused; // before _isSending is set
    private UserVectorFd[] _forSenders = [];
    private bool _isRegistered;

    /// <summary>Makes the calling thread a receiver of these vectors; of others when <see cref="Vector"/> is asked for them.</summary>
    /// <exception cref="PciDeviceException">The kernel refuses; nothing is left.</exception>
    public void Register(params ReadOnlySpan<int> userVectors)
    {
        try
        {
            int result = calls.RegisterHandler(pages.Handler, 0);
            if (result != 0)
            {
                throw UserInterruptErrors.Refused(device, "uintr_register_handler", result);
            }

            _isRegistered = true;
            var vectors = new UserVectorFd[userVectors.Length];
            for (int i = 0; i < vectors.Length; i++)
            {
                vectors[i] = Vector(userVectors[i]);
            }

            Volatile.Write(ref _forSenders, vectors);
        }
        catch
        {
            Dispose();
            Unregister();
            throw;
        }
        finally
        {
            _isDecided.Set();
        }
    }

    /// <summary>What stands for a vector, the same each time.</summary>
    /// <exception cref="PciDeviceException">The kernel gives none.</exception>
    public UserVectorFd Vector(int userVector)
    {
        if (_vectors[userVector] is { } known)
        {
            return known;
        }

        int fd = calls.VectorFd(userVector, 0);
        return _vectors[userVector] = fd >= 0 ? new UserVectorFd(fd) : throw UserInterruptErrors.Refused(device, "uintr_vector_fd", fd);
    }

    /// <summary>Makes the calling thread a sender to all that were registered; waits until the receiver is one.</summary>
    /// <returns>Null where it never will be, or the kernel refuses: <see cref="WaitForSender"/> says so, and nothing is left.</returns>
    public SenderEntries? RegisterSender()
    {
        _isDecided.Wait();
        UserVectorFd[] vectors = Volatile.Read(ref _forSenders);
        try
        {
            return vectors.Length == 0 ? null : SenderEntries.To(calls, vectors, device);
        }
        catch (PciDeviceException e)
        {
            _refused = e;
            return null;
        }
        finally
        {
            _isSending.Set();
        }
    }

    /// <summary>Waits until <see cref="RegisterSender"/> has returned on the other thread.</summary>
    /// <exception cref="PciDeviceException">The kernel has refused the sender.</exception>
    public void WaitForSender()
    {
        _isSending.Wait();
        if (_refused is { } refused)
        {
            throw refused;
        }
    }

    /// <summary>Lets who waits for the registration, or for the sender, go, whether or not there is one.</summary>
    public void GiveUp()
    {
        _isDecided.Set();
        _isSending.Set();
    }

    /// <summary>The calling thread receives no more. When no one sends any more.</summary>
    public void Unregister()
    {
        if (_isRegistered)
        {
            _isRegistered = false;
            _ = calls.UnregisterHandler(0);
        }
    }

    public void Dispose() => Array.ForEach(_vectors, static vector => vector?.Dispose());
}
