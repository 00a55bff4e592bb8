namespace TopHalf.Samples.E1000e;

/// <summary>
/// A ring of descriptors in the memory that driver and card share, with a buffer for each. The driver gives descriptors to the card,
/// which marks each that it is done with; an interrupt's handler counts those.
/// </summary>
/// <remarks>
/// One thread gives and looks at what is done; the handler calls <see cref="Drain"/>. The card has one descriptor less than there
/// are, since head and tail in the same place mean an empty ring: so one that is not the card's, and not marked, always stops the count.
/// </remarks>
/// <param name="memory">The memory.</param>
/// <param name="start">Where in it the descriptors are.</param>
/// <param name="buffers">Where the buffers are.</param>
internal sealed class DescriptorRing(DmaBuffer memory, long start, long buffers)
{
    /// <summary>Descriptors.</summary>
    public const int Entries = 32;

    /// <summary>Bytes of a descriptor.</summary>
    public const int DescriptorSize = 16;

    /// <summary>Bytes of the descriptors.</summary>
    public const uint Length = Entries * DescriptorSize;

    /// <summary>Bytes of a buffer.</summary>
    public const int BufferSize = 2048;

    private long _given;
    private long _done;

    /// <summary>Where the card finds the descriptors.</summary>
    public ulong Address => memory.Address + (ulong)start;

    /// <summary>How many descriptors the card was given since the start.</summary>
    public long Given => Volatile.Read(ref _given);

    /// <summary>How many it is done with.</summary>
    public long Done => Volatile.Read(ref _done);

    /// <summary>What the card is told: the first descriptor that is not its own.</summary>
    public uint Tail => (uint)(Given % Entries);

    /// <summary>Where the buffer is of a descriptor, counted from the start.</summary>
    public Span<byte> Buffer(long number) => memory.AsSpan(BufferAt(number), BufferSize);

    /// <summary>The second word of a descriptor, counted from the start: of one that is done, how it ended.</summary>
    public ulong WordOf(long number) => memory.Read64(DescriptorAt(number) + 8);

    /// <summary>Writes the next descriptor, not marked. The tail register then gives it to the card.</summary>
    /// <param name="word">Its second word.</param>
    public void Give(ulong word)
    {
        long number = _given;
        memory.Write64(DescriptorAt(number), memory.Address + (ulong)BufferAt(number));
        memory.Write64(DescriptorAt(number) + 8, word);
        Volatile.Write(ref _given, number + 1);
    }

    /// <summary>Makes it what it was before the first descriptor; for a card that was reset, and before interrupts are enabled.</summary>
    public void Clear()
    {
        memory.AsSpan(start, (int)Length).Clear();
        Volatile.Write(ref _given, 0);
        Volatile.Write(ref _done, 0);
    }

    /// <summary>Counts what the card has marked. Called by the handler.</summary>
    [InterruptSafe]
    public void Drain()
    {
        long done = _done;
        long given = Volatile.Read(ref _given);
        for (int i = 0; i < Entries && done < given; i++)
        {
            if ((memory.Read64(DescriptorAt(done) + 8) & E1000eRegisters.DescriptorDone) == 0)
            {
                break;
            }

            done++;
        }

        Volatile.Write(ref _done, done);
    }

    private static long Slot(long number) => number % Entries;

    private long DescriptorAt(long number) => start + (DescriptorSize * Slot(number));

    private long BufferAt(long number) => buffers + (BufferSize * Slot(number));
}
