using TopHalf.Runtime.Tests.Delivery;

namespace TopHalf.Runtime.Tests.Registers;

public sealed class BarTests
{
    [Fact]
    public void A_default_Bar_throws_and_says_where_to_get_one()
    {
        Assert.Contains("GetBar", Assert.Throws<InvalidOperationException>(() => default(Bar).Read32(0)).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => default(Bar).Write8(0, 0));
        Assert.Throws<InvalidOperationException>(() => default(Bar).Length);
    }

    [Fact]
    public void Accesses_outside_the_BAR_or_unaligned_throw()
    {
        using SimulatedDevice device = TestDevices.Create();
        Bar bar = device.GetBar(0);
        Assert.Equal(0x1000ul, bar.Length);
        _ = bar.Read64(0xFF8);
        Assert.Contains("BAR 0 is 4,096 bytes", Assert.Throws<ArgumentOutOfRangeException>(() => bar.Read64(0x1000)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => bar.Write8(0x1000, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => bar.Read32(ulong.MaxValue - 3));
        Assert.Contains("0x2 is not a multiple", Assert.Throws<ArgumentException>(() => bar.Read32(2)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => device.GetBar(6));
        Assert.Throws<PciDeviceException>(() => device.GetBar(1));
    }

    [Fact]
    public void A_BAR_is_opened_once()
    {
        using SimulatedDevice device = TestDevices.Create();
        Assert.Equal(device.GetBar(0), device.GetBar(0));
        Assert.False(device.GetBar(0).IsPort);
        Assert.True(device.GetBar(2).IsPort);
    }

    [Fact]
    public void After_disposal_every_access_throws()
    {
        SimulatedDevice device = TestDevices.Create();
        Bar bar = device.GetBar(0);
        device.Dispose();
        Assert.Throws<ObjectDisposedException>(() => bar.Read32(0));
        Assert.Throws<ObjectDisposedException>(() => bar.Write32(0, 1));
    }
}
