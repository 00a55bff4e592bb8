using TopHalf;
using TopHalf.WarmUp.Drivers;

// shape, "on" or "off", least number of calls. Prints what the probe saw, a name and a number a line.
(string shape, bool warmUp, long calls) = (args[0], args[1] == "on", long.Parse(args[2], System.Globalization.CultureInfo.InvariantCulture));
using var device = new SimulatedDevice(new SimulatedDeviceOptions { VendorId = 1, MsiXVectors = 128, Bars = { [0] = new SimulatedBar(0x1000) } });
device.Poke(0, 0x10, 4, 5);
IProbed driver = Shapes.All[shape](device);
TimeSpan start = Environment.CpuUsage.TotalTime;
InterruptBinding binding = driver.EnableInterrupts(device, new InterruptOptions { WarmUp = warmUp });
TimeSpan bind = Environment.CpuUsage.TotalTime - start;
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

// Of the processor, since other work may share the machine. Once more, when all is compiled: what looking costs.
start = Environment.CpuUsage.TotalTime;
using (Shapes.All[shape](device).EnableInterrupts(device, new InterruptOptions { WarmUp = warmUp }))
{
    Console.WriteLine($"bind-again-milliseconds {(Environment.CpuUsage.TotalTime - start).TotalMilliseconds:F1}");
}
