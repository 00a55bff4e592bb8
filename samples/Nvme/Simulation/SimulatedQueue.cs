namespace TopHalf.Samples.Nvme;

/// <summary>A submission queue as the controller sees it.</summary>
/// <param name="Address">Where the entries are.</param>
/// <param name="Entries">How many.</param>
/// <param name="Completions">Where its commands' ends are told.</param>
internal sealed record SimulatedSubmissionQueue(ulong Address, int Entries, SimulatedCompletionQueue Completions)
{
    private int _tail;

    /// <summary>What the driver wrote to the doorbell last.</summary>
    public int Tail
    {
        get => Volatile.Read(ref _tail);
        set => Volatile.Write(ref _tail, value);
    }

    /// <summary>The controller's own place.</summary>
    public int Head { get; set; }
}

/// <summary>A completion queue as the controller sees it.</summary>
/// <param name="Address">Where the entries are.</param>
/// <param name="Entries">How many.</param>
/// <param name="Vector">Its interrupt; null for none.</param>
internal sealed record SimulatedCompletionQueue(ulong Address, int Entries, int? Vector)
{
    private int _head;

    /// <summary>What the driver wrote to the doorbell last.</summary>
    public int Head
    {
        get => Volatile.Read(ref _head);
        set => Volatile.Write(ref _head, value);
    }

    /// <summary>Where the next completion goes.</summary>
    public int Tail { get; set; }

    /// <summary>The phase bit of this round.</summary>
    public uint Phase { get; set; } = 1;

    /// <summary>How many completions there is room for.</summary>
    public int Room => (Head - Tail - 1 + Entries) % Entries;
}
