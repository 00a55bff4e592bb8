namespace TopHalf.Samples.Xdma;

/// <summary>What a handler tells of its channel to who waits for a transfer.</summary>
public sealed class Engine
{
    private long _interrupts;
    private long _finished;
    private long _errors;

    /// <summary>How often the channel has interrupted.</summary>
    public long Interrupts => Volatile.Read(ref _interrupts);

    /// <summary>Transfers that have ended, well or not.</summary>
    public long Finished => Volatile.Read(ref _finished);

    /// <summary>Error bits of the status of the last transfer; 0 for none.</summary>
    public long Errors => Volatile.Read(ref _errors);

    /// <summary>Called by the handler, with the events.</summary>
    internal void Interrupted(ulong status)
    {
        Volatile.Write(ref _interrupts, _interrupts + 1);
        if ((status & (XdmaRegisters.Stopped | XdmaRegisters.Errors)) != 0)
        {
            Volatile.Write(ref _errors, (long)(status & XdmaRegisters.Errors));
            Volatile.Write(ref _finished, _finished + 1);
        }
    }
}
