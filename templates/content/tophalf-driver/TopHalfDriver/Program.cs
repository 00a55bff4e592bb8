using TopHalf;
using TopHalfDriver;

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
Console.WriteLine($"{interrupts.Statistics.Handled} interrupts handled");
