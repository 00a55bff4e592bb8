using TopHalf;
using TopHalf.Samples;
using TopHalf.Samples.Nvme;

if (args is ["--help"] or ["-h"])
{
    Console.WriteLine(NvmeOptions.Usage);
    return 0;
}

return Ending.Of(() => Run(NvmeOptions.Parse(args)), "", Console.Error);

static int Run(NvmeOptions options)
{
    // Last to first: the binding's end resets the controller, then its queues are freed, then the device is closed.
    using PciDevice device = options.Device is { } address ? VfioDevice.Open(address) : new SimulatedNvme();
    using var driver = new NvmeDriver(device);
    using InterruptBinding interrupts = driver.EnableInterrupts(device, Checking.Options());
    return Ending.With(interrupts, () =>
    {
        driver.Start();
        return Read(driver, device, options);
    });
}

static int Read(NvmeDriver driver, PciDevice device, NvmeOptions options)
{
    NvmeIdentity disk = driver.Identity;
    Console.WriteLine($"{device.Name}: NVMe {driver.Version}, model '{disk.Model}', serial '{disk.Serial}', firmware '{disk.Firmware}'");
    Console.WriteLine($"namespace 1: {disk.Blocks:#,0} blocks of {disk.BlockSize} bytes");
    long blocks = BlocksOf(disk, options);
    List<NvmePass> passes = ReadAtEveryDepth(driver, device, blocks, options);
    passes.Add(ReadInLargePieces(driver, device, blocks));
    string[] others = [.. passes.Select(static pass => pass.Sha256).Where(hash => hash != passes[0].Sha256).Distinct()];
    if (others.Length > 0)
    {
        Console.WriteLine($"not all passes read the same: there was {string.Join(" and ", others)} too");
    }

    return others.Length == 0 ? 0 : 1;
}

static List<NvmePass> ReadAtEveryDepth(NvmeDriver driver, PciDevice device, long blocks, NvmeOptions options)
{
    using var reading = new NvmeReading(driver, device, blocks, options.BlocksPerRead);
    foreach (bool polled in (bool[])[false, true])
    {
        reading.WarmUp(new ReadWay(1, options.BlocksPerRead, options.Queues, polled));
    }

    List<NvmePass> passes = [];
    for (int depth = 1; depth <= driver.MaximumDepth; depth *= 2)
    {
        var way = new ReadWay(depth, options.BlocksPerRead, options.Queues);
        NvmePass interrupted = reading.Pass(way);
        NvmePass polled = reading.Pass(way with { Polled = true });
        if (passes.Count == 0)
        {
            Console.WriteLine($"sha256 {interrupted.Sha256} of {blocks:#,0} blocks, {options.BlocksPerRead * driver.Identity.BlockSize:#,0} bytes a read");
            Console.WriteLine("depth   by interrupt: reads/s  interrupts/read   polled: reads/s  interrupts/read");
        }

        Console.WriteLine(
            $"{depth,5}   {interrupted.ReadsPerSecond,21:#,0}  {interrupted.InterruptsPerRead,15:0.000}   " +
            $"{polled.ReadsPerSecond,15:#,0}  {polled.InterruptsPerRead,15:0.000}");
        passes.AddRange([interrupted, polled]);
    }

    return passes;
}

// Commands with lists of pages, over all queues.
static NvmePass ReadInLargePieces(NvmeDriver driver, PciDevice device, long blocks)
{
    const long Large = 128 * 1024;
    int bytes = (int)Math.Min(Large, driver.Identity.MaximumTransfer);
    var way = new ReadWay(driver.MaximumDepth, bytes / driver.Identity.BlockSize, NvmeDriver.IoQueues);
    using var reading = new NvmeReading(driver, device, blocks, way.BlocksPerRead);
    NvmePass pass = reading.Pass(way);
    double mebibytes = (double)blocks * driver.Identity.BlockSize / (1 << 20);
    Console.WriteLine(
        $"{bytes:#,0} bytes a read, {way.Depth} over {way.Queues} queues by interrupt: {mebibytes / pass.Elapsed.TotalSeconds:#,0} MiB/s, " +
        $"{pass.InterruptsPerRead:0.000} interrupts/read");
    return pass;
}

static long BlocksOf(NvmeIdentity disk, NvmeOptions options)
{
    if (options.Blocks > disk.Blocks)
    {
        throw new FormatException($"--blocks: the namespace has {disk.Blocks:#,0} blocks, not {options.Blocks:#,0}.");
    }

    long bytes = (long)options.BlocksPerRead * disk.BlockSize;
    return bytes <= disk.MaximumTransfer
        ? (long)(options.Blocks ?? disk.Blocks)
        : throw new FormatException($"--blocks-per-read: a command of this controller moves {disk.MaximumTransfer:#,0} bytes at most, not {bytes:#,0}.");
}
