using System.Runtime.InteropServices;

namespace TopHalf.Runtime.Tests.UserInterrupts;

/// <summary>The operations of a UPID between threads, in memory of its own: what is posted comes once, whoever posts meanwhile.</summary>
public sealed unsafe class ConcurrentPostTests
{
    private const int Senders = 3;
    private const int Rounds = 5_000;
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(1);

    [Fact]
    public void A_receiver_that_sleeps_between_notifications_sees_each_post_once()
    {
        var upid = (Upid*)NativeMemory.AlignedAlloc(Upid.Alignment, Upid.Alignment);
        using var notified = new SemaphoreSlim(0);
        SemaphoreSlim[] seen = [.. Enumerable.Range(0, Senders).Select(static _ => new SemaphoreSlim(0))];
        var threads = new List<Thread>();
        try
        {
            upid->Initialize(0xEC, 0, isSuppressed: false);
            int failed = 0, notifications = 0;
            for (int i = 0; i < Senders; i++)
            {
                int number = i;
                threads.Add(new Thread(() =>
                {
                    for (int round = 0; round < Rounds && Volatile.Read(ref failed) == 0; round++)
                    {
                        // Its own vectors, and the next only after the one before was seen: each post must be a bit of its own.
                        if (upid->Post(number + (Senders * (round % 20)), out bool mustNotify) != UserInterruptFault.None)
                        {
                            Interlocked.Increment(ref failed);
                        }

                        if (mustNotify)
                        {
                            notified.Release();
                        }

                        if (!seen[number].Wait(Deadline))
                        {
                            Interlocked.Increment(ref failed);
                        }
                    }
                }));
            }

            threads.ForEach(static thread => thread.Start());
            int received = 0;
            while (received < Senders * Rounds && Volatile.Read(ref failed) == 0 && notified.Wait(Deadline))
            {
                notifications++;
                upid->ClearOutstanding();
                ulong requests = upid->TakeRequests();
                for (int vector = 0; vector < Upid.VectorCount; vector++)
                {
                    if ((requests & (1UL << vector)) != 0)
                    {
                        received++;
                        seen[vector % Senders].Release();
                    }
                }
            }

            Assert.True(threads.TrueForAll(static thread => thread.Join(Deadline)));
            Assert.Equal((0, Senders * Rounds, 0UL), (failed, received, upid->Requests));
            Assert.InRange(notifications, 1, received + notified.CurrentCount + Senders);
        }
        finally
        {
            threads.ForEach(static thread => thread.Join());
            Array.ForEach(seen, static semaphore => semaphore.Dispose());
            NativeMemory.AlignedFree(upid);
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
