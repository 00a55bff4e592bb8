using System.Diagnostics;
using System.Numerics;
using System.Runtime.InteropServices;

namespace TopHalf.Runtime.Tests.UserInterrupts;

/// <summary>The operations of a UPID between threads, in memory of its own: what is posted comes once, whoever posts meanwhile.</summary>
public sealed unsafe class ConcurrentPostTests
{
    private const int Senders = 2;
    private const int VectorsOfEach = 8;
    private const int Rounds = 20_000;
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    [Fact]
    public void A_receiver_that_takes_when_it_is_notified_sees_each_post_once()
    {
        var upid = (Upid*)NativeMemory.AlignedAlloc(Upid.Alignment, Upid.Alignment);
        try
        {
            upid->Initialize(0xEC, 0, isSuppressed: false);
            long[] seen = new long[Senders];
            bool ends = false;
            Thread[] threads = [.. Enumerable.Range(0, Senders).Select(number => new Thread(() => PostAll(upid, number, ref seen[number], ref ends)))];
            Array.ForEach(threads, static thread => thread.Start());

            long expected = (long)Rounds * VectorsOfEach;
            var lastSeen = Stopwatch.StartNew();
            var spin = default(SpinWait);
            while (seen.Any(count => count < expected) && lastSeen.Elapsed < Deadline)
            {
                if (!upid->IsOutstanding)
                {
                    spin.SpinOnce(sleep1Threshold: -1);
                    continue;
                }

                upid->ClearOutstanding();
                ulong requests = upid->TakeRequests();
                for (int number = 0; number < Senders; number++)
                {
                    ulong own = (requests >> (number * VectorsOfEach)) & ((1UL << VectorsOfEach) - 1);
                    Volatile.Write(ref seen[number], seen[number] + BitOperations.PopCount(own));
                }

                lastSeen.Restart();
            }

            Volatile.Write(ref ends, true);
            Array.ForEach(threads, static thread => thread.Join());
            Assert.Equal((expected, expected, 0UL), (seen[0], seen[1], upid->Requests));
        }
        finally
        {
            NativeMemory.AlignedFree(upid);
        }
    }

    // The next round only when all of this one was seen, so that no two posts coalesce; several in a round, so that one is posted while
    // another is taken.
    private static void PostAll(Upid* upid, int number, ref long seen, ref bool ends)
    {
        var spin = default(SpinWait);
        for (long round = 1; round <= Rounds; round++)
        {
            for (int vector = 0; vector < VectorsOfEach; vector++)
            {
                upid->Post((number * VectorsOfEach) + vector, out _);
            }

            while (Volatile.Read(ref seen) < round * VectorsOfEach)
            {
                if (Volatile.Read(ref ends))
                {
                    return;
                }

                spin.SpinOnce(sleep1Threshold: -1);
            }
        }
    }

    [Fact]
    public void Of_all_threads_that_post_at_once_one_notifies()
    {
        var upid = (Upid*)NativeMemory.AlignedAlloc(Upid.Alignment, Upid.Alignment);
        try
        {
            upid->Initialize(0xEC, 0, isSuppressed: false);
            using var start = new Barrier(Senders);
            for (int round = 0; round < 200; round++)
            {
                int claimed = 0;
                Thread[] threads = [.. Enumerable.Range(0, Senders).Select(number => new Thread(() =>
                {
                    start.SignalAndWait();
                    upid->Post(number, out bool mustNotify);
                    Interlocked.Add(ref claimed, mustNotify ? 1 : 0);
                }))];
                Array.ForEach(threads, static thread => thread.Start());
                Array.ForEach(threads, static thread => thread.Join());

                Assert.Equal((1, true), (claimed, upid->IsOutstanding));
                upid->ClearOutstanding();
                Assert.Equal((1UL << Senders) - 1, upid->TakeRequests());
            }
        }
        finally
        {
            NativeMemory.AlignedFree(upid);
        }
    }
}
