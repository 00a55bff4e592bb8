using System.Diagnostics;
using System.Net;

namespace TopHalf.Samples.E1000e;

/// <summary>Asks who has an IP address, and waits for the answer.</summary>
internal static class Question
{
    /// <summary>Sends the question, takes frames until the answer is among them, and prints both.</summary>
    /// <exception cref="TimeoutException">Nobody has answered.</exception>
    public static void Ask(E1000eDriver driver, IPAddress wanted, IPAddress mine, TimeSpan limit)
    {
        var question = ArpPacket.WhoHas(wanted, driver.Address, mine);
        byte[] frame = question.ToFrame();
        driver.Send(frame);
        Console.WriteLine($"sent     {frame.Length} bytes: {question}");
        byte[] received = new byte[E1000eDriver.MostReceivedBytes];
        long start = Stopwatch.GetTimestamp();
        for (int others = 0; ; others++)
        {
            TimeSpan left = limit - Stopwatch.GetElapsedTime(start);
            int length;
            try
            {
                length = driver.Receive(received, left > TimeSpan.Zero ? left : TimeSpan.Zero);
            }
            catch (TimeoutException)
            {
                throw new TimeoutException($"Nobody has answered for {wanted} in {limit.TotalSeconds} s; {others} other frames came.");
            }

            if (ArpPacket.TryParse(received.AsSpan(0, length)) is { } answer && IsAnswer(answer, question))
            {
                Console.WriteLine($"received {length} bytes: {answer}");
                return;
            }
        }
    }

    private static bool IsAnswer(ArpPacket answer, ArpPacket question)
        => answer == question.Answer(answer.Sender) && answer.Sender != MacAddress.Everybody;
}
