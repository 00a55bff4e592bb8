namespace TopHalf;

/// <summary>One vector of a <see cref="UserInterruptReceiver"/>, to be sent from another thread or another process.</summary>
/// <remarks>
/// By user interrupts it belongs to the thread that opened it, since the kernel gives each thread a table of its own; by software any thread may
/// send, also beside the disposal.
/// </remarks>
public sealed unsafe class UserInterrupt : IDisposable
{
    private readonly UserInterruptAddress _address;
    private readonly Thread _thread = Thread.CurrentThread;
    private readonly ProcessHandle? _process;
    private readonly UserInterruptPages? _pages; // with user interrupts: for the instruction
    private readonly SenderEntries? _entries;
    private readonly UserVectorFd? _vectorFd;
    private readonly MappedMemory? _memory;
    private nint _state; // of UserInterruptState; 0 from the disposal on

    private UserInterrupt(UserInterruptAddress address, IUserInterruptCalls? calls)
    {
        _address = address;
        try
        {
            // Before its memory is looked for: from here on its number is no other process's.
            _process = ProcessHandle.TryOpen(address.Process) is { } process ? process
                : address.HasProcess ? null : throw ReceiverMemory.NotThere(address, "open", Errno.ENOENT);
            _memory = ReceiverMemory.Map(address);
            _state = _memory.Address;
            if (calls is not null)
            {
                Delivery = InterruptDelivery.UserInterrupt;
                _vectorFd = new UserVectorFd(ProcessHandle.Take(_process, address.VectorFd));
                _pages = new UserInterruptPages(isSoftware: false);
                _entries = SenderEntries.To(calls, [_vectorFd], "");
            }
        }
        catch
        {
            // Nobody else has it yet.
            _state = 0;
            _memory?.Dispose();
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
    public bool IsReceiverAlive
    {
        get
        {
            bool isOpen = Volatile.Read(ref State->Closed) == 0;
            GC.KeepAlive(this); // and the memory mapped
            return isOpen && (_process is null ? _address.HasProcess : !_process.HasEnded);
        }
    }

    /// <summary>Whether this machine has user interrupts.</summary>
    /// <param name="kernel">The system calls of the kernel; null for those of the later patches.</param>
    public static UserInterruptSupport GetSupport(UserInterruptKernel? kernel = null)
        => UserInterruptDetection.Look(UserInterruptMachine.Instance, kernel ?? UserInterruptKernel.Version2());

    /// <summary>Opens a vector of a receiver, which is on another thread, or in another process of this user.</summary>
    /// <param name="address">What <see cref="UserInterruptReceiver.AddressOf"/> gave.</param>
    /// <param name="kernel">The system calls of the kernel, where the receiver has user interrupts; null for those of the later patches.</param>
    /// <exception cref="FormatException">It is no address.</exception>
    /// <exception cref="ArgumentException">The receiver has another kernel's numbers.</exception>
    /// <exception cref="PciDeviceException">
    /// The receiver is gone, or its process is another's; or it has user interrupts, and this process cannot have them.
    /// </exception>
    public static UserInterrupt Open(string address, UserInterruptKernel? kernel = null)
    {
        ArgumentNullException.ThrowIfNull(address);
        return Open(address, kernel ?? UserInterruptKernel.Version2(), UserInterruptMachine.Instance);
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
            PostedWait.Post(state, _address.Vector);
            GC.KeepAlive(this); // and the memory mapped
            return true;
        }

        if (Thread.CurrentThread != _thread)
        {
            ThrowOtherThread();
        }

        _pages!.Send((ulong)_entries[0]);
        return true;
    }

    /// <summary>Ends it. By user interrupts, on the thread that opened it, unless that has ended.</summary>
    public void Dispose()
    {
        if (_entries is not null && _thread.IsAlive)
        {
            if (Thread.CurrentThread != _thread)
            {
                ThrowOtherThread();
            }

            _entries.Dispose();
        }

        _pages?.Dispose();
        _vectorFd?.Dispose();
        _process?.Dispose();
        if (Interlocked.Exchange(ref _state, 0) != 0)
        {
            _memory!.Abandon(); // another thread may be in the middle of Send
        }
    }

    /// <summary>On a machine that a test makes.</summary>
    internal static UserInterrupt Open(string address, UserInterruptKernel kernel, IUserInterruptMachine machine)
    {
        UserInterruptAddress parsed = UserInterruptAddress.Parse(address);
        if (machine.OtherPlatform is not null)
        {
            throw UserInterruptErrors.OtherPlatform("");
        }

        if (parsed.VectorFd < 0)
        {
            return new UserInterrupt(parsed, calls: null);
        }

        if ((parsed.Version, parsed.FirstCall) != (kernel.Version, kernel.RegisterHandler))
        {
            throw new ArgumentException(
                $"The receiver's kernel has version {parsed.Version} of the patches from system call {parsed.FirstCall} on, and this one is given as version {kernel.Version} " +
                $"from {kernel.RegisterHandler} on: give both the same UserInterruptKernel.",
                nameof(kernel));
        }

        // A number is only called where it is known to be of user interrupts.
        UserInterruptSupport support = UserInterruptDetection.Look(machine, kernel);
        return support.IsSupported ? new UserInterrupt(parsed, machine.Calls(kernel)) : throw UserInterruptErrors.NotHere(support.Reason);
    }

    private UserInterruptState* State
    {
        get
        {
            nint state = Volatile.Read(ref _state);
            ObjectDisposedException.ThrowIf(state == 0, this);
            return (UserInterruptState*)state;
        }
    }

    private void ThrowOtherThread() => throw new InvalidOperationException(
        $"A sender of user interrupts belongs to the thread that opened it ({_thread.ManagedThreadId}), and this is thread {Environment.CurrentManagedThreadId}: open the address there too.");
}
