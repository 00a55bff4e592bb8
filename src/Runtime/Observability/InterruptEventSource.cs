using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Tracing;

namespace TopHalf;

/// <summary>
/// What happens to bindings, as events of the provider <c>TopHalf</c>: for dotnet-trace, EventListener and the like. Nothing of it is in the
/// path of an interrupt.
/// </summary>
[EventSource(Name = "TopHalf")]
[UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Numbers, truth values and text only: nothing whose members the trimmer could remove.")]
internal sealed class InterruptEventSource : EventSource
{
    public static readonly InterruptEventSource Log = new();

    private InterruptEventSource()
    {
    }

    [Event(1, Level = EventLevel.Informational, Message = "{0}: {1} handles {2} vectors on {3} threads.")]
    public void BindingStarted(string device, string driver, int vectors, int threads)
    {
        if (IsEnabled())
        {
            WriteEvent(1, device, driver, vectors, threads);
        }
    }

    [Event(2, Level = EventLevel.Informational, Message = "{0}: {1} has ended after {2} calls of handlers.")]
    public void BindingEnded(string device, string driver, long handled)
    {
        if (IsEnabled())
        {
            WriteEvent(2, device, driver, handled);
        }
    }

    [Event(3, Level = EventLevel.Error, Message = "{0}: {1} ends: {2}")]
    public void BindingFaulted(string device, string driver, string fault)
    {
        if (IsEnabled())
        {
            WriteEvent(3, device, driver, fault);
        }
    }

    [Event(4, Level = EventLevel.Error, Message = "{0}: vector {2}, {1}, interrupts without end; masked: {3}.")]
    public void StormDetected(string device, string handler, int vector, bool isMasked)
    {
        if (IsEnabled())
        {
            WriteEvent(4, device, handler, vector, isMasked);
        }
    }

    [Event(5, Level = EventLevel.Warning, Message = "{0}: {1} of thread '{2}' is not in force: {3}")]
    public void OptionRefused(string device, string option, string thread, string reason)
    {
        if (IsEnabled())
        {
            WriteEvent(5, device, option, thread, reason);
        }
    }

    [Event(6, Level = EventLevel.Warning, Message = "{0}: {1} ends: the kernel asks for the device.")]
    public void DeviceRequested(string device, string driver)
    {
        if (IsEnabled())
        {
            WriteEvent(6, device, driver);
        }
    }
}
