using TopHalf;
using TopHalf.Samples;
using TopHalf.Samples.Emu10k1;

if (args is ["--help"] or ["-h"])
{
    Console.WriteLine(Emu10k1Options.Usage);
    return 0;
}

return Ending.Of(() => Run(Emu10k1Options.Parse(args)), Emu10k1Options.Usage, Console.Error);

static int Run(Emu10k1Options options) => options.Address is { } address ? RunReal(address, options) : RunSimulated(options);

static int RunSimulated(Emu10k1Options options)
{
    using var card = new SimulatedEmu10k1(enabledByFirmware: Ports.EnableUnhandled);
    var driver = new Emu10k1Driver(card);
    foreach (Voice voice in Song.Voices)
    {
        driver.Start(voice);
    }

    driver.EnableSources(Song.TimerPeriods);
    using InterruptBinding interrupts = driver.EnableInterrupts(card, Checking.Options(options.TopHalf));
    Console.WriteLine($"{card.Name}: {Song.Voices.Count} channels, {options.Periods} sample periods");
    uint enabled = Ending.With(interrupts, () =>
    {
        Song.Play(card, driver, options.Periods, interrupts);
        return card.Enabled;
    });
    return Report.Print(card, driver, interrupts.Statistics[0], enabled);
}

static int RunReal(string address, Emu10k1Options options)
{
    const int Periods = 480; // 100 a second
    using PciDevice card = VfioDevice.Open(address);
    var driver = new Emu10k1Driver(card);
    driver.EnableSources(Periods);
    using InterruptBinding interrupts = driver.EnableInterrupts(card, Checking.Options(options.TopHalf));
    TimeSpan patience = TimeSpan.FromSeconds(5 + (options.Ticks / 50));
    bool hasTicked = Ending.With(interrupts, () => SpinWait.SpinUntil(
        () => interrupts.Completion.IsCompleted || driver.Handled[Source.Tick] >= options.Ticks, patience));
    Report.Print(driver, interrupts.Statistics[0]);
    return hasTicked ? 0 : throw new TimeoutException($"{card.Name}: the timer ticked {driver.Handled[Source.Tick]} times in {patience.TotalSeconds} s.");
}
