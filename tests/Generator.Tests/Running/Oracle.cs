namespace TopHalf.Generator.Tests.Running;

/// <summary>
/// Holds generated code against the reference interpreter: on two devices with the same registers, the one does to its registers
/// and handlers exactly what the other does, access by access.
/// </summary>
internal static class Oracle
{
    /// <summary>Runs a script on both sides, from the same register contents.</summary>
    public static void Compare(LoadedDriver driver, Action<SimulatedDevice> prepare, params ScriptedEvent[] script)
    {
        using SimulatedDevice generatedDevice = NewDevice(prepare);
        using SimulatedDevice referenceDevice = NewDevice(prepare);

        string[] generatedTrace;
        long generatedSpurious;
        using (RegisterTrace trace = generatedDevice.StartTrace())
        {
            generatedSpurious = driver.Run(generatedDevice, script);
            generatedTrace = [.. trace.Select(static a => a.ToString())];
        }

        var log = new List<string>();
        long spurious = 0;
        using RegisterTrace reference = referenceDevice.StartTrace();
        foreach (ScriptedEvent e in script)
        {
            (HandlerManifest handler, VectorRange range) = Find(driver.Manifest, e.Vector);
            bool handled = StepInterpreter.Run(handler.Program, referenceDevice, status => log.Add(
                $"{handler.Name} vector {e.Vector} index {e.Vector - range.First} status {status:X} signals {e.Signals} at {e.Timestamp}"));
            spurious += handled ? 0 : 1;
        }

        Assert.Equal(reference.Select(static a => a.ToString()), generatedTrace);
        Assert.Equal(log, driver.TakeLog());
        Assert.Equal(spurious, generatedSpurious);
    }

    /// <summary>
    /// The same for a native top half: the vectors arrive one by one, and the next one comes when all is done that the reference
    /// does for this one.
    /// </summary>
    public static void CompareTopHalf(LoadedDriver driver, Action<SimulatedDevice> prepare, params int[] vectors)
    {
        using SimulatedDevice device = NewDevice(prepare);
        using SimulatedDevice referenceDevice = NewDevice(prepare);
        using InterruptBinding binding = driver.Enable(device, new InterruptOptions { TopHalf = TopHalfMode.Native });
        SourceControl.Enable(driver.Manifest, referenceDevice);

        var log = new List<string>();
        using RegisterTrace trace = device.StartTrace();
        using RegisterTrace reference = referenceDevice.StartTrace();
        long handled = 0;
        long spurious = 0;
        foreach (int vector in vectors)
        {
            (HandlerManifest handler, VectorRange range) = Find(driver.Manifest, vector);
            bool isHandled = StepInterpreter.Run(handler.Program, referenceDevice, status => log.Add(
                $"{handler.Name} vector {vector} index {vector - range.First} status {status:X} signals 1"));
            handled += isHandled ? 1 : 0;
            spurious += isHandled ? 0 : 1;
            device.TriggerVector(vector);
            int accesses = reference.Count;
            Assert.True(
                SpinWait.SpinUntil(
                    () => trace.Count >= accesses && binding.Statistics is var seen && seen.Handled == handled && seen.Spurious == spurious,
                    LoadedDriver.Deadline),
                $"vector {vector}: {trace.Count} of {accesses} accesses, {binding.Statistics.Handled} of {handled} handled");
        }

        Assert.Equal(reference.Select(static a => a.ToString()), trace.Select(static a => a.ToString()));
        Assert.Equal(log, driver.TakeLog().Select(static line => line[..line.IndexOf(" at ", StringComparison.Ordinal)]));
    }

    /// <summary>A device with 256 bytes of memory in BARs 0 to 3 and of ports in 4 and 5.</summary>
    public static SimulatedDevice NewDevice(Action<SimulatedDevice>? prepare = null)
    {
        var options = new SimulatedDeviceOptions { VendorId = 0x1234, DeviceId = 0x5678, MsiXVectors = 2048 };
        for (int bar = 0; bar < 6; bar++)
        {
            options.Bars[bar] = new SimulatedBar(256, IsPort: bar >= 4);
        }

        var device = new SimulatedDevice(options);
        prepare?.Invoke(device);
        return device;
    }

    private static (HandlerManifest Handler, VectorRange Range) Find(DriverManifest manifest, int vector)
    {
        foreach (HandlerManifest handler in manifest.Handlers)
        {
            foreach (VectorRange range in handler.Vectors)
            {
                if (vector >= range.First && vector < range.End)
                {
                    return (handler, range);
                }
            }
        }

        throw new ArgumentOutOfRangeException(nameof(vector), vector, "No handler has it.");
    }
}
