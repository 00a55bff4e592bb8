using BenchmarkDotNet.Attributes;
using TopHalf.CompilerServices;

namespace TopHalf.Benchmarks.Dispatch;

/// <summary>From an event to the handler's end: generated C# beside a switch in C and a table of delegates. Per event.</summary>
[MemoryDiagnoser]
public unsafe class DispatchBenchmark
{
    private const int Events = 100_000;

    private readonly SimulatedDevice _device = new(new SimulatedDeviceOptions { VendorId = 1 });
    private InterruptEvent[] _events = [];
    private NativeEvent[] _nativeEvents = [];
    private DelegateDispatch _delegates = new([]);
    private InterruptDispatcher? _generated;
    private delegate* unmanaged<NativeEvent*, long, void> _native;

    /// <summary>How many vectors, each with its own handler; they arrive in random order.</summary>
    [Params(4, 32, 64)]
    public int Vectors { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        // The same order in every run and for every rival.
        var random = new Random(1);
        int[] sequence = [.. Enumerable.Range(0, Events).Select(_ => random.Next(Vectors))];
        _events = [.. sequence.Select(static vector => new InterruptEvent(vector, 1, 0))];
        _nativeEvents = [.. sequence.Select(static vector => new NativeEvent { Vector = vector, Signals = 1 })];
        _native = NativeDispatch.Find($"dispatch{Vectors}");
        (_generated, _delegates) = Vectors switch
        {
            4 => Rivals(new Driver4().Dispatcher, new Driver4().Handlers),
            32 => Rivals(new Driver32().Dispatcher, new Driver32().Handlers),
            _ => Rivals(new Driver64().Dispatcher, new Driver64().Handlers),
        };
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Events, Description = "C switch")]
    public void Native()
    {
        fixed (NativeEvent* events = _nativeEvents)
        {
            _native(events, Events);
        }
    }

    /// <summary>The receiver's counting is in it, as it is in a binding.</summary>
    [Benchmark(OperationsPerInvoke = Events, Description = "generated")]
    public void Generated() => _generated!.Replay(_device, _events);

    [Benchmark(OperationsPerInvoke = Events, Description = "delegates")]
    public void Delegates() => _delegates.Run(_events);

    private static (InterruptDispatcher Generated, DelegateDispatch Delegates) Rivals(InterruptDispatcher generated, Handler[] handlers)
        => (generated, new DelegateDispatch(handlers));
}
