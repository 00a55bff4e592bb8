using TopHalf;
using TopHalf.Samples;
using TopHalf.Samples.Ivshmem;

if (args is ["--help"] or ["-h"])
{
    Console.WriteLine(IvshmemOptions.Usage);
    return 0;
}

return Ending.Of(() => Run(IvshmemOptions.Parse(args)), IvshmemOptions.Usage, Console.Error);

static int Run(IvshmemOptions options)
{
    if (options.Address is { } address)
    {
        using PciDevice real = VfioDevice.Open(address);
        return RunCard(real, options);
    }

    using var card = new SimulatedIvshmem();
    using var peer = new SimulatedPeer(card);
    return RunCard(card, options);
}

static int RunCard(PciDevice card, IvshmemOptions options)
{
    var driver = new IvshmemDriver(card, TimeSpan.FromSeconds(options.Seconds));
    driver.Prepare();
    Console.WriteLine($"{card.Name}: we are {driver.Position}, the peer is {driver.PeerPosition}");
    using InterruptBinding interrupts = driver.EnableInterrupts(card, Checking.Options(options.TopHalf));
    Ending.With(interrupts, () =>
    {
        driver.Exchange(options.Rings);
        return 0;
    });
    int wrong = 0;
    for (int vector = 0; vector < SharedLayout.Vectors; vector++)
    {
        VectorCount count = driver.CountOf(vector);
        bool isRight = count.Seen == options.Rings && count.Backwards == 0;
        wrong += isRight ? 0 : 1;
        Console.WriteLine(
            $"vector {vector}: rung {options.Rings} times, {count.Seen} numbers seen in {count.Interrupts} interrupts, {count.RungBack} rung back and heard" +
            (isRight ? "" : $", wrong: {count.Backwards} numbers went back"));
    }

    foreach (VectorStatistics vector in interrupts.Statistics.Vectors)
    {
        Console.WriteLine(
            $"vector {vector.Vector} ({vector.Handler}): {vector.Signals} signals, {vector.Handled} handled, " +
            $"{vector.Coalesced} coalesced, {vector.Spurious} spurious");
    }

    return wrong == 0 ? 0 : 1;
}
