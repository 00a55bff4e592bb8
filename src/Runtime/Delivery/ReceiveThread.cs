namespace TopHalf;

/// <summary>A thread of a binding: applies its options, says whether they held, and serves a receiver until it stops.</summary>
internal sealed class ReceiveThread
{
    private readonly string _device;
    private readonly InterruptThreadOptions _options;
    private readonly Action _serve;
    private readonly Thread _thread;
    private readonly TaskCompletionSource _applied = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ReceiveThread(string device, string name, InterruptThreadOptions options, Action serve)
    {
        _device = device;
        _options = options;
        _serve = serve;

        // A background thread: a process that ends does not wait for interrupts.
        _thread = new Thread(Main) { Name = name, IsBackground = true };
    }

    /// <summary>It runs a native top half, and not handlers: it has the next higher priority.</summary>
    public bool IsTopHalf { get; init; }

    /// <summary>Sets the calling thread up as the options say.</summary>
    /// <exception cref="PciDeviceException">The machine or the rights do not allow it.</exception>
    public static void Apply(InterruptThreadOptions options, bool isTopHalf)
    {
        if ((isTopHalf ? options.TopHalfCpu ?? options.Cpu : options.Cpu) is int cpu)
        {
            ThreadScheduling.PinCurrentThread(cpu);
        }

        if (options.RealTimePriority is int priority)
        {
            ThreadScheduling.SetCurrentThreadFifo(isTopHalf ? Math.Min(priority + 1, LinuxConstants.FifoMaximum) : priority);
        }
    }

    /// <summary>Starts the thread and returns when its options are in force; their failure is thrown here.</summary>
    /// <exception cref="PciDeviceException">There can be no further thread, or an option is refused.</exception>
    public void Start()
    {
        try
        {
            _thread.Start();
        }
        catch (OutOfMemoryException e)
        {
            throw NotStarted(_device, _thread.Name!, e);
        }

        _applied.Task.GetAwaiter().GetResult();
    }

    /// <summary>Waits for the end of a started thread; returns at once on the thread itself.</summary>
    public void Join()
    {
        if (_thread != Thread.CurrentThread && _applied.Task.IsCompleted)
        {
            _thread.Join();
        }
    }

    /// <param name="device">For whose interrupts.</param>
    /// <param name="thread">The thread's name.</param>
    /// <param name="reason">What the runtime makes of every reason of the system's; it keeps the error number to itself.</param>
    internal static PciDeviceException NotStarted(string device, string thread, Exception reason)
        => new(
            device,
            $"start of the thread {thread}",
            errno: 0,
            "The system gives the process no further thread: too many threads, too many open files, or too little memory.",
            "ulimit -u and ulimit -n (in the shell that starts the program) say how many threads and files it may have",
            reason);

    private void Main()
    {
        try
        {
            Apply(_options, IsTopHalf);
        }
#pragma warning disable CA1031 // Whatever it is, it is thrown again, on the thread that asked for the start.
        catch (Exception e)
#pragma warning restore CA1031
        {
            _applied.SetException(e);
            return;
        }

        _applied.SetResult();
        _serve();
    }
}
