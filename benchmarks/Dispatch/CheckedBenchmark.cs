using BenchmarkDotNet.Attributes;
using TopHalf.Benchmarks.DispatchDrivers;
using TopHalf.CompilerServices;

namespace TopHalf.Benchmarks.Dispatch;

/// <summary>What <see cref="InterruptOptions.Checked"/> adds to an event, per event: the same loop over the same events, looked at and not.</summary>
[MemoryDiagnoser]
public class CheckedBenchmark
{
    private const int Events = 100_000;

    private readonly SimulatedDevice _device = new(new SimulatedDeviceOptions { VendorId = 1 });
    private InterruptReplay? _replay;

    /// <summary>Whether somebody looks.</summary>
    [Params(false, true)]
    public bool Checked { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        InterruptDispatcher dispatcher = new Driver4().Dispatcher;
        DriverManifest manifest = dispatcher.Manifest;
        int[] vectors = manifest.DeclaredVectors();
        var receiver = new ReplayReceiver(_device, vectors, EventOrder.Random.Make(Events, vectors.Length))
        {
            Checks = Checked ? new HandlerChecks(vectors.Length, limit: null, static (_, offence) => throw new InvalidOperationException($"{offence}")) : null,
        };
        receiver.GuardAgainstStorms(manifest, rate: 0, found: null);
        dispatcher.Attach(_device, manifest);
        _ = WarmUp.Prepare((Action<InterruptReceiver>)dispatcher.Run, [receiver, _device]);
        _replay = new InterruptReplay(dispatcher, receiver);
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        _replay?.Dispose();
        _device.Dispose();
    }

    [Benchmark(OperationsPerInvoke = Events, Description = "TopHalf")]
    public void Run() => _replay!.Run();
}
