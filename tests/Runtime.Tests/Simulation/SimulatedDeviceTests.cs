using TopHalf.Runtime.Tests.Delivery;

namespace TopHalf.Runtime.Tests.Simulation;

public sealed class SimulatedDeviceTests
{
    [Fact]
    public void Registers_are_memory_until_a_model_says_otherwise()
    {
        using SimulatedDevice device = TestDevices.Create();
        Bar bar = device.GetBar(0);
        bar.Write64(0x40, 0x1122_3344_5566_7788);
        Assert.Equal(0x88, bar.Read8(0x40));
        Assert.Equal(0x7788, bar.Read16(0x40));
        Assert.Equal(0x1122_3344u, bar.Read32(0x44));
        Assert.Equal(0x5566_7788ul, device.Peek(0, 0x40, 4));
        device.Poke(0, 0x40, 1, 0xFF);
        Assert.Equal(0x1122_3344_5566_77FFul, bar.Read64(0x40));
    }

    [Fact]
    public void A_trace_has_every_access_in_order_until_it_is_disposed()
    {
        using SimulatedDevice device = TestDevices.Create();
        Bar bar = device.GetBar(0);
        RegisterTrace trace = device.StartTrace();
        Assert.Throws<InvalidOperationException>(device.StartTrace);
        bar.Write16(0x02, 0xBEEF);
        _ = bar.Read8(0x03);
        trace.Dispose();
        bar.Write16(0x02, 0);
        Assert.Equal(["write16 0:0x02 = 0xBEEF", "read8 0:0x03 = 0xBE"], trace.Select(a => a.ToString()));
        using RegisterTrace next = device.StartTrace();
        Assert.Empty(next);
    }

    [Fact]
    public void An_interrupt_is_lost_where_a_real_one_would_be()
    {
        using SimulatedDevice device = TestDevices.Create(vectors: 2);
        Assert.False(device.Raise(0)); // not enabled
        using InterruptBinding binding = new ScriptedDriver(static (in Interrupt _) => { }, new VectorRange(0)).Enable(device, null);
        Assert.True(device.Raise(0));
        Assert.False(device.Raise(1)); // not declared
        device.DropInterrupts(2);
        Assert.Equal([false, false, true], Enumerable.Range(0, 3).Select(_ => device.Raise(0)));
        device.SetBusMaster(on: false);
        Assert.False(device.Raise(0));
        device.SetBusMaster(on: true);
        device.Remove();
        Assert.False(device.Raise(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SimulatedDevice(new() { MsiVectors = 1, VendorId = 1 }).Raise(1));
    }

    [Fact]
    public void A_triggered_vector_needs_no_bus_mastering_but_must_be_enabled()
    {
        using SimulatedDevice device = TestDevices.Create(vectors: 2);
        Assert.Throws<PciDeviceException>(() => device.TriggerVector(0));
        using var handled = new ManualResetEvent(false);
        using InterruptBinding binding = new ScriptedDriver((in Interrupt _) => handled.Set(), new VectorRange(0)).Enable(device, null);
        device.TriggerVector(0);
        handled.MustCome();
        Assert.Throws<PciDeviceException>(() => device.TriggerVector(1));
        Assert.Throws<PciDeviceException>(() => device.TriggerVector(-1));
        Assert.Throws<PciDeviceException>(() => device.TriggerVector(2));

        // What the device's own messages suffer is nothing to the trigger.
        device.DropInterrupts(1);
        device.TriggerVector(0);
        Assert.False(device.Raise(0));
        device.Dispose();
        Assert.Throws<ObjectDisposedException>(() => device.TriggerVector(0));
    }

    [Fact]
    public void A_removed_device_reads_all_ones_at_every_width()
    {
        using SimulatedDevice device = TestDevices.Create();
        Bar bar = device.GetBar(0);
        device.Remove();
        bar.Write32(0, 0);
        Assert.Equal((byte.MaxValue, ushort.MaxValue, uint.MaxValue, ulong.MaxValue), (bar.Read8(0), bar.Read16(0), bar.Read32(0), bar.Read64(0)));
        Assert.Equal(0xFFFF, device.VendorId);
    }

    [Theory]
    [InlineData(SimulatedFault.ReadRegister)]
    [InlineData(SimulatedFault.WriteRegister)]
    [InlineData(SimulatedFault.ReadConfig)]
    [InlineData(SimulatedFault.WriteConfig)]
    public void A_fault_happens_once(SimulatedFault fault)
    {
        using SimulatedDevice device = TestDevices.Create();
        device.FailNext(fault, 5);
        Assert.Equal(5, Assert.Throws<PciDeviceException>(UseAll).Errno);
        UseAll();

        void UseAll()
        {
            device.GetBar(0).Write32(0, device.GetBar(0).Read32(0));
            device.WriteConfig32(0x10, device.ReadConfig32(0x10));
        }
    }

    [Fact]
    public void Configuration_space_has_the_ids_and_a_memory_of_256_bytes()
    {
        using SimulatedDevice device = TestDevices.Create();
        Assert.Equal((0x1AF4, 0x1110), (device.VendorId, device.DeviceId));
        device.WriteConfig8(0x3C, 0x0B);
        Assert.Equal(0x0B, device.ReadConfig8(0x3C));
        Assert.Throws<ArgumentException>(() => device.ReadConfig16(1));
        Assert.Throws<PciDeviceException>(() => device.ReadConfig32(256));
        Assert.Throws<PciDeviceException>(() => device.ReadConfig32(0xFFFF_FFFC));
    }

    [Fact]
    public void Options_that_no_device_can_have_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new SimulatedDevice(new() { Bars = { [6] = new SimulatedBar(16) } }));
        Assert.Throws<ArgumentException>(() => new SimulatedDevice(new() { Bars = { [0] = new SimulatedBar(0) } }));
        Assert.Throws<ArgumentException>(() => new SimulatedDevice(new() { MsiVectors = 33 }));
        Assert.Throws<ArgumentException>(() => new SimulatedDevice(new() { MsiXVectors = 2049 }));
    }
}
