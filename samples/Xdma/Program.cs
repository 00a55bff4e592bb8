using TopHalf;
using TopHalf.Samples.Xdma;

if (args is ["--help"] or ["-h"])
{
    Console.WriteLine(XdmaOptions.Usage);
    return 0;
}

try
{
    XdmaOptions options = XdmaOptions.Parse(args);
    return options.Address is { } address ? RunReal(address, options) : RunSimulated(options);
}
catch (FormatException e)
{
    Console.Error.WriteLine($"{e.Message}\n\n{XdmaOptions.Usage}");
    return 2;
}
catch (Exception e) when (e is IOException or TimeoutException or PlatformNotSupportedException or InterruptHandlerException)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}

static int RunSimulated(XdmaOptions options)
{
    using var card = new SimulatedXdma();
    var driver = new XdmaDriver(card);
    driver.Prepare();
    using InterruptBinding interrupts = driver.EnableInterrupts(card, new InterruptOptions { TopHalf = options.TopHalf });
    Console.WriteLine($"{card.Name}: interrupt block 0x{driver.InterruptBlock:X8}, {XdmaDriver.Channels} channels each way");

    // As if somebody had enabled a source of the logic that this driver knows nothing of.
    card.GetBar(1).Write32(XdmaRegisters.UserEnableSet, 1 << 9);
    int wrong = Transfers.Run(driver, options.Rounds, card.Happen);
    Transfers.AwaitUserEvents(driver, options.Rounds);
    interrupts.Dispose();
    interrupts.Completion.GetAwaiter().GetResult();
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
    using InterruptBinding interrupts = driver.EnableInterrupts(card, new InterruptOptions { TopHalf = options.TopHalf });
    int wrong = Transfers.Run(driver, options.Rounds, happen: null);
    interrupts.Dispose();
    interrupts.Completion.GetAwaiter().GetResult();
    Transfers.Print(driver, options.Rounds, wrong);
    return wrong == 0 ? 0 : 1;
}
