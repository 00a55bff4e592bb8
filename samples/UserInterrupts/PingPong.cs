using System.Diagnostics;

namespace TopHalf.Samples.UserInterrupts;

/// <summary>
/// The example of Intel's kernel patches: one thread sends, the other sends back. Each has a receiver, and the address of the other's; the address is
/// a text, so that it goes to another process as well as to another thread.
/// </summary>
internal static class PingPong
{
    private const int Ball = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static int BetweenThreads(UserInterruptOptions options)
    {
        using var own = new UserInterruptReceiver(Receiver(options));
        string address = own.AddressOf(Ball);
        var answered = new TaskCompletionSource<string>();
        var other = new Thread(() => AnswerTo(address, options, answered.SetResult)) { IsBackground = true, Name = "answers" };
        other.Start();
        int code = Play(own, answered.Task.Result, options, "two threads");
        other.Join();
        return code;
    }

    public static int BetweenProcesses(UserInterruptOptions options)
    {
        using var own = new UserInterruptReceiver(Receiver(options));
        string[] arguments =
        [
            Environment.GetCommandLineArgs()[0], "--answer", own.AddressOf(Ball), "--rounds", $"{options.Rounds}", "--wait", options.WaitMode.ToString().ToLowerInvariant(),
        ];
        using Process other = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        string address = other.StandardOutput.ReadLine() ?? throw new IOException("The other process ended before it said where it is.");
        int code = Play(own, address, options, "two processes");
        other.WaitForExit();
        return code == 0 ? other.ExitCode : code;
    }

    /// <summary>What the other process does.</summary>
    public static int Answer(string address, UserInterruptOptions options)
    {
        AnswerTo(address, options, static own => Console.WriteLine(own));
        return 0;
    }

    private static void AnswerTo(string address, UserInterruptOptions options, Action<string> tell)
    {
        using var own = new UserInterruptReceiver(Receiver(options));
        using UserInterrupt other = UserInterrupt.Open(address);
        tell(own.AddressOf(Ball));
        for (int round = 0; round < options.Rounds; round++)
        {
            Take(own, other);
            other.Send();
        }
    }

    private static int Play(UserInterruptReceiver own, string address, UserInterruptOptions options, string who)
    {
        using UserInterrupt other = UserInterrupt.Open(address);
        long[] times = new long[options.Rounds];
        for (int round = 0; round < options.Rounds; round++)
        {
            long begin = Stopwatch.GetTimestamp();
            other.Send();
            Take(own, other);
            times[round] = Stopwatch.GetTimestamp() - begin;
        }

        Array.Sort(times);
        Console.WriteLine(
            $"ping-pong between {who}, by {(own.Delivery == InterruptDelivery.UserInterrupt ? "user interrupts" : "bits in memory")}: {options.Rounds} rounds, " +
            $"{Microseconds(times[times.Length / 2])} µs there and back in the middle, {Microseconds(times[times.Length * 99 / 100])} at 99 %");
        return 0;
    }

    private static void Take(UserInterruptReceiver own, UserInterrupt other)
    {
        for (; ; )
        {
            ulong vectors = own.Wait(Patience);
            if (vectors == 1UL << Ball)
            {
                return;
            }

            if (vectors == 0)
            {
                throw new TimeoutException(other.IsReceiverAlive ? "The ball did not come back." : "The other one is gone.");
            }
        }
    }

    private static UserInterruptReceiverOptions Receiver(UserInterruptOptions options) => new() { WaitMode = options.WaitMode };

    private static string Microseconds(long ticks)
        => (ticks * 1e6 / Stopwatch.Frequency).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
}
