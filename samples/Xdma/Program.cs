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
    return options.Address is { } address ? Identify(address) : RunSimulated(options);
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
    int wrong = Transfers.Run(card, driver, options.Rounds);
    Transfers.AwaitUserEvents(driver, options.Rounds);
    interrupts.Dispose();
    interrupts.Completion.GetAwaiter().GetResult();
    Transfers.Print(card, driver, options.Rounds, wrong, interrupts.Statistics);
    return wrong == 0 ? 0 : 1;
}

static int Identify(string address)
{
    using PciDevice card = VfioDevice.Open(address);
    Bar dma = card.GetBar(1);
    foreach ((string name, uint block) in new[] { ("interrupts", XdmaRegisters.Interrupts), ("to the card", XdmaRegisters.ToCard), ("from the card", XdmaRegisters.FromCard) })
    {
        Console.WriteLine($"{card.Name}: {name,-14} 0x{dma.Read32(block):X8}");
    }

    bool isOurs = dma.Read32(XdmaRegisters.Interrupts) >> 16 == 0x1FC2;
    Console.WriteLine(isOurs ? "a DMA subsystem of Xilinx's" : "no DMA subsystem of Xilinx's in BAR 1");
    return isOurs ? 0 : 1;
}
