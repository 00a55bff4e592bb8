namespace TopHalf;

/// <summary>Who tests, masks and acknowledges: the steps of an interrupt before its handler.</summary>
public enum TopHalfMode
{
    /// <summary>The receive thread, in C#, just before the handler: the shortest way to the handler. A garbage collection delays all of it.</summary>
    Managed,

    /// <summary>
    /// A native routine on a thread of its own, which no garbage collection holds up: it waits, tests, masks, acknowledges and
    /// time-stamps, and leaves a record for the receive thread, which calls the handler. Where none can be had (not Linux on x86-64, no
    /// executable memory) interrupts are not enabled, and the exception says why.
    /// </summary>
    Native,

    /// <summary><see cref="Native"/> where it can be had, <see cref="Managed"/> elsewhere.</summary>
    Auto,
}
