namespace TopHalf;

/// <summary>
/// A handler threw. Its source is masked, the binding stopped and the device released; the handler's own exception is the
/// inner one.
/// </summary>
public sealed class InterruptHandlerException : Exception
{
    internal InterruptHandlerException(string device, string driver, string handler, int vector, Exception innerException)
        : base(
            $"{device}: handler {handler} of {driver} threw {innerException.GetType().Name} at vector {vector}; the driver's interrupts " +
            $"are stopped and the device is released. {innerException.Message}",
            innerException)
    {
        Device = device;
        Handler = handler;
        Vector = vector;
    }

    /// <summary>The device's name.</summary>
    public string Device { get; }

    /// <summary>The handler's method.</summary>
    public string Handler { get; }

    /// <summary>The vector that was being handled.</summary>
    public int Vector { get; }
}
