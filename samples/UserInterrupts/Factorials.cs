using TopHalf.Samples.Edu;

namespace TopHalf.Samples.UserInterrupts;

/// <summary>The Edu driver, whose interrupts arrive as a bit in memory that the simulated card sets.</summary>
internal static class Factorials
{
    public static int Compute(UserInterruptOptions options)
    {
        using PciDevice device = new SimulatedEdu();
        var driver = new EduDriver(device);
        InterruptOptions receiving = Checking.Options();
        receiving.Delivery = InterruptDelivery.Software;
        receiving.WaitMode = options.WaitMode;
        using InterruptBinding interrupts = driver.EnableInterrupts(device, receiving);
        foreach (ThreadDelivery delivery in interrupts.Deliveries)
        {
            Console.WriteLine($"{device.Name}: {delivery}");
        }

        int wrong = Ending.With(interrupts, () =>
        {
            int different = 0;
            for (int i = 0; i < options.Count; i++)
            {
                uint n = ((uint)i % 12) + 1; // 12! is the last that 32 bits hold
                different += driver.Factorial(n) == Expected(n) ? 0 : 1;
            }

            return different;
        });
        VectorStatistics vector = interrupts.Statistics[0];
        Console.WriteLine(
            $"{options.Count} factorials, {wrong} wrong; vector 0: {vector.Signals} signals, {vector.Handled} handled, {vector.Coalesced} coalesced, {vector.Spurious} spurious");
        return wrong == 0 ? 0 : 1;
    }

    private static uint Expected(uint n) => n < 2 ? 1 : n * Expected(n - 1);
}
