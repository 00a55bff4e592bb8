using System.Runtime.InteropServices;

namespace TopHalf;

/// <summary>
/// What the stubs of user_interrupt.s work on, in a page that is read and written and, where senders are other processes, shared with
/// them. All zero at first. Any thread, with atomic operations; whoever shares the page can write all of it, so that what is read here is
/// not trusted: it is only ever a bit that is set or not, or a number that is added.
/// </summary>
[StructLayout(LayoutKind.Explicit, Size = Size)]
internal unsafe struct UserInterruptState
{
    /// <summary>Bytes: a page.</summary>
    public const int Size = 4096;

    /// <summary>A bit for each vector that has come and was not taken. The handler or a sender sets, the wait takes.</summary>
    [FieldOffset(0)]
    public ulong Pending;

    /// <summary>Not zero: waits end at once. In the cache line of <see cref="Pending"/>, which UMONITOR watches.</summary>
    [FieldOffset(8)]
    public ulong Kick;

    /// <summary>
    /// 1 while the receiver sleeps in the kernel, or is about to, and 2 from when somebody wakes it: whoever sets a bit and finds it not 0 must wake it.
    /// The word of a futex.
    /// </summary>
    [FieldOffset(16)]
    public int Sleeping;

    /// <summary>1 from the end of the receiver on: nobody takes what is sent.</summary>
    [FieldOffset(20)]
    public int Closed;

    /// <summary>How often the handler ran. In a cache line of its own, so that it ends no UMWAIT.</summary>
    [FieldOffset(64)]
    public ulong Deliveries;

    /// <summary>
    /// How many signals of each of a driver's vectors were sent and not taken. Added to before the bit is set; a bit without any is one whose signal was
    /// taken with the bit of another. A <see cref="UserInterruptReceiver"/> does not count.
    /// </summary>
    [FieldOffset(128)]
    public fixed long Signals[Upid.VectorCount];
}
