using System.CommandLine.Parsing;
using System.Globalization;

namespace TopHalf.Tool;

/// <summary>Durations on the command line, <c>250us</c>, <c>1ms</c>, <c>2s</c>; microseconds where there is no unit, as in cyclictest.</summary>
internal static class DurationParser
{
    private static readonly (string Unit, double Nanoseconds)[] Units = [("us", 1e3), ("ms", 1e6), ("s", 1e9), ("", 1e3)];

    // Below it, a sleep takes longer than the interval; above it, nobody waits.
    private const double Shortest = 10e3;
    private const double Longest = 60e9;

    /// <returns>Nanoseconds.</returns>
    public static long? Interval(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        (string unit, double factor) = Units.First(unit => text.EndsWith(unit.Unit, StringComparison.Ordinal));
        if (double.TryParse(text[..^unit.Length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number)
            && number * factor is >= Shortest and <= Longest)
        {
            return (long)Math.Round(number * factor);
        }

        result.AddError($"--interval: '{text}' is no time from 10us to 60s. Write it with a unit, such as 250us, 1ms or 2s.");
        return null;
    }
}
