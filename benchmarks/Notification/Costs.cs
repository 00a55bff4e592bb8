using System.Diagnostics;

namespace TopHalf.Benchmarks.Notification;

/// <summary>What the parts cost by themselves.</summary>
internal static class Costs
{
    private const int Calls = 200_000;
    private const int Collections = 60;

    /// <summary>Nanoseconds of a look that finds nothing: what opening and closing are around, which are NOPs here.</summary>
    public static double Look()
    {
        using var receiver = new UserInterruptReceiver(new() { Delivery = InterruptDelivery.Software, WaitMode = WaitMode.Spin });
        return Each(() => receiver.Wait(TimeSpan.Zero));
    }

    /// <summary>Nanoseconds of a send to a receiver that is awake, and of a write of an eventfd that nobody waits for.</summary>
    public static (double Send, double Write) Send()
    {
        using var receiver = new UserInterruptReceiver(new() { Delivery = InterruptDelivery.Software });
        using UserInterrupt sender = UserInterrupt.Open(receiver.AddressOf(7));
        using var eventFd = EventFd.Create(blocking: false);
        return (Each(() => sender.Send()), Each(eventFd.Signal));
    }

    /// <summary>Microseconds of a collection, with nobody beside it, and with a receiver that spins in its wait.</summary>
    public static (double Alone, double Beside) Collection()
    {
        double alone = Median();
        using var isReady = new ManualResetEventSlim();
        UserInterruptReceiver? receiver = null;
        var thread = new Thread(() =>
        {
            using var own = new UserInterruptReceiver(new() { Delivery = InterruptDelivery.Software, WaitMode = WaitMode.Spin });
            receiver = own;
            isReady.Set();
            own.Wait(Timeout.InfiniteTimeSpan);
        });
        thread.Start();
        isReady.Wait();
        double beside = Median();
        receiver!.Wake();
        thread.Join();
        return (alone, beside);
    }

    private static double Median()
    {
        double[] times = new double[Collections];
        for (int i = 0; i < times.Length; i++)
        {
            long begin = Stopwatch.GetTimestamp();
            GC.Collect();
            times[i] = Stopwatch.GetElapsedTime(begin).TotalMicroseconds;
        }

        Array.Sort(times);
        return times[times.Length / 2];
    }

    private static double Each(Action call)
    {
        double best = double.MaxValue;
        for (int round = 0; round < 5; round++)
        {
            long begin = Stopwatch.GetTimestamp();
            for (int i = 0; i < Calls; i++)
            {
                call();
            }

            best = Math.Min(best, Stopwatch.GetElapsedTime(begin).TotalNanoseconds / Calls);
        }

        return best;
    }
}
