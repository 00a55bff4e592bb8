using TopHalf.CompilerServices;

namespace TopHalf;

/// <summary>
/// Vectors that a device can only signal at eventfds, sent on to the receive thread by a thread of their own: by a bit in memory, or by SENDUIPI
/// where the kernel has user interrupts. Not sooner than eventfds: it is there so that a driver can be run that way.
/// </summary>
internal sealed unsafe class BridgedReceiver : PostedReceiver
{
    private readonly EventFdSet _eventFds;
    private readonly ReceiverRegistration? _registration;
    private readonly bool _sharesCpu;
    private readonly EpollEvent[] _ready = new EpollEvent[BatchSize];
    private readonly CompanionStay _stay = new();

    /// <inheritdoc cref="PostedReceiver(PciDevice, DriverManifest, BindingPlan, UserInterruptSupport, IUserInterruptCalls)"/>
    public BridgedReceiver(PciDevice device, DriverManifest manifest, BindingPlan plan, UserInterruptSupport support, IUserInterruptCalls? calls)
        : base(device, manifest, plan, support, calls)
    {
        try
        {
            // Adaptive: every one of them can be looked at without waiting.
            _eventFds = new EventFdSet(plan.Vectors.Length, WaitMode.Adaptive, device.Name);
        }
        catch
        {
            base.Dispose();
            throw;
        }

        _sharesCpu = plan.Options.WaitMode != WaitMode.Spin;
        _registration = calls is null ? null : new ReceiverRegistration(calls, Pages, device.Name);
    }

    internal override VectorLine Line(int slot) => _eventFds[slot];

    internal override Action Companion => SendOn;

    internal override string CompanionName => "post";

    // Beside one that never sleeps it would not run.
    internal override bool CompanionSharesCpu => _sharesCpu;

    internal override void BeginOnThread()
    {
        if (_registration is { } registration)
        {
            Span<int> userVectors = stackalloc int[Vectors.Length];
            for (int slot = 0; slot < userVectors.Length; slot++)
            {
                userVectors[slot] = UserVectors[slot];
            }

            registration.Register(userVectors);
        }
    }

    internal override void EndOnThread()
    {
        // Nobody sends to a receiver that is about to go.
        StopCompanion();
        _registration?.Unregister();
    }

    internal override void WaitForCompanion() => _registration?.WaitForSender();

    internal override void StopCompanion()
        => _stay.Stop(() =>
        {
            _registration?.GiveUp();
            _eventFds.Kick();
        });

    public override void Dispose()
    {
        base.Dispose();
        _registration?.Dispose();
        _eventFds.Dispose();
    }

    /// <summary>The body of the companion: from the eventfds to the receive thread until it is stopped.</summary>
    private void SendOn()
    {
        if (!_stay.TryEnter())
        {
            return;
        }

        try
        {
            using SenderEntries? entries = _registration?.RegisterSender();
            if (_registration is not null && entries is null)
            {
                return; // one of the two was refused, and the start fails with that
            }

            while (!_stay.IsStopped)
            {
                int ready = _eventFds.Epoll is { } epoll ? epoll.Wait(_ready) : WaitForOne();
                foreach (EpollEvent item in _ready.AsSpan(0, ready))
                {
                    SendOn((int)item.Data, entries);
                }
            }
        }
        finally
        {
            _stay.Leave();
        }
    }

    private int WaitForOne()
    {
        _eventFds[0].EventFd.WaitUntilSignalled();
        _ready[0] = default;
        return 1;
    }

    private void SendOn(int slot, SenderEntries? entries)
    {
        long signals = _eventFds.Take(slot);
        if (signals == 0)
        {
            return;
        }

        PostedLine line = Posted(slot);
        if (entries is null)
        {
            line.Signal(signals);
        }
        else
        {
            line.Count(signals);
            Pages.Send((ulong)entries[slot]);
        }
    }
}
