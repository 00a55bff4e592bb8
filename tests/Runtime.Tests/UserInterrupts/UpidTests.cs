using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TopHalf.Runtime.Tests.UserInterrupts;

/// <summary>The UPID: where its bits are, and what its operations do to them. Intel SDM, Vol. 3, "User Interrupts".</summary>
public sealed class UpidTests
{
    [Fact]
    public void It_is_two_words()
    {
        Assert.Equal((16, 16), (Unsafe.SizeOf<Upid>(), Marshal.SizeOf<Upid>()));
        Assert.Equal((0, 8), ((int)Marshal.OffsetOf<Upid>("_status"), (int)Marshal.OffsetOf<Upid>("_requests")));
        Assert.Equal(64, Upid.Alignment);
    }

    [Fact]
    public void Its_bytes_are_the_processors()
    {
        var upid = default(Upid);
        upid.Initialize(0xEC, 0x1234_5678, isSuppressed: true);
        upid.SetRequest(0);
        upid.SetRequest(63);

        Assert.Equal("0200EC0078563412" + "0100000000000080", Hex(upid));
        Assert.Equal((0xEC, 0x1234_5678u, true, false), (upid.NotificationVector, upid.NotificationDestination, upid.IsSuppressed, upid.IsOutstanding));

        Assert.True(upid.Unsuppress());
        Assert.True(upid.ClaimNotification());
        Assert.Equal("0100EC0078563412" + "0100000000000080", Hex(upid));
        Assert.True(upid.IsOutstanding);
    }

    [Fact]
    public void Each_bit_that_has_no_meaning_is_reserved()
    {
        int[] expected = [.. Enumerable.Range(2, 14), .. Enumerable.Range(24, 8)];
        Assert.Equal(expected, Enumerable.Range(0, 64).Where(static bit =>
        {
            var upid = default(Upid);
            upid.SetStatus(1UL << bit);
            return upid.HasReservedBits;
        }));
    }

    [Fact]
    public void A_post_to_reserved_bits_changes_nothing()
    {
        var upid = default(Upid);
        upid.SetStatus(1UL << 31);
        Assert.Equal(UserInterruptFault.UpidReservedBits, upid.Post(3, out bool mustNotify));
        Assert.Equal((false, 0UL, 1UL << 31), (mustNotify, upid.Requests, upid.Status));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(64)]
    public void A_vector_that_is_none_is_refused(int vector)
    {
        var upid = default(Upid);
        Assert.Throws<ArgumentOutOfRangeException>(() => upid.Post(vector, out _));
        Assert.Equal(0UL, upid.Requests);
    }

    [Fact]
    public void Of_all_posts_until_the_notification_the_first_notifies()
    {
        var upid = default(Upid);
        Assert.Equal((true, false, false), (Notifies(ref upid, 1), Notifies(ref upid, 1), Notifies(ref upid, 2)));
        upid.ClearOutstanding();
        Assert.Equal((6UL, 0UL), (upid.TakeRequests(), upid.Requests));
        Assert.True(Notifies(ref upid, 1));
    }

    [Fact]
    public void What_is_suppressed_is_posted_and_not_notified()
    {
        var upid = default(Upid);
        upid.Suppress();
        Assert.False(Notifies(ref upid, 9));
        Assert.Equal((1UL << 9, false), (upid.Requests, upid.IsOutstanding));
        Assert.True(upid.Unsuppress());

        upid.TakeRequests();
        upid.Suppress();
        Assert.False(upid.Unsuppress());
    }

    private static bool Notifies(ref Upid upid, int vector)
    {
        Assert.Equal(UserInterruptFault.None, upid.Post(vector, out bool mustNotify));
        return mustNotify;
    }

    private static string Hex(Upid upid) => Convert.ToHexString(MemoryMarshal.AsBytes(new ReadOnlySpan<Upid>(in upid)));
}
