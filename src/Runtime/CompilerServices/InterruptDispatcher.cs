using System.ComponentModel;

namespace TopHalf.CompilerServices;

/// <summary>For generated code: the dispatch of one driver object, and the way to bind it to a device.</summary>
/// <param name="manifest">What the driver declares.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class InterruptDispatcher(DriverManifest manifest)
{
    /// <summary>What the driver declares.</summary>
    public DriverManifest Manifest { get; } = manifest;

    /// <summary>Takes the BARs of a device that was checked against the manifest. Called once, before any thread runs.</summary>
    /// <param name="device">The device.</param>
    /// <param name="bound">The manifest with all addresses that are known only now.</param>
    protected internal abstract void Attach(PciDevice device, DriverManifest bound);

    /// <summary>The vectors are there, and no source is unmasked yet. On the thread that enables interrupts.</summary>
    protected internal virtual void VectorsGranted(InterruptBinding binding)
    {
    }

    /// <summary>The kernel asks for the device; before the binding ends. On a thread of its own.</summary>
    protected internal virtual void DeviceRequested()
    {
    }

    /// <summary>The device has had an error; before the binding ends. On a thread of its own.</summary>
    protected internal virtual void DeviceFailed()
    {
    }

    /// <summary>The value of a member of the driver that an address takes (<see cref="StepAddress.OffsetFrom"/>).</summary>
    protected internal virtual long Member(string name)
        => throw new ArgumentException($"{Manifest.Driver} gives no value of {name}.", nameof(name));

    /// <summary>Dispatches the events of one receive thread until there are no more; called on that thread.</summary>
    protected internal abstract void Run(InterruptReceiver receiver);

    /// <summary>Binds the driver and starts its receive threads; the body of the generated <c>EnableInterrupts</c>.</summary>
    public InterruptBinding Enable(PciDevice device, InterruptOptions? options) => InterruptBinding.Start(this, device, options);

    /// <summary>
    /// Binds the driver and serves the default thread's vectors on the caller's thread until cancelled; the body of the
    /// generated <c>RunInterrupts</c>.
    /// </summary>
    public void Run(PciDevice device, InterruptOptions? options, CancellationToken cancellationToken)
        => InterruptBinding.Run(this, device, options, cancellationToken);

    /// <summary>
    /// Dispatches given events on the caller's thread: the same code that a receive thread runs, without vectors, threads or a
    /// binding. For tests and benchmarks of drivers; a handler's exception arrives at the caller.
    /// </summary>
    /// <param name="device">Whose registers the descriptors touch.</param>
    /// <param name="events">Events of declared vectors.</param>
    /// <returns>What was counted.</returns>
    public InterruptStatistics Replay(PciDevice device, InterruptEvent[] events)
    {
        using InterruptReplay replay = PrepareReplay(device, events);
        replay.Run();
        return replay.Statistics;
    }

    /// <summary>The same in two steps: all that is made for it is made here, so that a benchmark can measure the dispatch alone.</summary>
    /// <inheritdoc cref="Replay"/>
    public InterruptReplay PrepareReplay(PciDevice device, InterruptEvent[] events)
    {
        ArgumentNullException.ThrowIfNull(device);
        ArgumentNullException.ThrowIfNull(events);
        DriverManifest bound = ManifestBinding.Bind(this, device);
        ManifestChecks.CheckRegisters(bound, device);
        Attach(device, bound);
        var receiver = new ReplayReceiver(device, Manifest.DeclaredVectors(), events);
        receiver.GuardAgainstStorms(bound, rate: 0, found: null);
        _ = WarmUp.Prepare((Action<InterruptReceiver>)Run, [receiver, device]);
        return new InterruptReplay(this, receiver);
    }
}
