using TopHalf.Runtime.Tests.Vfio;

namespace TopHalf.Runtime.Tests.Dma;

/// <summary>A device that is closed without its driver's knowing: what the driver's threads are at work on stays until they give it up.</summary>
public sealed class ClosedByRequestTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_memory_of_a_buffer_stays_until_the_driver_gives_it_up(bool byBuffer)
    {
        using FakeMachine machine = FakeMachine.WithDevice();
        VfioDevice device = machine.Open();
        DmaBuffer buffer = device.AllocateDma(4096);
        Span<byte> held = buffer.Span;
        device.Close();

        Assert.Empty(machine.Kernel.Iommu.Mappings);
        held[^1] = 42;
        Assert.Equal(42, held[^1]);
        Assert.Throws<ObjectDisposedException>(() => buffer.Read8(0));
        Assert.Throws<ObjectDisposedException>(() => device.AllocateDma(1));
        if (byBuffer)
        {
            buffer.Dispose();
        }

        device.Dispose();
        buffer.Dispose();
        machine.Kernel.AssertNothingIsOpen();
    }

    [Fact]
    public void A_simulated_card_reaches_it_no_more()
    {
        using SimulatedDevice device = Delivery.TestDevices.Create();
        device.SetBusMaster(on: true);
        DmaBuffer buffer = device.AllocateDma(4096);
        Span<byte> held = buffer.Span;
        Assert.True(device.WriteDma(buffer.Address, [7]));
        device.Close();
        Assert.False(device.WriteDma(buffer.Address, [8]));
        Assert.Equal(7, held[0]);
        device.Dispose();
    }
}
