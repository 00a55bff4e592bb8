using System.Runtime.InteropServices;

namespace TopHalf.Benchmarks.Notification;

/// <summary>One way, received in C or in C#: how long from the post until the receiver is at it, nanoseconds, ascending.</summary>
internal static unsafe class Measurement
{
    private static readonly nint Library = NativeLibrary.Load(Gcc.Library("notification.c"));
    private static readonly delegate* unmanaged<Run*, void> BePoster = (delegate* unmanaged<Run*, void>)NativeLibrary.GetExport(Library, "be_poster");
    private static readonly delegate* unmanaged<Run*, void> BeReceiver = (delegate* unmanaged<Run*, void>)NativeLibrary.GetExport(Library, "be_receiver");

    public static long[] Take(Way way, bool inC, int count, TimeSpan gap)
    {
        long[] posted = GC.AllocateArray<long>(count, pinned: true);
        long[] received = GC.AllocateArray<long>(count, pinned: true);
        using var eventFd = EventFd.Create(blocking: way == Way.EventFdSleep);
        var run = (Run*)NativeMemory.AlignedAlloc((nuint)sizeof(Run), 64);
        *run = new Run
        {
            Posted = (long*)Marshal.UnsafeAddrOfPinnedArrayElement(posted, 0),
            Received = (long*)Marshal.UnsafeAddrOfPinnedArrayElement(received, 0),
            Count = count,
            Gap = (long)gap.TotalNanoseconds,
            Way = way,
            EventFd = eventFd.Number,
        };
        nint address = (nint)run;
        using var isReady = new ManualResetEventSlim();
        using var isOver = new ManualResetEventSlim();
        var receiver = new Thread(() => Receive((Run*)address, inC, eventFd, isReady, isOver)) { IsBackground = true };
        receiver.Start();
        isReady.Wait();
        var poster = new Thread(() => BePoster((Run*)address)) { IsBackground = true };
        poster.Start();
        poster.Join();
        isOver.Set(); // the poster looks at the receiver's memory after its last post, too
        receiver.Join();
        NativeMemory.AlignedFree(run);
        long[] times = [.. received.Zip(posted, static (end, begin) => end - begin)];
        Array.Sort(times);
        return times;
    }

    private static void Receive(Run* run, bool inC, EventFd eventFd, ManualResetEventSlim isReady, ManualResetEventSlim isOver)
    {
        using var receiver = new UserInterruptReceiver(new()
        {
            Delivery = InterruptDelivery.Software,
            WaitMode = run->Way.Spins() ? WaitMode.Spin : WaitMode.Block,
        });
        run->State = receiver.State;
        isReady.Set();
        if (inC)
        {
            BeReceiver(run);
        }

        for (long i = 0; !inC && i < run->Count; i++)
        {
            Take(run, i, receiver, eventFd);
            run->Received[i] = MonotonicClock.Now();
            Volatile.Write(ref run->Done, i + 1);
        }

        isOver.Wait();
    }

    private static void Take(Run* run, long i, UserInterruptReceiver receiver, EventFd eventFd)
    {
        switch (run->Way)
        {
            case Way.BitSpin or Way.BitSleep:
                receiver.Wait(Timeout.InfiniteTimeSpan);
                break;
            case Way.FutexSleep:
                while (Volatile.Read(ref run->Word) == (int)i)
                {
                    SystemCall.FutexWait(&run->Word, (int)i);
                }

                break;
            default:
                while (eventFd.Read() == 0)
                {
                }

                break;
        }
    }
}
