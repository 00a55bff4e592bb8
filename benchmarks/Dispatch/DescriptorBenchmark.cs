using BenchmarkDotNet.Attributes;
using TopHalf.Benchmarks.Drivers;
using TopHalf.CompilerServices;

namespace TopHalf.Benchmarks.Dispatch;

/// <summary>What descriptors do, before one handler, over a BAR of mapped memory: instructions, since no card is waited for. Per event.</summary>
[MemoryDiagnoser]
public unsafe class DescriptorBenchmark
{
    private const int Events = 100_000;
    private const ulong Page = 0x1000;

    private static readonly Lazy<NativeLoops> Loops = new(static () => new NativeLoops("descriptors.c"));

    private readonly InterruptEvent[] _events = EventOrder.Random.Make(Events, vectors: 1);
    private NativeEvent[] _nativeEvents = [];
    private MemoryDevice? _device;
    private nint _bar;
    private InterruptReplay? _generated;
    private delegate* unmanaged<NativeEvent*, long, nint, void> _bare;
    private delegate* unmanaged<NativeEvent*, long, nint, void> _duty;

    /// <summary>None; pending; pending and echo; modify; disable and enable. The names are those of descriptors.c.</summary>
    [Params("plain", "pending", "echo", "modify", "mask")]
    public string Descriptors { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        _nativeEvents = NativeEvent.From(_events);
        _device = new MemoryDevice("card", vectors: 1, Page);
        _device.GetBar(0).Write32(DescriptorRegisters.Pending, 1);
        _bar = _device.Memory(0).Map("C");
        _bare = Loops.Value.FindWithBar($"{Descriptors}_bare");
        _duty = Loops.Value.FindWithBar($"{Descriptors}_duty");
        InterruptDispatcher dispatcher = Descriptors switch
        {
            "plain" => new PlainDriver().Dispatcher,
            "pending" => new PendingDriver().Dispatcher,
            "echo" => new EchoDriver().Dispatcher,
            "modify" => new ModifyDriver().Dispatcher,
            _ => new MaskDriver().Dispatcher,
        };
        _generated = dispatcher.PrepareReplay(_device, _events);
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        _device?.Dispose();
        _ = SystemCall.Unmap(_bar, (nuint)Page);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Events, Description = "C, bare")]
    public void Bare() => Run(_bare);

    [Benchmark(OperationsPerInvoke = Events, Description = "C, same duties")]
    public void Duty() => Run(_duty);

    [Benchmark(OperationsPerInvoke = Events, Description = "TopHalf")]
    public void Generated() => _generated!.Run();

    private void Run(delegate* unmanaged<NativeEvent*, long, nint, void> loop)
    {
        fixed (NativeEvent* events = _nativeEvents)
        {
            loop(events, Events, _bar);
        }
    }
}
