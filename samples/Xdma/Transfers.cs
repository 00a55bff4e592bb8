namespace TopHalf.Samples.Xdma;

/// <summary>What the program does: bytes to the card and back on every channel, on the simulated card with events of the logic between.</summary>
internal static class Transfers
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Moves bytes of its own to the card and back in each round.</summary>
    /// <param name="driver">The driver.</param>
    /// <param name="rounds">How many.</param>
    /// <param name="happen">Lets something happen in the logic of a card that is ours.</param>
    /// <returns>How many came back wrong.</returns>
    public static int Run(XdmaDriver driver, int rounds, Action<int>? happen)
    {
        int wrong = 0;
        var random = new Random(1);
        for (int round = 0; round < rounds; round++)
        {
            for (int channel = 0; channel < XdmaDriver.Channels; channel++)
            {
                byte[] sent = new byte[4 * random.Next(1, 1 + (0x4000 / 4))];
                random.NextBytes(sent);
                ulong place = (ulong)channel * 0x8000;
                driver.Send(channel, sent, place);
                happen?.Invoke(((2 * round) + channel) % UserLogic.Handled);
                byte[] received = new byte[sent.Length];
                driver.Receive(channel, received, place);
                wrong += received.AsSpan().SequenceEqual(sent) ? 0 : 1;
            }

            happen?.Invoke(9); // nobody handles it: the first one masks it
        }

        return wrong;
    }

    /// <summary>Waits until all events of the logic were handled.</summary>
    public static void AwaitUserEvents(XdmaDriver driver, int rounds)
    {
        if (!SpinWait.SpinUntil(() => UserEvents(driver) == 2 * rounds, Patience))
        {
            throw new TimeoutException($"{2 * rounds} events of the logic were raised and {UserEvents(driver)} handled.");
        }
    }

    /// <summary>The table at the end.</summary>
    public static void Print(XdmaDriver driver, int rounds, int wrong)
    {
        for (int channel = 0; channel < XdmaDriver.Channels; channel++)
        {
            Console.WriteLine($"channel {channel} to the card:   {driver.ToCard[channel].Finished} transfers, {driver.ToCard[channel].Interrupts} interrupts");
            Console.WriteLine($"channel {channel} from the card: {driver.FromCard[channel].Finished} transfers, {driver.FromCard[channel].Interrupts} interrupts");
        }

        Console.WriteLine($"{4 * rounds} transfers, {wrong} came back wrong");
    }

    /// <summary>What was handled of the logic's events.</summary>
    public static void Print(SimulatedXdma card, XdmaDriver driver, int rounds, InterruptStatistics statistics)
    {
        Console.WriteLine($"{2 * rounds} events of the logic, {UserEvents(driver)} handled");
        Console.WriteLine(
            $"{statistics[0].Unclaimed} unclaimed (user interrupt 9), and masked; enabled after the end: user 0x{card.Enabled.User:X}, channels 0x{card.Enabled.Channels:X}");
    }

    private static long UserEvents(XdmaDriver driver) => Enumerable.Range(0, UserLogic.Handled).Sum(driver.UserEvents);
}
