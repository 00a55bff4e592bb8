using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TopHalf.Runtime.Tests.UserInterrupts;

/// <summary>The UITT entry: where its bits are, and what is wrong with one. Intel SDM, Vol. 2, SENDUIPI.</summary>
public sealed class UittEntryTests
{
    [Fact]
    public void It_is_two_words()
    {
        Assert.Equal((16, 16), (Unsafe.SizeOf<UittEntry>(), Marshal.SizeOf<UittEntry>()));
        Assert.Equal((0, 8), ((int)Marshal.OffsetOf<UittEntry>("_target"), (int)Marshal.OffsetOf<UittEntry>("_upidAddress")));
    }

    [Fact]
    public void Its_bytes_are_the_processors()
    {
        var entry = default(UittEntry);
        Assert.Equal(UserInterruptFault.EntryNotValid, entry.Check());
        entry.Fill(0x2A, 0x7F12_3456_7840);

        Assert.Equal("012A000000000000" + "40785634127F0000", Convert.ToHexString(MemoryMarshal.AsBytes(new ReadOnlySpan<UittEntry>(in entry))));
        Assert.Equal((UserInterruptFault.None, true, 0x2A, 0x7F12_3456_7840UL), (entry.Check(), entry.IsValid, entry.Vector, entry.UpidAddress));

        entry.Invalidate();
        Assert.Equal((UserInterruptFault.EntryNotValid, 0x2A), (entry.Check(), entry.Vector));
    }

    [Fact]
    public void Each_bit_that_has_no_meaning_is_reserved()
    {
        int[] expected = [.. Enumerable.Range(1, 7), .. Enumerable.Range(14, 50)];
        Assert.Equal(expected, Enumerable.Range(1, 63).Where(static bit => new UittEntry(1 | (1UL << bit), 0).Check() == UserInterruptFault.EntryReservedBits));
    }

    [Fact]
    public void The_address_is_a_multiple_of_64()
    {
        int[] expected = [0, 1, 2, 3, 4, 5];
        Assert.Equal(expected, Enumerable.Range(0, 64).Where(static bit => new UittEntry(1, 1UL << bit).Check() == UserInterruptFault.UpidMisaligned));
    }

    [Theory]
    [InlineData(64, 0x1000)]
    [InlineData(-1, 0x1000)]
    [InlineData(0, 0x1020)]
    public void What_would_fault_is_not_filled_in(int vector, ulong address)
    {
        var entry = default(UittEntry);
        Assert.ThrowsAny<ArgumentException>(() => entry.Fill(vector, address));
        Assert.Equal((0UL, 0UL), (entry.Target, entry.UpidAddress));
    }
}
