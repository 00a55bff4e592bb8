namespace TopHalf.Runtime.Tests.Queues;

/// <summary>From one thread to another: in order, all of it, and no more than there is room for.</summary>
public sealed class SpscRingTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 4)]
    [InlineData(1000, 1024)]
    public void The_capacity_is_a_power_of_two(int asked, int capacity)
    {
        var ring = new SpscRing<int>(asked);
        Assert.Equal((capacity, 0, true), (ring.Capacity, ring.Count, ring.IsEmpty));
        for (int i = 0; i < capacity; i++)
        {
            Assert.True(ring.TryEnqueue(i));
        }

        Assert.False(ring.TryEnqueue(-1));
        Assert.Equal((capacity, false), (ring.Count, ring.IsEmpty));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData((1 << 30) + 1)]
    public void A_capacity_that_cannot_be_is_refused(int capacity)
        => Assert.Throws<ArgumentOutOfRangeException>(() => new SpscRing<byte>(capacity));

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void What_went_in_first_comes_out_first_over_many_rounds(int capacity)
    {
        var ring = new SpscRing<(int Number, string Text)>(capacity);
        int written = 0, read = 0;
        foreach (int step in Enumerable.Range(1, 200))
        {
            while (written - read < Math.Min(step % 7, capacity))
            {
                Assert.True(ring.TryEnqueue((written, $"{written}")));
                written++;
            }

            Assert.Equal(written - read, ring.Count);
            while (read < written && step % 3 != 0)
            {
                Assert.True(ring.TryPeek(out (int Number, string Text) next));
                Assert.True(ring.TryDequeue(out (int Number, string Text) taken));
                Assert.Equal(((read, $"{read}"), (read, $"{read}")), (next, taken));
                read++;
            }
        }

        while (ring.TryDequeue(out (int Number, string Text) taken))
        {
            Assert.Equal(read++, taken.Number);
        }

        Assert.Equal(written, read);
        Assert.False(ring.TryPeek(out _));
        Assert.InRange(written, 20, 10_000);
    }

    /// <summary>More than fits, by two threads that run into each other at both ends.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(64)]
    public async Task Between_two_threads_nothing_is_lost_or_turned_around(int capacity)
    {
        const int Items = 200_000;
        var ring = new SpscRing<(long Number, long Twice)>(capacity);
        Task producer = Task.Factory.StartNew(
            () =>
            {
                SpinWait wait = default;
                for (long i = 0; i < Items;)
                {
                    if (ring.TryEnqueue((i, 2 * i)))
                    {
                        i++;
                    }
                    else
                    {
                        wait.SpinOnce(sleep1Threshold: -1);
                    }
                }
            },
            TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
        SpinWait idle = default;
        for (long expected = 0; expected < Items;)
        {
            Assert.InRange(ring.Count, 0, ring.Capacity);
            if (ring.TryDequeue(out (long Number, long Twice) item))
            {
                Assert.Equal((expected, 2 * expected), item);
                expected++;
            }
            else
            {
                idle.SpinOnce(sleep1Threshold: -1);
            }
        }

        await producer;
        Assert.True(ring.IsEmpty);
    }

    [Fact]
    public void What_was_taken_is_not_kept_alive()
    {
        var ring = new SpscRing<object>(2);
        WeakReference item = Pass(ring);
        GC.Collect();
        Assert.False(item.IsAlive);
        GC.KeepAlive(ring);
    }

    [Fact]
    public void It_allocates_nothing_but_itself()
    {
        var ring = new SpscRing<(long, long, string?)>(8);
        Turn(ring);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
        {
            Turn(ring);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static void Turn(SpscRing<(long, long, string?)> ring)
    {
        while (ring.TryEnqueue((1, 2, null)))
        {
        }

        while (ring.TryDequeue(out _))
        {
        }
    }

    // Not inlined: no register of the caller may hold it.
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static WeakReference Pass(SpscRing<object> ring)
    {
        object item = new();
        Assert.True(ring.TryEnqueue(item));
        Assert.True(ring.TryDequeue(out _));
        return new WeakReference(item);
    }
}
