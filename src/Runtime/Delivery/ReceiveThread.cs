using System.Runtime.CompilerServices;

namespace TopHalf;

/// <summary>A thread of a binding: applies its options, says whether they held, and serves a receiver until it stops.</summary>
internal sealed class ReceiveThread
{
    private readonly string _device;
    private readonly BindingPlan _plan;
    private readonly OptionWarnings _warnings;
    private readonly Action _serve;
    private readonly bool _isTopHalf; // fields, as the next two: the thread is to compile no accessor
    private readonly bool _sharesCpu = true;
    private readonly Action? _begin;
    private readonly Thread _thread;
    private readonly TaskCompletionSource _applied = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ReceiveThread(string device, string name, BindingPlan plan, OptionWarnings warnings, Action serve)
    {
        _device = device;
        _plan = plan;
        _warnings = warnings;
        _serve = serve;

        // A background thread: a process that ends does not wait for interrupts.
        _thread = new Thread(Main) { Name = name, IsBackground = true };
    }

    /// <summary>It runs what is before handlers, and no handlers: it has the next higher priority.</summary>
    public bool IsTopHalf
    {
        init => _isTopHalf = value;
    }

    /// <summary>Runs on the plan's processor, where a top half has none of its own; true by default.</summary>
    public bool SharesCpu
    {
        init => _sharesCpu = value;
    }

    /// <summary>What else the thread sets up by itself, when its options are in force.</summary>
    public Action? Begin
    {
        init => _begin = value;
    }

    /// <summary>
    /// Sets the calling thread up as the options say. The one place that does: every thread that a plan's interrupts wait in is set
    /// up here, by itself.
    /// </summary>
    /// <param name="plan">Whose options.</param>
    /// <param name="isTopHalf">See <see cref="IsTopHalf"/>.</param>
    /// <param name="warnings">Take what cannot be had and is not required.</param>
    /// <param name="sharesCpu">See <see cref="SharesCpu"/>.</param>
    /// <exception cref="PciDeviceException">The machine or the rights do not allow what is required.</exception>
    public static void Apply(BindingPlan plan, bool isTopHalf, OptionWarnings warnings, bool sharesCpu = true)
    {
        InterruptThreadOptions options = plan.Options;
        if (isTopHalf && options.TopHalfCpu is int topHalfCpu)
        {
            Apply(nameof(options.TopHalfCpu), () => ThreadScheduling.PinCurrentThread(topHalfCpu));
        }
        else if (sharesCpu && options.Cpu is int cpu)
        {
            Apply(nameof(options.Cpu), () => ThreadScheduling.PinCurrentThread(cpu));
        }

        if (options.StackPrefault is int bytes)
        {
            Apply(nameof(options.StackPrefault), () => StackMemory.Prefault(bytes));
        }

        if (options.TimerSlack is TimeSpan slack)
        {
            // Before the policy: later kernels ignore it afterwards.
            Apply(nameof(options.TimerSlack), () => ThreadScheduling.SetCurrentThreadTimerSlack(slack));
        }

        if (options.RealTimePriority is int priority)
        {
            int own = isTopHalf ? Math.Min(priority + 1, LinuxConstants.FifoMaximum) : priority;
            Apply(nameof(options.RealTimePriority), () => ThreadScheduling.SetCurrentThreadFifo(own));
        }

        void Apply(string option, Action apply) => warnings.Apply(options, plan.Thread, option, apply);
    }

    /// <summary>Compiles what the thread runs before and around the dispatch; to be called before <see cref="Start"/>.</summary>
    public void WarmUp()
    {
        RuntimeHelpers.PrepareDelegate((Action)Main);
        _ = TopHalf.WarmUp.Prepare((Action<BindingPlan, bool, OptionWarnings, bool>)Apply, [_plan, _warnings]);
        RuntimeHelpers.PrepareDelegate(_serve);
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
            Apply(_plan, _isTopHalf, _warnings, _sharesCpu);
            _begin?.Invoke();
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
