namespace TopHalf.Samples.Nvme;

/// <summary>The controller did not do what it was told; the message names the device, the command and the status.</summary>
public sealed class NvmeException : IOException
{
    /// <param name="device">The device's name.</param>
    /// <param name="command">The command, and what it was for.</param>
    /// <param name="status">How it ended.</param>
    public NvmeException(string device, string command, NvmeStatus status)
        : base($"{device}: {command} failed: {status}.")
        => Status = status;

    /// <param name="device">The device's name.</param>
    /// <param name="problem">A sentence.</param>
    public NvmeException(string device, string problem)
        : base($"{device}: {problem}")
    {
    }

    /// <summary>How the command ended; success where it was no command that failed.</summary>
    public NvmeStatus Status { get; }
}
