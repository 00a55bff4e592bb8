using TopHalf.CompilerServices;

namespace TopHalf;

/// <summary>
/// A vector whose interrupt is the receive thread's notification: no other thread and no system call is between card and handler. The processor takes
/// what is posted when the interrupt comes, so that this thread posts its vector to itself, beforehand and again each time.
/// </summary>
internal sealed class DirectReceiver : InterruptReceiver
{
    private readonly EventFdLine _line;
    private readonly UserInterruptPages _pages;
    private readonly PostedWait _wait;
    private readonly IDirectInterrupts _kernel;
    private readonly string _device;
    private int _index = -1;

    /// <param name="device">The device.</param>
    /// <param name="plan">One vector, and a thread that is pinned.</param>
    /// <param name="support">Of this machine.</param>
    /// <param name="kernel">The module.</param>
    /// <exception cref="PciDeviceException">The process has no descriptor left, or no memory that may be executed.</exception>
    public DirectReceiver(PciDevice device, BindingPlan plan, UserInterruptSupport support, IDirectInterrupts kernel)
        : base(device, plan.Vectors)
    {
        _device = device.Name;
        _kernel = kernel;
        _pages = new UserInterruptPages(isSoftware: false, device: device.Name);
        try
        {
            _line = new EventFdLine(EventFd.Create(blocking: false, device.Name));
        }
        catch
        {
            _pages.Dispose();
            throw;
        }

        // It never sleeps in the kernel: where its thread does not run, nothing can notify it.
        _wait = new PostedWait(_pages, support.HasWaitPackage, new SpinTime(-1), calls: null);
    }

    internal override VectorLine Line(int slot) => _line;

    internal override void BeginOnThread()
    {
        int index = _kernel.Attach(_line.EventFd.Number, _pages.Handler);
        _index = index >= 0 ? index : throw UserInterruptErrors.Refused(_device, "UINTR_MSI_ATTACH", index);

        // Before an interrupt can come: one that finds nothing posted is lost.
        Arm();
    }

    internal override void EndOnThread()
    {
        if (_index >= 0)
        {
            _index = -1;
            _ = _kernel.Detach(_line.EventFd.Number);
        }
    }

    public override void Dispose()
    {
        _wait.Dispose();
        _line.Dispose();
    }

    private protected override int WaitForEvents()
    {
        if (_wait.Wait(long.MaxValue) == 0)
        {
            return 0;
        }

        long now = MonotonicClock.Now();

        // Before the steps look at the card: an interrupt between a look and the arming would be lost, and the card not looked at again.
        Arm();
        Batch[0] = Event(0, 1, now);
        return 1;
    }

    private protected override void Wake() => _wait.Kick();

    private void Arm() => _pages.Send((ulong)_index);
}
