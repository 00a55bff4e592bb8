using System.Globalization;
using TopHalf.Benchmarks.Latency;

Options options;
try
{
    options = Options.Parse(args);
}
catch (ArgumentException e)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}

var source = new Source(options.Events, options.Period);
PressureKind[] pressures = [.. PressureKinds.All.Where(p => options.Pressure.Length == 0 || p.FileName() == options.Pressure)];

// One that spins before all others would leave them nothing: of those with a priority, only what sleeps is measured.
Variant[] variants = [.. Variant.All.Where(v => (options.Priority == 0 || v.Wait != WaitKind.Spin)
    && $"{v.Name}, {v.Wait.Text()}".Contains(options.Receiver, StringComparison.OrdinalIgnoreCase))];
if (pressures.Length == 0 || variants.Length == 0)
{
    Console.Error.WriteLine($"There is no receiver '{options.Receiver}' or no pressure '{options.Pressure}'.");
    return 2;
}

// Compiled and present before anything counts, as a program's first second does it.
var warmUp = new Source(20_000, TimeSpan.FromMicroseconds(50));
foreach (Variant variant in variants)
{
    Measurement.Take(variant, PressureKind.None, warmUp, options.Priority);
}

var measurements = new List<Measurement>();
for (int round = 0; round < options.Rounds; round++)
{
    foreach (PressureKind kind in pressures)
    {
        using var pressure = Pressure.Begin(kind);
        for (int i = 0; i < variants.Length; i++)
        {
            // Rotated, so that none of them always comes after the same other.
            Variant variant = variants[(i + round) % variants.Length];
            measurements.Add(Measurement.Take(variant, kind, source, options.Priority));
            Console.Error.WriteLine($"round {round + 1} of {options.Rounds}, {kind.Text()}: {variant.Name}, {variant.Wait.Text()}");
        }
    }
}

var comparison = new Comparison(measurements);
string introduction = string.Create(CultureInfo.InvariantCulture, $"""
    {options.Events:#,0} events, {options.Period.TotalMicroseconds} µs apart, medians of {options.Rounds} rounds; {Environment.ProcessorCount} CPUs, .NET {Environment.Version}. Microseconds from the
    raise of each event. {(options.Priority > 0 ? $"All receivers have priority {options.Priority} of SCHED_FIFO" : "All receivers are scheduled as ordinary threads")}. How late the source itself was, at worst of all runs: {Table.OfSource(comparison)}.

    {Table.OfTargets(comparison)}
    """);
if (options.WriteDocs)
{
    Documents.Write(options.Priority > 0 ? "latency-fifo" : "latency", comparison, Caption, introduction);
}
else
{
    Console.WriteLine(introduction);
    foreach (PressureKind kind in comparison.Pressures)
    {
        Console.WriteLine($"{Caption(kind)}\n\n{Table.Of(comparison, kind)}");
    }
}

return 0;

static string Caption(PressureKind kind)
{
    string text = kind.Text();
    return $"#### {char.ToUpperInvariant(text[0])}{text[1..]}";
}
