namespace TopHalf.Samples.Nvme;

/// <summary>CAP, the register that says what a controller can do (NVM Express 1.4, section 3.1.1).</summary>
public readonly record struct NvmeCapabilities(ulong Value)
{
    /// <summary>MQES: how many entries a queue may have.</summary>
    public int MaximumEntries => (int)(Value & 0xFFFF) + 1;

    /// <summary>TO: how long getting ready, and getting out of it, may take.</summary>
    public TimeSpan ReadyTimeout => TimeSpan.FromMilliseconds(500 * Math.Max(1, (Value >> 24) & 0xFF));

    /// <summary>DSTRD: bytes from one doorbell to the next.</summary>
    public int DoorbellStride => 4 << (int)((Value >> 32) & 0xF);

    /// <summary>CSS: whether the NVM command set is there.</summary>
    public bool HasNvmCommands => (Value >> 37 & 1) != 0;

    /// <summary>MPSMIN: bytes of the smallest page of memory that it can be set to.</summary>
    public long MinimumPage => 4096L << (int)((Value >> 48) & 0xF);
}
