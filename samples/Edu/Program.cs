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
    var driver = new EduDriver(device);
    using InterruptBinding interrupts = driver.EnableInterrupts(device);
    Console.WriteLine($"{device.Name}: id 0x{driver.Id:X8}, {(driver.IsAlive(0x1234_5678) ? "alive" : "does not answer")}");
    return Ending.With(interrupts, () => Compute(driver, options, interrupts));
}

static int Compute(EduDriver driver, EduOptions options, InterruptBinding interrupts)
{
    int wrong = 0;
    for (int i = 1; i <= options.Count; i++)
    {
        uint n = ((uint)i - 1) % 12 + 1; // 12! is the last that 32 bits hold
        uint product = driver.Factorial(n);
        bool right = product == Expected(n);
        wrong += right ? 0 : 1;
        if (!options.Quiet || !right)
        {
            Console.WriteLine(
                $"interrupt {i,5}: vector 0, status 0x{driver.LastStatus:X8}: {n}! = {product}{(right ? "" : $", wrong: expected {Expected(n)}")}");
        }
    }

    Console.WriteLine($"{options.Count} factorials, {wrong} wrong");
    foreach (VectorStatistics vector in interrupts.Statistics.Vectors)
    {
        Console.WriteLine(
            $"vector {vector.Vector} ({vector.Handler}): {vector.Signals} signals, {vector.Handled} handled, " +
            $"{vector.Coalesced} coalesced, {vector.Spurious} spurious");
    }

    return wrong == 0 ? 0 : 1;
}

static uint Expected(uint n) => n < 2 ? 1 : n * Expected(n - 1);
