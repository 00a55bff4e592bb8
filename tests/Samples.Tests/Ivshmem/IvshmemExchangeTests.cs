using TopHalf.Samples.Ivshmem;

namespace TopHalf.Samples.Tests.Ivshmem;

/// <summary>Doorbells that a peer rings when it likes, and that are rung back.</summary>
public sealed class IvshmemExchangeTests
{
    private const int Rings = 500;

    public static TheoryData<TopHalfMode> Ways => RunningIvshmem.Ways;

    [Theory]
    [MemberData(nameof(Ways))]
    public void Every_number_is_seen_and_every_ring_back_is_heard(TopHalfMode topHalf)
    {
        using var running = new RunningIvshmem(topHalf);
        for (int exchange = 1; exchange <= 3; exchange++)
        {
            running.Driver.Exchange(Rings);
            for (int vector = 0; vector < SharedLayout.Vectors; vector++)
            {
                VectorCount count = running.Driver.CountOf(vector);
                Assert.Equal(((uint)Rings, 0L, count.Interrupts), (count.Seen, count.Backwards, count.RungBack));
                Assert.InRange(count.Interrupts, 1, Rings);
                Assert.Equal(count.RungBack, running.Word(SharedLayout.Heard, vector));
                Assert.Equal((uint)(exchange * Rings), running.Word(SharedLayout.Seen, vector));
            }
        }

        Assert.All(running.Interrupts.Statistics.Vectors, static vector => Assert.Equal(0, vector.Spurious));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task An_end_in_the_middle_stops_the_peer_and_the_next_binding_begins_anew(TopHalfMode topHalf)
    {
        using var running = new RunningIvshmem(topHalf);
        Task endless = Task.Run(() => running.Driver.Exchange(int.MaxValue));
        running.WaitUntil(() => running.Driver.CountOf(3).Interrupts > 0, "the first interrupts");
        running.Interrupts.Dispose();
        IOException error = await Assert.ThrowsAsync<IOException>(() => endless.WaitAsync(RunningIvshmem.Patience));
        Assert.Equal("simulated ivshmem: the request was taken back: interrupts are not enabled any more.", error.Message);
        Assert.Equal(0u, running.Word(SharedLayout.Request));

        running.Driver.Prepare();
        using InterruptBinding second = running.Driver.EnableInterrupts(running.Card, CheckedHandlers.Options(topHalf));
        running.Driver.Exchange(Rings);
        Assert.All(Enumerable.Range(0, SharedLayout.Vectors), vector => Assert.Equal((uint)Rings, running.Driver.CountOf(vector).Seen));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_ring_without_a_number_is_spurious_and_one_without_a_new_number_is_late(TopHalfMode topHalf)
    {
        using var running = new RunningIvshmem(topHalf, withPeer: false);
        Assert.True(running.Card.Ring(RunningIvshmem.Position, 2));
        running.WaitUntil(() => running.Interrupts.Statistics[2].Spurious == 1, "the ring without a number");
        RunningIvshmem.RingNext(running.Card, 2);
        running.WaitUntil(() => running.Driver.CountOf(2).Interrupts == 1, "the number");
        Assert.True(running.Card.Ring(RunningIvshmem.Position, 2));
        running.WaitUntil(() => running.Driver.CountOf(2).Late == 1, "the ring without a new number");
        Assert.Equal(new VectorCount(1, 1, 1, 1, 0), running.Driver.CountOf(2));
        Assert.Equal(default, running.Driver.CountOf(1));
    }

    [Fact]
    public void A_number_that_goes_back_is_counted()
    {
        using var running = new RunningIvshmem(TopHalfMode.Managed, withPeer: false);
        RunningIvshmem.RingNext(running.Card, 0);
        RunningIvshmem.RingNext(running.Card, 0);
        running.WaitUntil(() => running.Driver.CountOf(0).Seen == 2, "two numbers");
        running.Card.Poke(2, SharedLayout.Sent, 4, 1);
        Assert.True(running.Card.Ring(RunningIvshmem.Position, 0));
        running.WaitUntil(() => running.Driver.CountOf(0).Backwards == 1, "the number that went back");
        Assert.Equal(2u, running.Driver.CountOf(0).Seen);
    }

    // The test is the peer: it does what is asked for at once, within the driver's wake-up, but for one thing.
    [Theory]
    [InlineData("silent", "the peer does not ring")]
    [InlineData("forgets to ring", "doorbell 1 of vector 2 has not come")]
    [InlineData("hears too much", "the peer has not heard all that vector 1 was rung")]
    public void What_is_lost_on_the_way_is_told(string peer, string sentence)
    {
        using var running = new RunningIvshmem(TopHalfMode.Managed, withPeer: false, timeLimit: TimeSpan.Zero);
        running.Card.DoorbellRung = (_, _) =>
        {
            if (peer == "silent")
            {
                return;
            }

            uint word = peer == "forgets to ring" ? SharedLayout.Of(SharedLayout.Sent, 2) : SharedLayout.Of(SharedLayout.Heard, 1);
            running.Card.Poke(2, word, 4, 1);
            running.Card.Poke(2, SharedLayout.Finished, 4, running.Word(SharedLayout.Request));
        };
        TimeoutException error = Assert.Throws<TimeoutException>(() => running.Driver.Exchange(1));
        Assert.Equal($"simulated ivshmem: {sentence}.", error.Message);
    }

    [Theory]
    [InlineData("the binding", "interrupts are not enabled any more")]
    [InlineData("the device", "is gone")]
    public async Task Waiting_for_the_peer_ends_with_the_binding_and_with_the_device(string what, string reason)
    {
        using var running = new RunningIvshmem(TopHalfMode.Managed, withPeer: false);
        Task waiting = Task.Run(() => running.Driver.Exchange(1));
        running.WaitUntil(() => running.Word(SharedLayout.Request) != 0, "the request");
        if (what == "the device")
        {
            running.Card.Remove();
        }
        else
        {
            Assert.True(running.Card.ReportError());
        }

        IOException error = await Assert.ThrowsAnyAsync<IOException>(() => waiting.WaitAsync(RunningIvshmem.Patience));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_peer_that_is_not_there_or_not_free_is_told()
    {
        using var card = new SimulatedIvshmem();
        var driver = new IvshmemDriver(card, TimeSpan.Zero);
        Assert.Equal("simulated ivshmem: no peer has laid out the shared memory.", Assert.Throws<TimeoutException>(driver.Prepare).Message);
        card.Poke(2, SharedLayout.Mark, 4, SharedLayout.MarkValue);
        card.Poke(2, SharedLayout.Busy, 4, 1);
        Assert.Equal(
            "simulated ivshmem: the peer does not end what a driver before has asked for.", Assert.Throws<TimeoutException>(driver.Prepare).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => driver.Exchange(0));
    }

    [Fact]
    public void Another_card_and_a_memory_that_is_too_small_are_refused()
    {
        using var other = new SimulatedDevice(new SimulatedDeviceOptions { Name = "other", VendorId = 0x1AF4, DeviceId = 0x1000 });
        Assert.Equal(
            "other: it is 1af4:1000, and this driver is for 1af4:1110, QEMU's ivshmem-doorbell.",
            Assert.Throws<IOException>(() => new IvshmemDriver(other)).Message);
        using var small = new SimulatedIvshmem(memoryLength: 0x800);
        Assert.Equal("simulated ivshmem: the shared memory has 2048 bytes; 4096 are needed.", Assert.Throws<IOException>(() => new IvshmemDriver(small)).Message);
    }
}
