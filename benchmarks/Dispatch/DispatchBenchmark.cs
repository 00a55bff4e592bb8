using BenchmarkDotNet.Attributes;
using TopHalf.Benchmarks.DispatchDrivers;
using TopHalf.CompilerServices;

namespace TopHalf.Benchmarks.Dispatch;

/// <summary>From an event to the handler's end, per event: generated C# beside C, with and without our duties, and beside other C#.</summary>
[MemoryDiagnoser]
public unsafe class DispatchBenchmark
{
    private const int Events = 100_000;

    private static readonly Lazy<NativeLoops> Bare = new(static () => new NativeLoops("bare.c"));
    private static readonly Lazy<NativeLoops> Duty = new(static () => new NativeLoops("duty.c"));

    private readonly SimulatedDevice _device = new(new SimulatedDeviceOptions { VendorId = 1 });
    private InterruptEvent[] _events = [];
    private NativeEvent[] _nativeEvents = [];
    private InterruptReplay? _generated;
    private Handler[] _delegates = [];
    private VirtualHandler[] _virtuals = [];
    private Dictionary<int, Handler> _dictionary = [];
    private delegate* unmanaged<NativeEvent*, long, void> _bareSwitch;
    private delegate* unmanaged<NativeEvent*, long, void> _bareTable;
    private delegate* unmanaged<NativeEvent*, long, void> _dutySwitch;
    private delegate* unmanaged<NativeEvent*, long, void> _dutyTable;

    /// <summary>How many vectors, each with its own handler.</summary>
    [Params(4, 32, 64, 2048)]
    public int Vectors { get; set; }

    /// <summary>In which order they arrive.</summary>
    [Params(EventOrder.Random, EventOrder.Bursty)]
    public EventOrder Order { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _events = Order.Make(Events, Vectors);
        _nativeEvents = NativeEvent.From(_events);
        _bareSwitch = Bare.Value.Find($"switch{Vectors}");
        _bareTable = Bare.Value.Find($"table{Vectors}");
        _dutySwitch = Duty.Value.Find($"switch{Vectors}");
        _dutyTable = Duty.Value.Find($"table{Vectors}");

        // A driver for each of ours, as each C rival has its own handlers.
        _generated = Driver().Dispatcher.PrepareReplay(_device, _events);
        _delegates = Driver().CreateDelegates();
        _virtuals = Driver().CreateVirtuals();
        _dictionary = Driver().CreateDelegates().Index().ToDictionary(static pair => pair.Index, static pair => pair.Item);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Events, Description = "C switch, bare")]
    public void BareSwitch() => Run(_bareSwitch);

    [Benchmark(OperationsPerInvoke = Events, Description = "C table, bare")]
    public void BareTable() => Run(_bareTable);

    [Benchmark(OperationsPerInvoke = Events, Description = "C switch, same duties")]
    public void DutySwitch() => Run(_dutySwitch);

    [Benchmark(OperationsPerInvoke = Events, Description = "C table, same duties")]
    public void DutyTable() => Run(_dutyTable);

    /// <summary>The receiver's counting is in it, as it is in a binding.</summary>
    [Benchmark(OperationsPerInvoke = Events, Description = "TopHalf")]
    public void Generated() => _generated!.Run();

    [Benchmark(OperationsPerInvoke = Events, Description = "delegates")]
    public void Delegates() => ManagedLoops.Run(_delegates, _events);

    [Benchmark(OperationsPerInvoke = Events, Description = "dictionary of delegates")]
    public void DictionaryOfDelegates() => ManagedLoops.Run(_dictionary, _events);

    [Benchmark(OperationsPerInvoke = Events, Description = "virtual methods")]
    public void VirtualMethods() => ManagedLoops.Run(_virtuals, _events);

    private IDispatchDriver Driver() => Vectors switch
    {
        4 => new Driver4(),
        32 => new Driver32(),
        64 => new Driver64(),
        _ => new Driver2048(),
    };

    private void Run(delegate* unmanaged<NativeEvent*, long, void> loop)
    {
        fixed (NativeEvent* events = _nativeEvents)
        {
            loop(events, Events);
        }
    }
}
