using System.Globalization;

namespace TopHalf.Samples.Edu;

/// <summary>The command line.</summary>
/// <param name="Device">The address of a real device; null for the simulated one.</param>
/// <param name="Count">How many factorials.</param>
/// <param name="Quiet">No line per interrupt.</param>
internal sealed record EduOptions(string? Device, int Count, bool Quiet)
{
    public const string Usage = """
        Computes factorials on QEMU's educational device and handles its interrupts.

          --device ADDRESS  a real device on vfio-pci, such as 0000:00:05.0; without it a simulated one
          --count N         how many factorials (12)
          --quiet           only the summary
        """;

    /// <exception cref="FormatException">The arguments are not of the form that <see cref="Usage"/> shows.</exception>
    public static EduOptions Parse(string[] arguments)
    {
        var options = new EduOptions(null, 12, false);
        for (int i = 0; i < arguments.Length; i++)
        {
            options = arguments[i] switch
            {
                "--device" => options with { Device = ValueOf(arguments, ref i) },
                "--count" => options with { Count = CountOf(ValueOf(arguments, ref i)) },
                "--quiet" => options with { Quiet = true },
                string other => throw new FormatException($"'{other}' is not an option."),
            };
        }

        return options;
    }

    private static string ValueOf(string[] arguments, ref int i)
        => ++i < arguments.Length ? arguments[i] : throw new FormatException($"{arguments[i - 1]} needs a value.");

    private static int CountOf(string text)
        => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int count) && count > 0
            ? count
            : throw new FormatException($"--count needs a number above 0, not '{text}'.");
}
