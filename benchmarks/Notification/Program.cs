using System.Globalization;
using System.Text;
using TopHalf.Benchmarks;
using TopHalf.Benchmarks.Notification;

const int Count = 20_000;
const int Rounds = 5;
TimeSpan gap = TimeSpan.FromMicroseconds(20);

if (args is not ([] or ["--write-docs"]))
{
    Console.Error.WriteLine("It takes nothing, or --write-docs.");
    return 2;
}

(Way Way, bool InC)[] variants = [.. Enum.GetValues<Way>().SelectMany(static way => (IEnumerable<(Way, bool)>)[(way, true), (way, false)])];
foreach ((Way way, bool inC) in variants)
{
    Measurement.Take(way, inC, Count, TimeSpan.FromMicroseconds(1)); // compiled, and present
}

var rounds = new List<long[]>[variants.Length];
Array.Fill(rounds, null!);
for (int i = 0; i < variants.Length; i++)
{
    rounds[i] = [];
}

for (int round = 0; round < Rounds; round++)
{
    for (int i = 0; i < variants.Length; i++)
    {
        // Rotated, so that none of them always comes after the same other.
        int next = (i + round) % variants.Length;
        rounds[next].Add(Measurement.Take(variants[next].Way, variants[next].InC, Count, gap));
    }

    Console.Error.WriteLine($"round {round + 1} of {Rounds}");
}

var text = new StringBuilder();
text.AppendLine(CultureInfo.InvariantCulture, $"{Count:#,0} notifications, {gap.TotalMicroseconds} µs after the last was received, medians of {Rounds} rounds; {Environment.ProcessorCount} CPUs, .NET {Environment.Version}. Microseconds.\n");
text.AppendLine("| way | C p50 | p99 | p99.9 | C# p50 | p99 | p99.9 | C# ÷ C, p50 | ÷ C's eventfd that waits alike, p50 |");
text.AppendLine("|---|--:|--:|--:|--:|--:|--:|--:|--:|");
foreach (Way way in Enum.GetValues<Way>())
{
    double rival = At(way.Spins() ? Way.EventFdSpin : Way.EventFdSleep, true, 0.5);
    text.AppendLine(CultureInfo.InvariantCulture, $"| {way.Text()} | {Three(way, true)} | {Three(way, false)} | {At(way, false, 0.5) / At(way, true, 0.5):0.00} | {At(way, false, 0.5) / rival:0.00} |");
}

(double send, double write) = Costs.Send();
(double alone, double beside) = Costs.Collection();
text.AppendLine(CultureInfo.InvariantCulture, $"""

    | by itself | |
    |---|--:|
    | `UserInterrupt.Send` to a receiver that is awake, ns | {send:0.0} |
    | a write of an eventfd that nobody waits for, ns | {write:0} |
    | `UserInterruptReceiver.Wait(TimeSpan.Zero)`: into the wait and out of it, ns | {Costs.Look():0.0} |
    | `GC.Collect()` alone, µs, median of 60 | {alone:0} |
    | `GC.Collect()` beside a receiver that spins in its wait, µs | {beside:0} |
    """);
if (args is ["--write-docs"])
{
    PerformancePage.Write("notification", text.ToString());
}
else
{
    Console.Write(text);
}

return 0;

double At(Way way, bool inC, double part)
{
    double[] values = [.. rounds[Array.IndexOf(variants, (way, inC))].Select(times => times[(int)((times.Length - 1) * part)] / 1000.0).Order()];
    return values[values.Length / 2];
}

string Three(Way way, bool inC) => $"{Text(way, inC, 0.5)} | {Text(way, inC, 0.99)} | {Text(way, inC, 0.999)}";

string Text(Way way, bool inC, double part) => At(way, inC, part).ToString("0.00", CultureInfo.InvariantCulture);
