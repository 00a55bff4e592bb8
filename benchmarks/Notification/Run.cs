using System.Runtime.InteropServices;

namespace TopHalf.Benchmarks.Notification;

/// <summary>struct run of notification.c.</summary>
[StructLayout(LayoutKind.Explicit, Size = 192)]
internal unsafe struct Run
{
    [FieldOffset(0)]
    public UserInterruptState* State;

    [FieldOffset(8)]
    public long* Posted;

    [FieldOffset(16)]
    public long* Received;

    [FieldOffset(24)]
    public long Count;

    [FieldOffset(32)]
    public long Gap;

    [FieldOffset(40)]
    public Way Way;

    [FieldOffset(44)]
    public int EventFd;

    [FieldOffset(64)]
    public long Done;

    [FieldOffset(128)]
    public int Word;
}
