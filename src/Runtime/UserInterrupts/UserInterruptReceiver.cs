using System.Security.Cryptography;

namespace TopHalf;

/// <summary>
/// A thread that other threads and processes interrupt: 64 vectors, each a bit. By Intel's user interrupts where they can be had, else by bits that
/// the senders set; while the thread is awake, neither needs the kernel.
/// </summary>
/// <remarks>
/// The thread that makes it is the receiver: it alone may <see cref="Wait"/>, take addresses and dispose. Vectors that are sent several times before
/// they are taken are one. A receiver whose thread or process ends without disposing it takes nothing any more; senders see that of a process
/// (<see cref="UserInterrupt.IsReceiverAlive"/>).
/// </remarks>
/// <example>
/// <code>
/// using var receiver = new UserInterruptReceiver();
/// string address = receiver.AddressOf(vector: 5);              // for another thread, or another process of the same user
/// ulong vectors = receiver.Wait(TimeSpan.FromSeconds(1));      // bit 5, when it was sent
/// </code>
/// <code>
/// using var sender = UserInterrupt.Open(address);
/// sender.Send();
/// </code>
/// </example>
public sealed unsafe class UserInterruptReceiver : IDisposable
{
    private readonly Thread _thread = Thread.CurrentThread;
    private readonly SharedMemory _memory;
    private readonly string _name;
    private readonly UserInterruptPages _pages;
    private readonly PostedWait _wait;
    private readonly UserInterruptKernel _kernel;
    private readonly ReceiverInterrupts? _interrupts; // null by software
    private int _isDisposed;

    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="ArgumentException">An option is not one of a receiver.</exception>
    /// <exception cref="PciDeviceException">What the options require cannot be had here; nothing is left.</exception>
    public UserInterruptReceiver(UserInterruptReceiverOptions? options = null)
    {
        options ??= new UserInterruptReceiverOptions();
        Check(options);
        if (options.Machine.OtherPlatform is not null)
        {
            throw UserInterruptErrors.OtherPlatform("");
        }

        UserInterruptSupport support = options.Delivery == InterruptDelivery.Software
            ? new UserInterruptSupport(false, options.Machine.HasWaitPackage, "the options ask for it.")
            : UserInterruptDetection.Look(options.Machine, options.Kernel);
        if (!support.IsSupported && options.Delivery == InterruptDelivery.UserInterrupt)
        {
            throw UserInterruptErrors.NotHere(support.Reason);
        }

        // What tells it from whatever has the same numbers when it is gone.
        _name = $"tophalf-{Convert.ToHexString(RandomNumberGenerator.GetBytes(8))}";
        _kernel = options.Kernel;
        Reason = support.Reason;
        _memory = SharedMemory.Create(_name, UserInterruptState.Size);
        try
        {
            try
            {
                (_pages, _wait, _interrupts) = SetUp(options, support, _memory);
            }
            catch (PciDeviceException e) when (e.ConcernsDelivery && options.Delivery == InterruptDelivery.Auto)
            {
                Reason = UserInterruptErrors.NotSetUp(e);
                (_pages, _wait, _interrupts) = SetUp(options, support with { IsSupported = false }, _memory);
            }
        }
        catch
        {
            _memory.Dispose();
            throw;
        }

        Delivery = _interrupts is null ? InterruptDelivery.Software : InterruptDelivery.UserInterrupt;
    }

    /// <summary>How vectors arrive: <see cref="InterruptDelivery.UserInterrupt"/> or <see cref="InterruptDelivery.Software"/>.</summary>
    public InterruptDelivery Delivery { get; }

    /// <summary>One sentence: why it is not user interrupts, or what there is.</summary>
    public string Reason { get; }

    /// <summary>What <see cref="UserInterrupt.Open(string, UserInterruptKernel)"/> takes to send one vector. The receiver's thread only.</summary>
    /// <param name="vector">0 to 63.</param>
    /// <returns>A text without spaces; good in every process of this machine that may look into this one (the same user), until the disposal.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such vector.</exception>
    /// <exception cref="InvalidOperationException">Called on another thread.</exception>
    /// <exception cref="PciDeviceException">The kernel gives no descriptor of the vector.</exception>
    public string AddressOf(int vector)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)vector, (uint)Upid.VectorCount, nameof(vector));
        ThrowUnlessReceiver();
        UserInterruptAddress address = _interrupts is null
            ? new UserInterruptAddress(Environment.ProcessId, _name, _memory.Number, vector)
            : new UserInterruptAddress(
                Environment.ProcessId, _name, _memory.Number, vector, _interrupts.Vector(vector).Number, _kernel.Version, _kernel.RegisterHandler);
        return address.ToString();
    }

    /// <summary>Waits for vectors. The receiver's thread only; allocates nothing. No garbage collection waits for it.</summary>
    /// <param name="timeout">How long at most; <see cref="Timeout.InfiniteTimeSpan"/> for ever.</param>
    /// <returns>A bit for each vector that was sent since the last time; 0 when the time is over, and after <see cref="Wake"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    /// <exception cref="InvalidOperationException">Called on another thread.</exception>
    public ulong Wait(TimeSpan timeout)
    {
        ThrowUnlessReceiver();
        if (timeout == Timeout.InfiniteTimeSpan)
        {
            return _wait.Wait(long.MaxValue);
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(timeout, TimeSpan.Zero);
        long now = MonotonicClock.Now();
        return _wait.Wait(timeout.TotalNanoseconds < long.MaxValue - now ? now + (long)timeout.TotalNanoseconds : long.MaxValue);
    }

    /// <summary>Sends one of its vectors to the receiver itself, for the next wait to bring. The receiver's thread only.</summary>
    /// <remarks>Needs no address. By user interrupts the first time is a system call for each vector; then neither calls the kernel or allocates.</remarks>
    /// <param name="vector">0 to 63.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such vector.</exception>
    /// <exception cref="InvalidOperationException">Called on another thread.</exception>
    /// <exception cref="PciDeviceException">The kernel refuses the thread as a sender.</exception>
    public void SendToSelf(int vector)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)vector, (uint)Upid.VectorCount, nameof(vector));
        ThrowUnlessReceiver();
        if (_interrupts is null)
        {
            PostedWait.Post(_pages.State, vector);
            GC.KeepAlive(this); // and the pages mapped
        }
        else
        {
            _pages.Send(_interrupts.EntryOf(vector));
        }
    }

    /// <summary>Ends the wait that is under way, or the next one. Any thread.</summary>
    public void Wake() => _wait.Kick();

    /// <summary>Nothing is received from now on. The receiver's thread only, unless that has ended.</summary>
    /// <exception cref="InvalidOperationException">Called on another thread.</exception>
    public void Dispose()
    {
        if (_thread.IsAlive && _isDisposed == 0)
        {
            ThrowUnlessReceiver();
        }

        if (Interlocked.Exchange(ref _isDisposed, 1) != 0)
        {
            return;
        }

        Volatile.Write(ref _pages.State->Closed, 1);
        if (_thread.IsAlive)
        {
            _interrupts?.Unregister();
        }

        _interrupts?.Dispose();
        _wait.Dispose();
        _memory.Dispose();
    }

    /// <summary>What the stubs work on; for a benchmark. Not after the disposal.</summary>
    internal UserInterruptState* State => _pages.State;

    private static (UserInterruptPages Pages, PostedWait Wait, ReceiverInterrupts? Interrupts) SetUp(
        UserInterruptReceiverOptions options, UserInterruptSupport support, SharedMemory memory)
    {
        IUserInterruptCalls? calls = support.IsSupported ? options.Machine.Calls(options.Kernel) : null;
        var pages = new UserInterruptPages(isSoftware: calls is null, memory);
        try
        {
            SpinTime spin = SpinTime.Of(new InterruptThreadOptions { WaitMode = options.WaitMode, SpinBudget = options.SpinBudget });
            var wait = new PostedWait(pages, support.HasWaitPackage, spin, calls);
            return (pages, wait, calls is null ? null : new ReceiverInterrupts(calls, pages));
        }
        catch
        {
            pages.Dispose();
            throw;
        }
    }

    private static void Check(UserInterruptReceiverOptions options)
    {
        if (options.Delivery is not (InterruptDelivery.Auto or InterruptDelivery.Software or InterruptDelivery.UserInterrupt))
        {
            throw new ArgumentException($"The options have Delivery = {options.Delivery}; a receiver takes Auto, Software or UserInterrupt.", nameof(options));
        }

        if (!Enum.IsDefined(options.WaitMode) || options.SpinBudget <= TimeSpan.Zero)
        {
            throw new ArgumentException(
                $"The options have WaitMode = {options.WaitMode} and SpinBudget = {options.SpinBudget}; one is a value of its type, the other more than zero.", nameof(options));
        }

        ArgumentNullException.ThrowIfNull(options.Kernel, nameof(options));
    }

    private void ThrowUnlessReceiver()
    {
        ObjectDisposedException.ThrowIf(_isDisposed != 0, this);
        if (Thread.CurrentThread != _thread)
        {
            throw new InvalidOperationException(
                $"A receiver belongs to the thread that made it ({_thread.ManagedThreadId}), and this is thread {Environment.CurrentManagedThreadId}. Wake ends its wait from any thread.");
        }
    }
}
