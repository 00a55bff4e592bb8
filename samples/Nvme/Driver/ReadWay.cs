namespace TopHalf.Samples.Nvme;

/// <summary>How to read.</summary>
/// <param name="Depth">Commands in flight, over all queues.</param>
/// <param name="BlocksPerRead">Blocks of a command.</param>
/// <param name="Queues">How many queues take turns; a queue that is polled is alone.</param>
/// <param name="Polled">Looks for completions itself, instead of waiting for interrupts.</param>
public readonly record struct ReadWay(int Depth, int BlocksPerRead, int Queues = 1, bool Polled = false)
{
    /// <exception cref="ArgumentOutOfRangeException">The controller or the driver does not allow it.</exception>
    internal void Check(NvmeDriver driver)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Depth, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Depth, driver.MaximumDepth);
        ArgumentOutOfRangeException.ThrowIfLessThan(Queues, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Queues, NvmeDriver.IoQueues);
        ArgumentOutOfRangeException.ThrowIfLessThan(BlocksPerRead, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((long)BlocksPerRead * driver.Identity.BlockSize, driver.Identity.MaximumTransfer);
    }
}
