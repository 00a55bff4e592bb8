using TopHalf.Samples.Ivshmem;

namespace TopHalf.Samples.Tests;

/// <summary>A million interrupts through generated code, and not one byte allocated on the thread that handles them.</summary>
public sealed partial class ZeroAllocationTests
{
    private const long Million = 1_000_000;

    /// <summary>One vector: the thread blocks in the read of its eventfd.</summary>
    [Fact]
    public void One_vector()
    {
        var driver = new OneVector();
        Raise(vectors: 1, driver.Meter, device => driver.EnableInterrupts(device));
    }

    /// <summary>Eight vectors: epoll, and the switch; every descriptor kind; every fourth interrupt spurious.</summary>
    [Fact]
    public void Several_vectors_with_every_descriptor()
    {
        var driver = new SeveralVectors();
        Raise(vectors: 8, driver.Meter, device => driver.EnableInterrupts(device));
    }

    /// <summary>The spurious ones are taken for a storm, which nobody asked to be told of.</summary>
    [Fact]
    public void A_storm()
    {
        var driver = new SeveralVectors();
        InterruptBinding? binding = null;
        Raise(
            vectors: 8, driver.Meter, device => binding = driver.EnableInterrupts(device, new InterruptOptions { StormRate = 100 }), calls: 20_000);
        Assert.NotEqual(0, binding!.Statistics.Vectors.Sum(static v => v.Storms));
    }

    /// <summary>Eighty vectors: the table.</summary>
    [Fact]
    public void A_table_of_vectors()
    {
        var driver = new TableOfVectors();
        Raise(vectors: 80, driver.Meter, device => driver.EnableInterrupts(device));
    }

    /// <summary>The handler of a sample: it rings back, which the card hears on the thread that handles.</summary>
    [Fact]
    public void Doorbells_of_the_Ivshmem_sample()
    {
        var meter = new AllocationMeter();
        using var card = new SimulatedIvshmem { DoorbellRung = (_, _) => meter.Count() };
        var driver = new IvshmemDriver(card);
        using InterruptBinding binding = driver.EnableInterrupts(card);
        for (uint number = 1; meter.Calls < Million; number++)
        {
            Assert.False(binding.Completion.IsCompleted);
            for (int vector = 0; vector < SharedLayout.Vectors; vector++)
            {
                card.Poke(2, SharedLayout.Of(SharedLayout.Sent, vector), 4, number);
                card.Raise(vector);
            }
        }

        binding.Dispose();
        Assert.Equal(0, meter.Bytes);
    }

    private static void Raise(int vectors, AllocationMeter meter, Func<PciDevice, InterruptBinding> enable, long calls = Million)
    {
        using var device = new SimulatedDevice(new SimulatedDeviceOptions { MsiXVectors = vectors, VendorId = 1, Bars = { [0] = new SimulatedBar(0x100) } });
        device.Poke(0, 0x10, 4, 0x5);
        using InterruptBinding binding = enable(device);
        while (meter.Calls < calls)
        {
            Assert.False(binding.Completion.IsCompleted);
            for (int vector = 0; vector < vectors; vector++)
            {
                device.Raise(vector);
            }
        }

        binding.Dispose();
        Assert.Equal(0, meter.Bytes);
        Assert.True(binding.Statistics.Handled >= calls);
    }

    /// <summary>What the handling thread has allocated since its first call.</summary>
    internal sealed class AllocationMeter
    {
        private long _calls;
        private long _start;
        private long _bytes;

        public long Calls => Volatile.Read(ref _calls);

        public long Bytes => Volatile.Read(ref _bytes);

        public void Count()
        {
            long allocated = GC.GetAllocatedBytesForCurrentThread();
            if (_calls == 0)
            {
                _start = allocated;
            }

            Volatile.Write(ref _bytes, allocated - _start);
            Volatile.Write(ref _calls, _calls + 1);
        }
    }

    [InterruptDriver]
    internal sealed partial class OneVector
    {
        public AllocationMeter Meter { get; } = new();

        [MsiVector(0)]
        private void OnInterrupt(in Interrupt irq) => Meter.Count();
    }

    [InterruptDriver]
    [IrqDisable(RegisterType.Mmio32, bar: 0, offset: 0x20, mask: 0x1)]
    [IrqEnable(RegisterType.Mmio32, bar: 0, offset: 0x24, mask: 0x1)]
    internal sealed partial class SeveralVectors
    {
        public AllocationMeter Meter { get; } = new();

        [MsiVector(0, Count = 3)]
        [IrqPending(RegisterType.Mmio32, bar: 0, offset: 0x10, mask: 0x1)]
        [IrqAck(RegisterType.Mmio32, bar: 0, offset: 0x14, mask: 0xF, Clear = IrqClear.Echo)]
        private void OnPending(in Interrupt irq) => Meter.Count();

        [MsiVector(3, Count = 2)]
        [IrqPending(RegisterType.Mmio32, bar: 0, offset: 0x10, mask: 0x2)]
        [IrqAck(RegisterType.Mmio32, bar: 0, offset: 0x10, mask: 0x2, Clear = IrqClear.AtSource)]
        private void OnSpurious(in Interrupt irq) => Meter.Count();

        [MsiVector(5, Count = 3)]
        [IrqPending(RegisterType.Mmio32, bar: 0, offset: 0x10, mask: 0xF, value: 0x5)]
        [IrqAck(RegisterType.Mmio32, bar: 0, offset: 0x18, mask: 0xF, value: 0x3, Clear = IrqClear.Modify, After = true)]
        private void OnEqual(in Interrupt irq) => Meter.Count();
    }

    [InterruptDriver]
    internal sealed partial class TableOfVectors
    {
        public AllocationMeter Meter { get; } = new();

        [MsiVector(0, Count = 80)]
        [IrqPending(RegisterType.Mmio32, bar: 0, offset: 0x10, mask: 0x1)]
        [IrqAck(RegisterType.Mmio32, bar: 0, offset: 0x14, mask: 0xF, Clear = IrqClear.Echo)]
        private void OnInterrupt(in Interrupt irq) => Meter.Count();
    }
}
