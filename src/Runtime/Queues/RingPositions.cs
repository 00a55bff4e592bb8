using System.Runtime.InteropServices;

namespace TopHalf;

/// <summary>
/// How far the two threads of a <see cref="SpscRing{T}"/> are. Each thread's in lines of its own, two of which the processor may fetch
/// together; not within that class, since C# lays out nothing explicitly in generic types.
/// </summary>
[StructLayout(LayoutKind.Explicit, Size = 384)]
internal struct RingPositions
{
    /// <summary>Items that were put in; written by the producer.</summary>
    [FieldOffset(128)]
    public long Tail;

    /// <summary>What the producer saw of <see cref="Head"/> last.</summary>
    [FieldOffset(136)]
    public long HeadSeen;

    /// <summary>Items that were taken out; written by the consumer.</summary>
    [FieldOffset(256)]
    public long Head;

    /// <summary>What the consumer saw of <see cref="Tail"/> last.</summary>
    [FieldOffset(264)]
    public long TailSeen;
}
