using TopHalf;
using TopHalf.Samples;
using TopHalf.Samples.Xdma;

if (args is ["--help"] or ["-h"])
{
    Console.WriteLine(XdmaOptions.Usage);
    return 0;
}

return Ending.Of(() => Run(XdmaOptions.Parse(args)), XdmaOptions.Usage, Console.Error);

static int Run(XdmaOptions options) => options.Address is { } address ? RunReal(address, options) : RunSimulated(options);

static int RunSimulated(XdmaOptions options)
{
    using var card = new SimulatedXdma();
    var driver = new XdmaDriver(card);
    driver.Prepare();
    using InterruptBinding interrupts = driver.EnableInterrupts(card, Checking.Options(options.TopHalf));
    Console.WriteLine($"{card.Name}: interrupt block 0x{driver.InterruptBlock:X8}, {XdmaDriver.Channels} channels each way");

    // As if somebody had enabled a source of the logic that this driver knows nothing of.
    card.GetBar(1).Write32(XdmaRegisters.UserEnableSet, 1 << 9);
    int wrong = Ending.With(interrupts, () =>
    {
        int wrong = Transfers.Run(driver, options.Rounds, card.Happen);
        Transfers.AwaitUserEvents(driver, options.Rounds);
        return wrong;
    });
    Transfers.Print(driver, options.Rounds, wrong);
    Transfers.Print(card, driver, options.Rounds, interrupts.Statistics);
    return wrong == 0 ? 0 : 1;
}

static int RunReal(string address, XdmaOptions options)
{
    using PciDevice card = VfioDevice.Open(address);
    var driver = new XdmaDriver(card);
    if (!driver.IsSupported)
    {
        throw new IOException($"{card.Name}: BAR 1 has no DMA subsystem of Xilinx's with {XdmaDriver.Channels} channels each way.");
    }

    driver.Prepare();
    using InterruptBinding interrupts = driver.EnableInterrupts(card, Checking.Options(options.TopHalf));
    int wrong = Ending.With(interrupts, () => Transfers.Run(driver, options.Rounds, happen: null));
    Transfers.Print(driver, options.Rounds, wrong);
    return wrong == 0 ? 0 : 1;
}
