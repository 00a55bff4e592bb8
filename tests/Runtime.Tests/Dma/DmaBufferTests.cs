using System.Runtime.InteropServices;
using TopHalf.Runtime.Tests.Delivery;

namespace TopHalf.Runtime.Tests.Dma;

/// <summary>The memory of a buffer, from the driver's side.</summary>
public sealed class DmaBufferTests
{
    [Fact]
    public void Every_width_reads_what_was_written_in_little_endian_order()
    {
        using SimulatedDevice device = TestDevices.Create();
        using DmaBuffer buffer = device.AllocateDma(32);
        Assert.True(buffer.Span.IndexOfAnyExcept((byte)0) < 0);
        buffer.Write64(0, 0x1122_3344_5566_7788);
        buffer.Write32(8, 0x99AA_BBCC);
        buffer.Write16(12, 0xDDEE);
        buffer.Write8(14, 0xFF);

        Assert.Equal([0x88, 0x77, 0x66, 0x55, 0x44, 0x33, 0x22, 0x11, 0xCC, 0xBB, 0xAA, 0x99, 0xEE, 0xDD, 0xFF, 0], buffer.AsSpan(0, 16).ToArray());
        Assert.Equal(
            (0x1122_3344_5566_7788UL, 0x99AA_BBCCu, 0xDDEE, 0xFF),
            (buffer.Read64(0), buffer.Read32(8), buffer.Read16(12), buffer.Read8(14)));
    }

    [Fact]
    public void A_structure_is_a_reference_into_the_memory()
    {
        using SimulatedDevice device = TestDevices.Create();
        using DmaBuffer buffer = device.AllocateDma(64);
        ref Entry entry = ref buffer.At<Entry>(16);
        entry = new Entry { Address = 0xABCD, Flags = 7 };
        Assert.Equal((0xABCDul, 7u), (buffer.Read64(16), buffer.Read32(24)));
        buffer.Write32(24, 9);
        Assert.Equal(9u, Volatile.Read(ref entry.Flags));
    }

    [Fact]
    public void Nothing_outside_is_reached()
    {
        using SimulatedDevice device = TestDevices.Create();
        using DmaBuffer buffer = device.AllocateDma(100);
        Assert.Equal((100, 100), (buffer.Length, buffer.Span.Length));
        Assert.Equal(0, buffer.AsSpan(100, 0).Length);
        _ = buffer.Read32(96);
        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.Read64(96));
        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.Read8(100));
        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.Read8(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.Write32(long.MinValue, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.Write32(long.MaxValue & ~3, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.AsSpan(0, 101).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.AsSpan(0, -1).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.AsSpan(101, 0).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => buffer.At<Entry>(88).Flags);
        Assert.Contains("has 100 bytes; 4 at 0x64 lie outside", Assert.Throws<ArgumentOutOfRangeException>(() => buffer.Read32(100)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_aligned_is_refused()
    {
        using SimulatedDevice device = TestDevices.Create();
        using DmaBuffer buffer = device.AllocateDma(64);
        Assert.Contains("offset 0x2 is not a multiple of 4", Assert.Throws<ArgumentException>(() => buffer.Read32(2)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => buffer.Write16(1, 0));
        Assert.Throws<ArgumentException>(() => buffer.Read64(4));
        Assert.Throws<ArgumentException>(() => buffer.At<Entry>(4).Flags);
    }

    [Fact]
    public void A_buffer_is_freed_once_by_whoever_comes_first()
    {
        using SimulatedDevice device = TestDevices.Create();
        DmaBuffer first = device.AllocateDma(4096);
        DmaBuffer second = device.AllocateDma(10);
        Assert.Equal(4106, device.DmaBytes);
        first.Dispose();
        first.Dispose();
        Assert.Equal((10, 0), (device.DmaBytes, first.Memory));
        Assert.Throws<ObjectDisposedException>(() => first.Read32(0));
        Assert.Throws<ObjectDisposedException>(() => first.Span.Length);

        device.Dispose();
        Assert.Equal(0, device.DmaBytes);
        Assert.Throws<ObjectDisposedException>(() => second.Write8(0, 1));
        second.Dispose();
        Assert.Throws<ObjectDisposedException>(() => device.AllocateDma(1));
    }

    [Fact]
    public void Lengths_and_address_widths_that_make_no_sense_are_refused()
    {
        using SimulatedDevice device = TestDevices.Create();
        Assert.Throws<ArgumentOutOfRangeException>(() => device.AllocateDma(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => device.AllocateDma(-4096));
        Assert.Throws<ArgumentOutOfRangeException>(() => device.AllocateDma(1, addressBits: 20));
        Assert.Throws<ArgumentOutOfRangeException>(() => device.AllocateDma(1, addressBits: 65));
        Assert.Throws<PciDeviceException>(() => device.AllocateDma(long.MaxValue));
        Assert.Equal(0, device.DmaBytes);
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Entry
    {
        public ulong Address;
        public uint Flags;
        public uint Reserved;
    }
}
