using TopHalf;
using TopHalf.Samples;
using TopHalf.Samples.Edu;

if (args is ["--help"] or ["-h"])
{
    Console.WriteLine(EduOptions.Usage);
    return 0;
}

return Ending.Of(() => Run(EduOptions.Parse(args)), EduOptions.Usage, Console.Error);

static int Run(EduOptions options)
{
    using PciDevice device = options.Device is { } address ? VfioDevice.Open(address) : new SimulatedEdu();
    if (options.Line)
    {
        var byLine = new EduLineDriver(device);
        return RunCard(byLine.Card, device, () => byLine.EnableInterrupts(device, Checking.Options()), options);
    }

    if (options.Transfers > 0)
    {
        var byMessage = new EduMessageDriver(device);
        return RunCard(byMessage.Card, device, () => byMessage.EnableInterrupts(device, Checking.Options()), options);
    }

    var driver = new EduDriver(device);
    using InterruptBinding interrupts = driver.EnableInterrupts(device, Checking.Options());
    Console.WriteLine(Work.Greeting(device, driver.Id, driver.IsAlive(0x1234_5678)));
    bool right = Ending.With(interrupts, () => Work.Compute(driver.Factorial, () => driver.LastStatus, options));
    Work.Print(interrupts.Statistics);
    return right ? 0 : 1;
}

static int RunCard(EduCard card, PciDevice device, Func<InterruptBinding> enable, EduOptions options)
{
    using InterruptBinding interrupts = enable();
    Console.WriteLine(Work.Greeting(device, card.Id, card.IsAlive(0x1234_5678)));
    bool right = Ending.With(
        interrupts, () => Work.Compute(card.Factorial, () => card.LastStatus, options) & Work.Transfer(card, options));
    Work.Print(interrupts.Statistics);
    return right ? 0 : 1;
}
