namespace TopHalf.Samples.Ivshmem;

/// <summary>
/// What driver and peer have agreed on: words of 32 bits in the shared memory, BAR 2 of the card. Each word has one writer.
/// </summary>
/// <remarks>
/// The driver asks by a new number in <see cref="Request"/>, rings the peer's vector 0 to wake it, and writes the number to
/// <see cref="Woken"/> too: a peer that was awake has to know that ring from those that it counts. The peer clears <see cref="Heard"/>,
/// then rings each vector as often as was asked for, each time with the next number in <see cref="Sent"/> before it. When it is done it
/// writes the request's number to <see cref="Finished"/>. A driver that goes away writes 0 to <see cref="Request"/>, and the peer
/// gives up what it was at.
/// </remarks>
public static class SharedLayout
{
    /// <summary>Vectors that are rung, each way.</summary>
    public const int Vectors = 4;

    /// <summary>Bytes that the memory has at least.</summary>
    public const uint Length = 0x1000;

    /// <summary>The peer has laid out the memory: <see cref="MarkValue"/>, the last word that it writes for that.</summary>
    public const uint Mark = 0x00;

    /// <summary>"BELL".</summary>
    public const uint MarkValue = 0x4C4C_4542;

    /// <summary>The peer's number, by the server.</summary>
    public const uint PeerPosition = 0x04;

    /// <summary>The driver's number: whom the peer rings.</summary>
    public const uint DriverPosition = 0x08;

    /// <summary>How often the driver wants each vector to be rung.</summary>
    public const uint Rings = 0x0C;

    /// <summary>The number of what the driver asks for, never the same twice in a row; 0 when it asks for nothing.</summary>
    public const uint Request = 0x10;

    /// <summary>The number of the last request that the peer is done with.</summary>
    public const uint Finished = 0x14;

    /// <summary>1 while the peer is at a request, 0 otherwise.</summary>
    public const uint Busy = 0x18;

    /// <summary>The number of the request for which the peer's doorbell is rung.</summary>
    public const uint Woken = 0x1C;

    /// <summary>Bytes from the words of a vector to those of the next one.</summary>
    public const uint VectorStride = 0x40;

    /// <summary>Of vector 0: the number that the peer wrote last, before it rang. Not 0 once it has rung.</summary>
    public const uint Sent = 0x100;

    /// <summary>Of vector 0: the number that the acknowledge of the driver's last interrupt has found.</summary>
    public const uint Seen = 0x120;

    /// <summary>Of vector 0: how often the driver has rung the peer's vector since the request, as the peer counts.</summary>
    public const uint Heard = 0x124;

    /// <summary>The place of a vector's word.</summary>
    /// <param name="word">That of vector 0.</param>
    /// <param name="vector">0 to <see cref="Vectors"/>, exclusive.</param>
    public static uint Of(uint word, int vector) => word + ((uint)vector * VectorStride);
}
