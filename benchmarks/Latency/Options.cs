using System.Globalization;
using TopHalf.Benchmarks.Drivers;

namespace TopHalf.Benchmarks.Latency;

/// <summary>The command line.</summary>
/// <param name="Rounds">How often each variant is measured beside each pressure.</param>
/// <param name="Events">Of each run.</param>
/// <param name="Period">From one event to the next.</param>
/// <param name="Receiver">A word that a receiver's name and way to wait must contain; empty for all.</param>
/// <param name="Pressure">The name of the only pressure; empty for all.</param>
/// <param name="Priority">Of SCHED_FIFO, for all receivers; 0 for ordinary scheduling.</param>
/// <param name="WriteDocs">Writes into docs/ what is printed otherwise.</param>
internal sealed record Options(int Rounds, int Events, TimeSpan Period, string Receiver, string Pressure, int Priority, bool WriteDocs)
{
    public static Options Parse(string[] args)
    {
        var options = new Options(3, 15_000, TimeSpan.FromMicroseconds(200), "", "", 0, false);
        for (int i = 0; i < args.Length; i++)
        {
            options = args[i] switch
            {
                "--rounds" => options with { Rounds = Number(args, ++i) },
                "--events" => options with { Events = Number(args, ++i) },
                "--period-us" => options with { Period = TimeSpan.FromMicroseconds(Number(args, ++i)) },
                "--receiver" => options with { Receiver = Word(args, ++i) },
                "--pressure" => options with { Pressure = Word(args, ++i) },
                "--priority" => options with { Priority = Number(args, ++i) },
                "--write-docs" => options with { WriteDocs = true },
                _ => throw Usage($"{args[i]} is not known."),
            };
        }

        return options.Events <= CardLayout.Capacity ? options : throw Usage($"The card's log has room for {CardLayout.Capacity} events.");
    }

    private static int Number(string[] args, int i)
        => i < args.Length && int.TryParse(args[i], NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0
            ? number
            : throw Usage($"{args[i - 1]} needs a number above 0.");

    private static string Word(string[] args, int i) => i < args.Length ? args[i] : throw Usage($"{args[i - 1]} needs a word.");

    private static ArgumentException Usage(string problem)
        => new($"{problem} Usage: Latency [--rounds N] [--events N] [--period-us N] [--receiver WORD] [--pressure idle|allocation|cpu|both] [--priority N] [--write-docs]");
}
