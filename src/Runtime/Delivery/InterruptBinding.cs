using TopHalf.CompilerServices;

namespace TopHalf;

/// <summary>
/// A driver bound to a device: its vectors are enabled and its receive threads run, until it is disposed, its device is
/// disposed, or a handler throws. Made by the generated <c>EnableInterrupts</c>.
/// </summary>
/// <remarks>
/// All members may be called from any thread, <see cref="Dispose"/> from any but a handler's. The end is always the same, in
/// this order: the threads stop after the running handler, sources are masked (<see cref="IrqDisableAttribute"/>), the device
/// is released (<see cref="IrqReleaseAttribute"/>), the vectors are disabled, bus mastering is turned off, eventfds are closed.
/// </remarks>
public sealed partial class InterruptBinding : IDisposable
{
    private readonly InterruptDispatcher _dispatcher;
    private readonly PciDevice _device;

    private InterruptBinding(InterruptDispatcher dispatcher, PciDevice device)
    {
        _dispatcher = dispatcher;
        _device = device;
        Manifest = dispatcher.Manifest;
    }

    /// <summary>
    /// Completes when the binding has ended and everything is released. Faulted with <see cref="InterruptHandlerException"/>
    /// where a handler threw, with <see cref="DeviceGoneException"/> where the device went away.
    /// </summary>
    [InterruptSafe]
    public Task Completion => _completion.Task;

    /// <summary>What was counted so far; a snapshot. Still readable after the end.</summary>
    public InterruptStatistics Statistics => InterruptStatistics.Of(Manifest, _receivers);

    internal string DeviceName => _device.Name;

    /// <summary>What the driver declares, with all addresses of this device from the start on.</summary>
    internal DriverManifest Manifest { get; private set; }

    /// <summary>Ends the binding and returns when everything is released, whoever began the end.</summary>
    /// <exception cref="InvalidOperationException">Called from one of its handlers, which would wait for itself.</exception>
    public void Dispose()
    {
        ThrowIfInHandler();
        if (!TryEnd())
        {
            // Waits without throwing the faults, which belong to whoever looks at Completion.
            Task.WaitAny(Completion);
        }
    }

    /// <summary>Binds and starts; every thread is a new one.</summary>
    internal static InterruptBinding Start(InterruptDispatcher dispatcher, PciDevice device, InterruptOptions? options)
        => Start(dispatcher, device, options, onCaller: false);

    /// <summary>Binds, and serves the default thread's vectors on the caller's thread until cancelled or faulted.</summary>
    internal static void Run(
        InterruptDispatcher dispatcher, PciDevice device, InterruptOptions? options, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return;
        }

        using SavedScheduling callersOwn = SavedScheduling.BeforeApplying(options);
        InterruptBinding binding = Start(dispatcher, device, options, onCaller: true);
        try
        {
            using (cancellationToken.UnsafeRegister(static b => ((InterruptBinding)b!).StopReceivers(), binding))
            {
                if (binding._callers >= 0)
                {
                    binding.Serve(binding._callers);
                }
                else
                {
                    binding.WaitForEnd(cancellationToken);
                }
            }
        }
        finally
        {
            binding.Dispose();
        }

        binding.Completion.GetAwaiter().GetResult();
    }

    internal void ThrowIfInHandler()
    {
        if (_granting == Environment.CurrentManagedThreadId)
        {
            throw new InvalidOperationException(
                $"{_device.Name}: {Manifest.Driver} cannot be disposed while it is told of its vectors: the disposal waits for the end of the start. " +
                "Throw an exception instead, which ends the binding.");
        }

        if (Array.IndexOf(_dispatching, Environment.CurrentManagedThreadId) >= 0)
        {
            throw new InvalidOperationException(
                $"{_device.Name}: {Manifest.Driver} cannot be disposed from one of its handlers: the disposal waits for the handler's end. " +
                "Signal another thread to do it.");
        }
    }

    /// <summary>What is left to do for a caller's thread where every vector has a named thread.</summary>
    private void WaitForEnd(CancellationToken cancellationToken)
    {
        try
        {
            Task.WaitAny([Completion], cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // Asked for: the caller disposes.
        }
    }
}
