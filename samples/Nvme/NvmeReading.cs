using System.Diagnostics;
using System.Security.Cryptography;

namespace TopHalf.Samples.Nvme;

/// <summary>What a pass over the disk came to.</summary>
/// <param name="Sha256">Of all that was read, in hexadecimal.</param>
/// <param name="Reads">Commands.</param>
/// <param name="Interrupts">Signals of the I/O vectors meanwhile.</param>
/// <param name="Elapsed">While commands were in flight; what was read is hashed in between.</param>
internal sealed record NvmePass(string Sha256, long Reads, long Interrupts, TimeSpan Elapsed)
{
    public double ReadsPerSecond => Reads / Elapsed.TotalSeconds;

    public double InterruptsPerRead => (double)Interrupts / Reads;
}

/// <summary>Reads the disk from its first block on, a piece of memory at a time.</summary>
internal sealed class NvmeReading : IDisposable
{
    private const long Chunk = 1 << 20;

    private readonly NvmeDriver _driver;
    private readonly long _blocks;
    private readonly long _chunkBlocks;
    private readonly DmaBuffer _memory;

    /// <param name="driver">Started.</param>
    /// <param name="device">Its device.</param>
    /// <param name="blocks">How many.</param>
    /// <param name="blocksPerRead">Blocks of a command.</param>
    public NvmeReading(NvmeDriver driver, PciDevice device, long blocks, int blocksPerRead)
    {
        _driver = driver;
        _blocks = blocks;

        // Room for every depth, and whole commands.
        long bytesPerRead = (long)blocksPerRead * driver.Identity.BlockSize;
        long reads = Math.Max(driver.MaximumDepth, Chunk / bytesPerRead);
        _chunkBlocks = Math.Min(blocks, reads * blocksPerRead);
        _memory = device.AllocateDma(_chunkBlocks * driver.Identity.BlockSize);
    }

    /// <summary>Reads a little, so that what passes run is compiled before the first is timed.</summary>
    public void WarmUp(ReadWay way) => _ = _driver.Read(0, Math.Min(_chunkBlocks, 100L * way.BlocksPerRead), _memory, way);

    /// <summary>Reads all of it once.</summary>
    public NvmePass Pass(ReadWay way)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        long before = _driver.Interrupts;
        long reads = 0;
        long ticks = 0;
        for (long block = 0; block < _blocks; block += _chunkBlocks)
        {
            long count = Math.Min(_chunkBlocks, _blocks - block);
            long start = Stopwatch.GetTimestamp();
            reads += _driver.Read((ulong)block, count, _memory, way);
            ticks += Stopwatch.GetTimestamp() - start;
            hash.AppendData(_memory.AsSpan(0, (int)(count * _driver.Identity.BlockSize)));
        }

        return new NvmePass(
            Convert.ToHexStringLower(hash.GetHashAndReset()), reads, _driver.Interrupts - before, Stopwatch.GetElapsedTime(0, ticks));
    }

    public void Dispose() => _memory.Dispose();
}
