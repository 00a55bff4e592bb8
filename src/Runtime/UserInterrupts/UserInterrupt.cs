namespace TopHalf;

/// <summary>One vector of a <see cref="UserInterruptReceiver"/>, to be sent from another thread or another process.</summary>
/// <remarks>
/// By user interrupts it belongs to the thread that opened it, since the kernel gives each thread a table of its own; by software any thread may
/// send. Not beside the disposal.
/// </remarks>
public sealed unsafe class UserInterrupt : IDisposable
{
    private readonly int _vector;
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private readonly ProcessHandle? _process;
    private readonly UserInterruptPages? _pages; // with user interrupts: for the instruction
    private readonly SenderEntries? _entries;
    private readonly UserVectorFd? _vectorFd;
    private UserInterruptState* _state;

    private UserInterrupt(UserInterruptAddress address, IUserInterruptCalls calls)
    {
        _vector = address.Vector;
        try
        {
            _state = Map(address);
            _process = ProcessHandle.TryOpen(address.Process);
            if (address.VectorFd >= 0)
            {
                Delivery = InterruptDelivery.UserInterrupt;
                _vectorFd = new UserVectorFd(ProcessHandle.Take(_process, address.VectorFd));
                _pages = new UserInterruptPages(isSoftware: false);
                _entries = new SenderEntries(calls, [_vectorFd], "");
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>How it arrives: <see cref="InterruptDelivery.UserInterrupt"/> or <see cref="InterruptDelivery.Software"/>.</summary>
    public InterruptDelivery Delivery { get; } = InterruptDelivery.Software;

    /// <summary>
    /// Whether anybody takes what is sent: false once the receiver was disposed, or its process has ended. A system call, unless it was disposed.
    /// </summary>
    /// <exception cref="ObjectDisposedException">This was disposed.</exception>
    public bool IsReceiverAlive => Volatile.Read(ref State->Closed) == 0 && _process?.HasEnded != true;

    /// <summary>Whether this machine has user interrupts.</summary>
    /// <param name="kernel">The system calls of the kernel; null for those of the later patches.</param>
    public static UserInterruptSupport GetSupport(UserInterruptKernel? kernel = null)
        => UserInterruptDetection.Look(UserInterruptMachine.Instance, kernel ?? UserInterruptKernel.Version2());

    /// <summary>Opens a vector of a receiver, which is on another thread, or in another process of this user.</summary>
    /// <param name="address">What <see cref="UserInterruptReceiver.AddressOf"/> gave.</param>
    /// <param name="kernel">The system calls of the kernel, where the receiver has user interrupts; null for those of the later patches.</param>
    /// <exception cref="FormatException">It is no address.</exception>
    /// <exception cref="PciDeviceException">The receiver is gone, or its process is another's.</exception>
    public static UserInterrupt Open(string address, UserInterruptKernel? kernel = null)
    {
        ArgumentNullException.ThrowIfNull(address);
        return Open(address, UserInterruptMachine.Instance.Calls(kernel ?? UserInterruptKernel.Version2()));
    }

    /// <summary>
    /// Sends the vector. Vectors that are sent again before they are taken are one. Allocates nothing; a system call only where the receiver sleeps.
    /// </summary>
    /// <returns>False where the receiver was disposed: nobody takes it. One whose process has ended is not noticed here.</returns>
    /// <exception cref="ObjectDisposedException">This was disposed.</exception>
    /// <exception cref="InvalidOperationException">By user interrupts, on another thread than the one that opened it.</exception>
    public bool Send()
    {
        UserInterruptState* state = State;
        if (Volatile.Read(ref state->Closed) != 0)
        {
            return false;
        }

        if (_entries is null)
        {
            PostedWait.Post(state, _vector);
            return true;
        }

        if (Environment.CurrentManagedThreadId != _thread)
        {
            ThrowOtherThread();
        }

        _pages!.Send((ulong)_entries[0]);
        return true;
    }

    /// <summary>Ends it. By user interrupts, on the thread that opened it.</summary>
    public void Dispose()
    {
        if (_entries is not null && Environment.CurrentManagedThreadId != _thread)
        {
            ThrowOtherThread();
        }

        _entries?.Dispose();
        _pages?.Dispose();
        _vectorFd?.Dispose();
        _process?.Dispose();
        if (_state is not null)
        {
            _ = SystemCall.Unmap((nint)_state, UserInterruptState.Size);
            _state = null;
        }
    }

    /// <summary>For tests, with a kernel of their own.</summary>
    internal static UserInterrupt Open(string address, IUserInterruptCalls calls) => new(UserInterruptAddress.Parse(address), calls);

    internal static PciDeviceException NotThere(UserInterruptAddress address, string call, int errno)
        => new(
            "",
            $"{call} of {address.Path}",
            errno,
            errno is Errno.EACCES or Errno.EPERM
                ? $"Process {address.Process}, of the receiver, is another user's."
                : $"The receiver of process {address.Process} is not there any more.",
            errno is Errno.EACCES or Errno.EPERM ? "run both as one user" : "ask the receiver for its address again (UserInterruptReceiver.AddressOf)");

    private UserInterruptState* State
    {
        get
        {
            ObjectDisposedException.ThrowIf(_state is null, this);
            return _state;
        }
    }

    private void ThrowOtherThread() => throw new InvalidOperationException(
        $"A sender of user interrupts belongs to the thread that opened it ({_thread}), and this is thread {Environment.CurrentManagedThreadId}: open the address there too.");

    private static UserInterruptState* Map(UserInterruptAddress address)
    {
        int fd = SystemCall.Open(address.Path, LinuxConstants.OpenReadWrite | LinuxConstants.OpenCloseOnExec);
        if (fd < 0)
        {
            throw NotThere(address, "open", -fd);
        }

        using var file = new OpenFile(fd);

        // The number may be another file's by now.
        string? link = new FileInfo(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"/proc/self/fd/{fd}")).LinkTarget;
        if (link != address.Link)
        {
            throw NotThere(address, "open", Errno.ENOENT);
        }

        nint mapped = SystemCall.Map(fd, 0, UserInterruptState.Size, LinuxConstants.ProtectionRead | LinuxConstants.ProtectionWrite);
        return mapped is < 0 and > -4096 ? throw NotThere(address, "mmap", (int)-mapped) : (UserInterruptState*)mapped;
    }

    private sealed class OpenFile(int fd) : OwnedDescriptor(fd);
}
