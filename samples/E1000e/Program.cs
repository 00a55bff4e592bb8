using TopHalf;
using TopHalf.Samples;
using TopHalf.Samples.E1000e;

if (args is ["--help"] or ["-h"])
{
    Console.WriteLine(E1000eOptions.Usage);
    return 0;
}

return Ending.Of(() => Run(E1000eOptions.Parse(args)), E1000eOptions.Usage, Console.Error);

static int Run(E1000eOptions options)
{
    using PciDevice card = options.Address is { } address ? VfioDevice.Open(address) : Simulated();
    var driver = new E1000eDriver(card);
    driver.Prepare();
    Console.WriteLine($"{card.Name}: MAC address {driver.Address}");
    using InterruptBinding interrupts = driver.EnableInterrupts(card, Checking.Options(options.TopHalf));
    Ending.With(interrupts, () =>
    {
        TestVectors(driver, options.Rounds);
        driver.Start();
        Question.Ask(driver, options.Wanted, options.Mine, TimeSpan.FromSeconds(options.Seconds));
        return 0;
    });
    foreach (VectorStatistics vector in interrupts.Statistics.Vectors)
    {
        Console.WriteLine($"vector {vector.Vector} ({vector.Handler}): {vector.Signals} signals, {vector.Handled} handled, {vector.Spurious} spurious");
    }

    return 0;
}

static PciDevice Simulated()
{
    var gateway = new ArpResponder(new System.Net.IPAddress([10, 0, 2, 2]));
    return new SimulatedE1000e(gateway.Take);
}

// Before frames come, so that what a handler has counted was raised here.
static void TestVectors(E1000eDriver driver, int rounds)
{
    for (int vector = 0; vector < E1000eDriver.VectorCount; vector++)
    {
        long before = driver.Handled(vector);
        for (int round = 0; round < rounds; round++)
        {
            driver.Raise(vector);
        }

        Console.WriteLine($"vector {vector}: {rounds} raised through ICS, {driver.Handled(vector) - before} handled");
    }
}
