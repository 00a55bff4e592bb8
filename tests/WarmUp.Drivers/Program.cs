using System.Diagnostics;
using TopHalf;
using TopHalf.WarmUp.Drivers;

// shape, "on" or "off", least number of calls. Prints what the probe saw, a name and a number a line.
(string shape, bool warmUp, long calls) = (args[0], args[1] == "on", long.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture));
using var device = new SimulatedDevice(new SimulatedDeviceOptions { VendorId = 1, MsiXVectors = 128, Bars = { [0] = new SimulatedBar(0x1000) } });
device.Poke(0, 0x10, 4, 5);
IProbed driver = Shapes.All[shape](device);
long start = Stopwatch.GetTimestamp();
InterruptBinding binding = driver.EnableInterrupts(device, new InterruptOptions { WarmUp = warmUp });
TimeSpan bind = Stopwatch.GetElapsedTime(start);
using (binding)
{
    while (driver.Probe.Calls < calls && !binding.Completion.IsCompleted)
    {
        for (int vector = 0; vector < driver.Vectors; vector++)
        {
            device.Raise(vector);
        }
    }
}

await binding.Completion;
Probe probe = driver.Probe;
Console.WriteLine($"at-entry {probe.AtEntry}");
Console.WriteLine($"at-first {probe.AtFirst}");
Console.WriteLine($"at-last {probe.AtLast}");
Console.WriteLine($"all-settled {probe.AllAtSettled}");
Console.WriteLine($"all-last {probe.AllAtLast}");
Console.WriteLine($"initialised {Initialised.All}");
Console.WriteLine($"initialised-late {Initialised.OnReceiveThreads}");
Console.WriteLine($"bind-milliseconds {(long)bind.TotalMilliseconds}");

// Once more, when all is compiled: what looking costs.
start = Stopwatch.GetTimestamp();
using (Shapes.All[shape](device).EnableInterrupts(device, new InterruptOptions { WarmUp = warmUp }))
{
    Console.WriteLine($"bind-again-milliseconds {Stopwatch.GetElapsedTime(start).TotalMilliseconds:F1}");
}
