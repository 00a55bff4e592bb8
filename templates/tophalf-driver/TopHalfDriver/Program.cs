using TopHalf;
using TopHalfDriver;

if (args.Length > 1)
{
    Console.Error.WriteLine("One argument at most: the address of the card, as 0000:00:05.0; without one, the simulated card runs.");
    return 2;
}

try
{
    // Without an argument the simulated card; with one, a real card that is bound to vfio-pci: 0000:00:05.0
    using PciDevice device = args is [var address] ? VfioDevice.Open(address) : new SimulatedCard();
    var driver = new CardDriver(device);
    using InterruptBinding interrupts = driver.EnableInterrupts(device);

    for (int channel = 0; channel < CardDriver.Channels; channel++)
    {
        driver.Start(channel);
        bool done = SpinWait.SpinUntil(() => driver.Completed(channel) > 0 || interrupts.Completion.IsCompleted, TimeSpan.FromSeconds(2));
        Console.WriteLine($"channel {channel}: {(done ? "done" : "no interrupt")}");
    }

    // A handler that threw is told here, and not lost.
    interrupts.Dispose();
    await interrupts.Completion;
    Console.WriteLine($"interrupts handled: {interrupts.Statistics.Handled}");
    return 0;
}
catch (Exception e) when (e is PciDeviceException or InterruptHandlerException or FormatException)
{
    // A whole sentence: which device, which call, why, and how to mend it.
    Console.Error.WriteLine(e.Message);
    return 1;
}
