using TopHalf.Runtime.Tests.Delivery;
using TopHalf.Runtime.Tests.NativeTopHalf;

namespace TopHalf.Runtime.Tests.UserInterrupts.Stubs;

/// <summary>
/// The stubs in a .NET process that collects garbage all the time: user interrupts come from other threads at any instruction, and every
/// vector that was sent is taken.
/// </summary>
public sealed unsafe class StubLiveTests
{
    private const int Sends = 20_000;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Nothing_is_lost_while_garbage_is_collected(bool withUmwait)
    {
        StubCodeTests.SkipUnlessHere();
        Gcc.SkipUnlessThere();
        using var pages = new UserInterruptPages(isSoftware: false);
        using var upidMemory = new AlignedMemory(Upid.Size, Upid.Alignment);
        using var tableMemory = new AlignedMemory(UittEntry.Size * Upid.VectorCount, Upid.Alignment);
        var upid = (Upid*)upidMemory.Address;
        var table = (UittEntry*)tableMemory.Address;
        for (int vector = 0; vector < Upid.VectorCount; vector++)
        {
            table[vector].Fill(vector, (ulong)upidMemory.Address);
        }

        // The sender writes a number for the vector before it sends; the receiver has seen the last one of each when it has taken the last vector.
        long[] sent = new long[Upid.VectorCount];
        long[] seen = new long[Upid.VectorCount];
        int isOver = 0;
        long rounds = 0;
        StubFault receiverFault = default, senderFault = default;
        ulong deliveries = 0;
        using var isReady = new ManualResetEventSlim();
        var receiver = new Thread(() =>
        {
            Emulator.Instance.BeginLive(pages.Code, pages.Handler, upid);
            isReady.Set();
            while (Volatile.Read(ref isOver) == 0)
            {
                ulong taken = pages.Wait(withUmwait, pages.TimeStamp() + 3_000_000_000);
                rounds++;
                for (; taken != 0; taken &= taken - 1)
                {
                    int vector = System.Numerics.BitOperations.TrailingZeroCount(taken);
                    Volatile.Write(ref seen[vector], Volatile.Read(ref sent[vector]));
                }
            }

            receiverFault = Emulator.Instance.EndLive(out deliveries, out _);
        });
        var sender = new Thread(() =>
        {
            isReady.Wait();
            Emulator.Instance.BeginLive(0, 0, null, table, Upid.VectorCount - 1);
            var random = new Random(1);
            for (int i = 0; i < Sends; i++)
            {
                int vector = random.Next(Upid.VectorCount);
                Volatile.Write(ref sent[vector], sent[vector] + 1);
                pages.Send((ulong)vector);
                Thread.SpinWait(random.Next(64));
            }

            senderFault = Emulator.Instance.EndLive(out _, out _);
        });
        int collections = GC.CollectionCount(0);
        receiver.Start();
        sender.Start();
        while (sender.IsAlive)
        {
            _ = new byte[512];
            GC.Collect(0);
        }

        sender.Join();
        bool all = SpinWait.SpinUntil(() => sent.AsSpan().SequenceEqual(seen), TestDevices.Patience);
        Volatile.Write(ref isOver, 1);
        Volatile.Write(ref pages.State->Kick, 1UL);
        receiver.Join();
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{Sends} sent, {deliveries} delivered, taken in {rounds} waits, {GC.CollectionCount(0) - collections} collections");
        Assert.True(all, $"sent {string.Join(' ', sent)}, seen {string.Join(' ', seen)}");
        Assert.Equal((StubFault.Nothing, StubFault.Nothing), (receiverFault, senderFault));
        Assert.InRange(deliveries, 1UL, (ulong)Sends);
        Assert.Equal(deliveries, pages.State->Deliveries);
    }

    /// <summary>A thread in a wait holds no collection up: this one would not end before the wait's deadline otherwise, and nothing else ends the wait.</summary>
    [Fact]
    public void A_collection_does_not_wait_for_a_receiver()
    {
        StubCodeTests.SkipUnlessHere();
        using var pages = new UserInterruptPages(isSoftware: true);
        int isBack = 0;
        ulong taken = 0;
        using var isReady = new ManualResetEventSlim();
        var receiver = new Thread(() =>
        {
            isReady.Set();
            taken = pages.Wait(withUmwait: false, ulong.MaxValue);
            Volatile.Write(ref isBack, 1);
        });
        receiver.Start();
        isReady.Wait();
        for (int i = 0; i < 20; i++)
        {
            GC.Collect();
        }

        Assert.Equal(0, Volatile.Read(ref isBack));
        Interlocked.Or(ref pages.State->Pending, 1UL << 7);
        receiver.Join();
        Assert.Equal(1UL << 7, taken);
    }
}
