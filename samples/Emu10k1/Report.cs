namespace TopHalf.Samples.Emu10k1;

/// <summary>The table at the end.</summary>
internal static class Report
{
    /// <summary>What a card of ours has raised beside what was handled.</summary>
    /// <returns>The program's exit code: 1 where something was lost.</returns>
    public static int Print(SimulatedEmu10k1 card, Emu10k1Driver driver, VectorStatistics line, uint enabled)
    {
        Console.WriteLine($"{"source",-24}{"raised",8}{"handled",9}");
        long lost = 0;
        for (int source = 0; source < Source.Count; source++)
        {
            (long raised, long handled) = (card.Raised[source], driver.Handled[source]);
            lost += Math.Abs(raised - handled);
            if (raised != 0 || handled != 0)
            {
                Console.WriteLine($"{Source.NameOf(source),-24}{raised,8}{handled,9}{(raised == handled ? "" : "  differs")}");
            }
        }

        Console.WriteLine($"{card.Raised.Sum} raised, {driver.Handled.Sum} handled, {lost} lost, {card.Overruns} overrun");
        Console.WriteLine(
            $"{line.Unclaimed} unclaimed (CD-ROM), and masked: enabled were 0x{enabled:X8}, and are 0x{card.Enabled:X8} after the end");
        return lost == 0 ? 0 : 1;
    }

    /// <summary>What was handled of a real card.</summary>
    public static void Print(Emu10k1Driver driver, VectorStatistics line)
    {
        for (int source = 0; source < Source.Count; source++)
        {
            if (driver.Handled[source] != 0)
            {
                Console.WriteLine($"{Source.NameOf(source),-24}{driver.Handled[source],9}");
            }
        }

        Console.WriteLine($"line: {line.Signals} signals, {line.Spurious} spurious (of other cards, or none), {line.Unclaimed} unclaimed");
    }
}
