using System.Runtime.InteropServices;
using TopHalf.Runtime.Tests.Delivery;

namespace TopHalf.Runtime.Tests.Simulation;

public sealed class MemoryDeviceTests
{
    [Fact]
    public void A_register_is_the_memory_that_others_map()
    {
        using var device = new MemoryDevice("card", vectors: 1, 4096, 0, 8192);
        Bar bar = device.GetBar(2);
        nint others = device.Memory(2).Map("others");
        bar.Write32(0x1FFC, 0x1122_3344);

        Assert.Equal(0x1122_3344, Marshal.ReadInt32(others, 0x1FFC));
        Marshal.WriteInt64(others, 0x10, 5);
        Assert.Equal(5UL, bar.Read64(0x10));
        Assert.Equal(8192UL, bar.Length);
        Assert.Equal(0, SystemCall.Unmap(others, 8192));
    }

    [Fact]
    public void A_register_that_is_not_there_is_told()
    {
        using var device = new MemoryDevice("card", vectors: 1, 4096);
        Bar bar = device.GetBar(0);

        Assert.Throws<ArgumentOutOfRangeException>(() => bar.Read32(4096));
        Assert.Throws<ArgumentException>(() => bar.Write32(2, 0));
        Assert.Throws<PciDeviceException>(() => device.GetBar(1));
    }

    [Fact]
    public void Whoever_has_the_descriptor_of_a_vector_raises_it()
    {
        using var device = new MemoryDevice("card", vectors: 2, 4096);
        Assert.Throws<PciDeviceException>(() => device.EventFd(1));
        using var handled = new ManualResetEventSlim();
        using InterruptBinding binding = new ScriptedDriver((in Interrupt irq) =>
        {
            if (irq.Vector == 1)
            {
                handled.Set();
            }
        }, new VectorRange(0, 2)).Enable(device, null);

        device.EventFd(1).Signal();

        Assert.True(handled.Wait(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Nothing_is_left_of_it()
    {
        const string Name = "card that goes";
        var device = new MemoryDevice(Name, vectors: 1, 4096, 4096);
        Bar bar = device.GetBar(0);
        Assert.Equal((2, 1), Held(Name));

        device.Dispose();

        Assert.Equal((0, 0), Held(Name));
        Assert.Throws<ObjectDisposedException>(() => bar.Read32(0));
    }

    [Theory]
    [InlineData(ulong.MaxValue)] // no file has such a length
    [InlineData(long.MaxValue)] // a file may, but it cannot be mapped
    public void What_it_cannot_have_leaves_nothing_behind(ulong length)
    {
        const string Name = "card too large";
        Assert.ThrowsAny<Exception>(() =>
        {
            using var device = new MemoryDevice(Name, vectors: 1, 4096, length);
            device.GetBar(1);
        });
        Assert.Equal((0, 0), Held(Name));
    }

    // Files and mappings of this name, as the kernel counts them.
    private static (int Files, int Mappings) Held(string name)
        => (Directory.GetFiles("/proc/self/fd").Count(fd => new FileInfo(fd).LinkTarget?.Contains(name, StringComparison.Ordinal) == true),
            File.ReadLines("/proc/self/maps").Count(line => line.Contains(name, StringComparison.Ordinal)));
}
