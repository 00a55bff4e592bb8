using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Threading.Channels;
using BenchmarkDotNet.Attributes;
using TopHalf.Benchmarks.DispatchDrivers;
using TopHalf.CompilerServices;

namespace TopHalf.Benchmarks.Dispatch;

/// <summary>
/// An interrupt's way from the native top half to the loop around the handlers, per event, on one thread: what the ring itself costs,
/// beside C on both ends and beside the queues that come with .NET. No sleeping and no waking is in it; benchmarks/Latency has those.
/// </summary>
[MemoryDiagnoser]
public unsafe class RingBenchmark
{
    /// <summary>The length of the ring for these vectors; TopHalfMemory has it.</summary>
    private const int Length = 4096;

    private static readonly Lazy<nint> Library = new(static () => NativeLibrary.Load(Gcc.Library("ring.c")));

    private readonly SimulatedDevice _device = new(new SimulatedDeviceOptions { VendorId = 1 });
    private readonly SpscRing<InterruptEvent> _ring = new(Length);
    private readonly ConcurrentQueue<InterruptEvent> _queue = new();
    private readonly Channel<InterruptEvent> _channel
        = Channel.CreateBounded<InterruptEvent>(new BoundedChannelOptions(Length) { SingleReader = true, SingleWriter = true });

    private Receiver? _receiver;
    private TopHalfState* _state;
    private delegate* unmanaged<TopHalfState*, void> _fill;
    private delegate* unmanaged<TopHalfState*, long> _emptyBare;
    private delegate* unmanaged<TopHalfState*, long> _emptyDuty;

    [GlobalSetup]
    public void Setup()
    {
        DriverManifest manifest = new Driver32().Dispatcher.Manifest;
        BindingPlan plan = BindingPlan.Make(manifest, new InterruptOptions { TopHalf = TopHalfMode.Native })[0];
        _receiver = new Receiver(_device, manifest, plan);
        _state = _receiver.State;
        _fill = (delegate* unmanaged<TopHalfState*, void>)NativeLibrary.GetExport(Library.Value, "ring_fill");
        _emptyBare = (delegate* unmanaged<TopHalfState*, long>)NativeLibrary.GetExport(Library.Value, "ring_empty_bare");
        _emptyDuty = (delegate* unmanaged<TopHalfState*, long>)NativeLibrary.GetExport(Library.Value, "ring_empty_duty");
        Check(Bare());
        Check(Duty());
        Check(TopHalf());
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        _receiver?.Dispose();
        _device.Dispose();
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Length, Description = "top half → C, bare")]
    public long Bare()
    {
        _fill(_state);
        return _emptyBare(_state);
    }

    [Benchmark(OperationsPerInvoke = Length, Description = "top half → C, same duties")]
    public long Duty()
    {
        _fill(_state);
        return _emptyDuty(_state);
    }

    [Benchmark(OperationsPerInvoke = Length, Description = "top half → TopHalf")]
    public long TopHalf()
    {
        _fill(_state);
        ref readonly InterruptEvent e = ref _receiver!.Wait();
        long sum = e.Signals;
        for (int taken = 1; taken < Length; taken++)
        {
            e = ref _receiver.Next(in e);
            sum += e.Signals;
        }

        _receiver.GiveBack();
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Length, Description = "SpscRing")]
    public long Spsc()
    {
        for (int i = 0; i < Length; i++)
        {
            _ring.TryEnqueue(new InterruptEvent(i % 32, 1, 0));
        }

        long sum = 0;
        while (_ring.TryDequeue(out InterruptEvent e))
        {
            sum += e.Signals;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Length, Description = "ConcurrentQueue")]
    public long Queue()
    {
        for (int i = 0; i < Length; i++)
        {
            _queue.Enqueue(new InterruptEvent(i % 32, 1, 0));
        }

        long sum = 0;
        while (_queue.TryDequeue(out InterruptEvent e))
        {
            sum += e.Signals;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Length, Description = "bounded Channel")]
    public long Bounded()
    {
        for (int i = 0; i < Length; i++)
        {
            _channel.Writer.TryWrite(new InterruptEvent(i % 32, 1, 0));
        }

        long sum = 0;
        while (_channel.Reader.TryRead(out InterruptEvent e))
        {
            sum += e.Signals;
        }

        return sum;
    }

    private static void Check(long sum)
        => _ = sum == Length ? sum : throw new InvalidOperationException($"The ring handed {sum} of {Length} interrupts over.");

    private sealed class Receiver(PciDevice device, DriverManifest manifest, BindingPlan plan) : TopHalfReceiver(device, manifest, plan)
    {
        /// <summary>The last batch's places, as the next wait would.</summary>
        public void GiveBack() => Take();
    }
}
