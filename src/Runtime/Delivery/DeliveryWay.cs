namespace TopHalf;

/// <summary>What carries the interrupts of a thread.</summary>
internal enum DeliveryWay
{
    /// <summary>Eventfds, or what else the device has of its own.</summary>
    Own,

    /// <summary>The device sets bits: <see cref="PostedReceiver"/>.</summary>
    Posted,

    /// <summary>A second thread takes eventfds and sets bits: <see cref="BridgedReceiver"/>.</summary>
    BridgedBits,

    /// <summary>A second thread takes eventfds and sends user interrupts.</summary>
    BridgedInterrupts,

    /// <summary>The device's interrupt is the thread's notification: <see cref="DirectReceiver"/>.</summary>
    Direct,
}
