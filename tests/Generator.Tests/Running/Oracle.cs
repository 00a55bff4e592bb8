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
        InterruptStatistics generated;
        using (RegisterTrace trace = generatedDevice.StartTrace())
        {
            generated = driver.Run(generatedDevice, script);
            generatedTrace = [.. trace.Select(static a => a.ToString())];
        }

        var reference = new Reference(driver, referenceDevice, hasTopHalf: false);
        using RegisterTrace referenceTrace = referenceDevice.StartTrace();
        foreach (ScriptedEvent e in script)
        {
            reference.Run(e.Vector, $"signals {e.Signals} at {e.Timestamp}");
        }

        Assert.Equal(referenceTrace.Select(static a => a.ToString()), generatedTrace);
        Assert.Equal(reference.Log, driver.TakeLog());
        Assert.Equal(reference.Counts, Counts(generated));
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
        var reference = new Reference(driver, referenceDevice, hasTopHalf: true);
        SourceControl.Enable(reference.Manifest, referenceDevice);
        using RegisterTrace trace = device.StartTrace();
        using RegisterTrace referenceTrace = referenceDevice.StartTrace();
        foreach (int vector in vectors)
        {
            reference.Run(vector, "signals 1");
            device.TriggerVector(vector);
            int accesses = referenceTrace.Count;
            Assert.True(
                SpinWait.SpinUntil(() => trace.Count >= accesses && Counts(binding.Statistics) == reference.Counts, LoadedDriver.Deadline),
                $"vector {vector}: {trace.Count} of {accesses} accesses, {Counts(binding.Statistics)} of {reference.Counts} (handled, spurious, unclaimed, unsettled)\n"
                + string.Join("\n", referenceTrace.Zip(trace, static (expected, seen) => $"{expected} | {seen}").TakeLast(20)));
        }

        Assert.Equal(referenceTrace.Select(static a => a.ToString()), trace.Select(static a => a.ToString()));
        Assert.Equal(reference.Log, driver.TakeLog().Select(static line => line[..line.IndexOf(" at ", StringComparison.Ordinal)]));
    }

    /// <summary>A device with 4 KiB of memory in BARs 0 to 3 and of ports in 4 and 5.</summary>
    public static SimulatedDevice NewDevice(Action<SimulatedDevice>? prepare = null)
    {
        var options = new SimulatedDeviceOptions { VendorId = 0x1234, DeviceId = 0x5678, MsiXVectors = 2048 };
        for (int bar = 0; bar < 6; bar++)
        {
            options.Bars[bar] = new SimulatedBar(4096, IsPort: bar >= 4);
        }

        var device = new SimulatedDevice(options);
        prepare?.Invoke(device);
        return device;
    }

    private static (long Handled, long Spurious, long Unclaimed, long Unsettled) Counts(InterruptStatistics statistics) => (
        statistics.Handled,
        statistics.Spurious,
        statistics.Vectors.Sum(static v => v.Unclaimed),
        statistics.Vectors.Sum(static v => v.Unsettled));

    /// <summary>What the reference interpreter does for a driver.</summary>
    private sealed class Reference(LoadedDriver driver, SimulatedDevice device, bool hasTopHalf)
    {
        private long _handled;
        private long _spurious;
        private long _unclaimed;
        private long _unsettled;

        public DriverManifest Manifest { get; } = ManifestBinding.Bind(driver.NewDispatcher(), device);

        public List<string> Log { get; } = [];

        public (long Handled, long Spurious, long Unclaimed, long Unsettled) Counts => (_handled, _spurious, _unclaimed, _unsettled);

        public void Run(int vector, string end)
        {
            (HandlerManifest handler, VectorRange range) = Find(vector);
            StepOutcome outcome = StepInterpreter.Run(
                handler.Program,
                device,
                vector - range.First,
                call => Log.Add($"{call.Handler} vector {vector} index {call.Index} status {call.Status:X} {end}"),
                handlersLast: hasTopHalf);
            _handled += outcome.IsPending ? 1 : 0;
            _spurious += outcome.IsPending ? 0 : 1;
            _unclaimed += outcome.Unclaimed;
            _unsettled += outcome.IsSettled ? 0 : 1;
        }

        private (HandlerManifest Handler, VectorRange Range) Find(int vector)
        {
            foreach (HandlerManifest handler in Manifest.Handlers)
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
}
