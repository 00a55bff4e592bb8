using TopHalf.Runtime.Tests.Delivery;

namespace TopHalf.Runtime.Tests.Dma;

/// <summary>A simulated device at the memory of its driver.</summary>
public sealed class SimulatedDmaTests
{
    [Fact]
    public void The_device_reads_and_writes_the_drivers_memory_by_its_own_addresses()
    {
        using SimulatedDevice device = Master();
        DmaBuffer first = device.AllocateDma(4096);
        DmaBuffer second = device.AllocateDma(8192);
        Assert.NotEqual((ulong)first.Memory, first.Address);
        first.Write32(0x10, 0xCAFE_F00D);

        Span<byte> four = stackalloc byte[4];
        Assert.True(device.ReadDma(first.Address + 0x10, four));
        Assert.Equal([0x0D, 0xF0, 0xFE, 0xCA], four.ToArray());
        Assert.True(device.WriteDma(second.Address + 8188, four));
        Assert.Equal(0xCAFE_F00D, second.Read32(8188));
    }

    [Fact]
    public void What_no_buffer_has_is_an_error()
    {
        using SimulatedDevice device = Master();
        DmaBuffer buffer = device.AllocateDma(100);
        DmaBuffer freed = device.AllocateDma(4096);
        freed.Dispose();
        ulong end = buffer.Address + 100;
        Assert.All(
            [(0ul, 1), (buffer.Address - 1, 1), (end - 3, 4), (end, 1), (ulong.MaxValue, 1), ((ulong)buffer.Memory, 4), (freed.Address, 1), (buffer.Address, 101)],
            access => Assert.Equal("EFAULT", Assert.Throws<PciDeviceException>(() => device.WriteDma(access.Item1, new byte[access.Item2])).ErrnoName));
        PciDeviceException error = Assert.Throws<PciDeviceException>(() => device.ReadDma(end, new byte[2]));
        Assert.Contains($"2 bytes at 0x{end:X}, which no DMA buffer of its driver has", error.Message, StringComparison.Ordinal);
        device.WriteDma(end - 4, [1, 2, 3, 4]);
        Assert.Equal(0x0403_0201u, buffer.Read32(96));
    }

    [Fact]
    public void Two_buffers_never_touch_so_that_a_write_too_far_is_seen()
    {
        using SimulatedDevice device = Master();
        DmaBuffer[] buffers = [.. Enumerable.Range(0, 20).Select(_ => device.AllocateDma(4096))];
        Assert.All(buffers, buffer => Assert.Throws<PciDeviceException>(() => device.WriteDma(buffer.Address + 4095, new byte[2])));
        Assert.All(buffers, static buffer => Assert.Equal(0ul, buffer.Address % 4096));
    }

    [Fact]
    public void Without_bus_mastering_or_when_removed_an_access_goes_nowhere()
    {
        using SimulatedDevice device = Master();
        DmaBuffer buffer = device.AllocateDma(4);
        device.SetBusMaster(on: false);
        byte[] read = new byte[4];
        Assert.False(device.WriteDma(buffer.Address, [1, 1, 1, 1]));
        Assert.False(device.ReadDma(buffer.Address, read));
        Assert.Equal((0u, -1), (buffer.Read32(0), BitConverter.ToInt32(read)));

        device.SetBusMaster(on: true);
        device.Remove();
        Assert.False(device.WriteDma(buffer.Address, [1, 1, 1, 1]));
        Assert.False(device.ReadDma(buffer.Address, read));
        Assert.Equal(0u, buffer.Read32(0));
    }

    [Fact]
    public void A_device_with_few_address_bits_gets_low_addresses()
    {
        using SimulatedDevice device = Master();
        Assert.True(device.AllocateDma(1 << 20, addressBits: 28).Address + (1 << 20) <= 1 << 28);
        Assert.Throws<PciDeviceException>(() => device.AllocateDma(1 << 28, addressBits: 28));
        Assert.Throws<PciDeviceException>(() => device.AllocateDma(2 << 20, addressBits: 21));
    }

    [Fact]
    public void An_allocation_can_be_made_to_fail()
    {
        using SimulatedDevice device = Master();
        device.FailNext(SimulatedFault.AllocateDma, Errno.ENOMEM);
        Assert.Equal(Errno.ENOMEM, Assert.Throws<PciDeviceException>(() => device.AllocateDma(1)).Errno);
        Assert.Equal(0, device.DmaBytes);
        _ = device.AllocateDma(1);

        device.FailNext(SimulatedFault.AllocateDma, Errno.ENOSPC, after: 2);
        _ = device.AllocateDma(1);
        _ = device.AllocateDma(1);
        Assert.Equal(Errno.ENOSPC, Assert.Throws<PciDeviceException>(() => device.AllocateDma(1)).Errno);
        _ = device.AllocateDma(1);
        Assert.Equal(4, device.DmaBytes);
    }

    private static SimulatedDevice Master()
    {
        SimulatedDevice device = TestDevices.Create();
        device.SetBusMaster(on: true);
        return device;
    }
}
