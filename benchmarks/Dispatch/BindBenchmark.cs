using BenchmarkDotNet.Attributes;
using TopHalf.Benchmarks.DispatchDrivers;
using TopHalf.CompilerServices;

namespace TopHalf.Benchmarks.Dispatch;

/// <summary>Enabling and disposing: eventfds, threads, checks, and what is made for each vector. The driver was bound before.</summary>
[MemoryDiagnoser]
public class BindBenchmark
{
    private SimulatedDevice? _device;
    private InterruptDispatcher? _dispatcher;

    /// <summary>How many vectors, each with its own handler, on one thread.</summary>
    [Params(4, 64, 2048)]
    public int Vectors { get; set; }

    /// <summary>Who runs the steps before the handlers.</summary>
    [Params(TopHalfMode.Managed, TopHalfMode.Native)]
    public TopHalfMode TopHalf { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _device = new SimulatedDevice(new SimulatedDeviceOptions { VendorId = 1, MsiXVectors = Vectors });
        _dispatcher = Vectors switch
        {
            4 => new Driver4().Dispatcher,
            64 => new Driver64().Dispatcher,
            _ => new Driver2048().Dispatcher,
        };
        EnableAndDispose();
    }

    [GlobalCleanup]
    public void Cleanup() => _device?.Dispose();

    [Benchmark(Description = "enable and dispose")]
    public void EnableAndDispose() => _dispatcher!.Enable(_device!, new InterruptOptions { TopHalf = TopHalf }).Dispose();
}
