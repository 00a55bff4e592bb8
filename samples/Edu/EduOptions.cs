namespace TopHalf.Samples.Edu;

/// <summary>The command line.</summary>
/// <param name="Device">The address of a real device; null for the simulated one.</param>
/// <param name="Count">How many factorials.</param>
/// <param name="Transfers">How many transfers each way, behind them.</param>
/// <param name="Line">By the level-triggered line, and not by the message.</param>
/// <param name="Quiet">No line per interrupt.</param>
internal sealed record EduOptions(string? Device, int Count, int Transfers, bool Line, bool Quiet)
{
    public const string Usage = """
        Computes factorials on QEMU's educational device, moves memory to it and back, and handles its interrupts.

          --device ADDRESS  a real device on vfio-pci, such as 0000:00:05.0; without it a simulated one
          --count N         how many factorials (12)
          --dma N           how many transfers each way after that (0)
          --intx            by the device's level-triggered line, and not by its message
          --quiet           only the summary
        """;

    /// <exception cref="FormatException">The arguments are not of the form that <see cref="Usage"/> shows.</exception>
    public static EduOptions Parse(string[] arguments)
    {
        var options = new EduOptions(null, 12, 0, false, false);
        for (int i = 0; i < arguments.Length; i++)
        {
            options = arguments[i] switch
            {
                "--device" => options with { Device = Arguments.ValueOf(arguments, ref i) },
                "--count" => options with { Count = Arguments.CountOf(arguments, ref i) },
                "--dma" => options with { Transfers = Arguments.CountOf(arguments, ref i) },
                "--intx" => options with { Line = true },
                "--quiet" => options with { Quiet = true },
                string other => throw new FormatException($"'{other}' is not an option."),
            };
        }

        return options;
    }
}
