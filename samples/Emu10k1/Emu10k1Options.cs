namespace TopHalf.Samples.Emu10k1;

/// <summary>The command line.</summary>
/// <param name="Address">The address of a real card; null for the simulated one.</param>
/// <param name="Periods">How long the song is, in sample periods.</param>
/// <param name="Ticks">How many ticks of a real card's timer.</param>
/// <param name="TopHalf">Who tests and acknowledges.</param>
internal sealed record Emu10k1Options(string? Address, int Periods, int Ticks, TopHalfMode TopHalf)
{
    public const string Usage = """
        Handles the interrupts of Creative's EMU10K1 sound processor.

          ADDRESS       a real card on vfio-pci, such as 0000:00:05.0; without it a simulated one
          --periods N   how long the song on the simulated card is, in sample periods (48000)
          --ticks N     how many ticks of a real card's timer (100)
          --native      with a native top half
        """;

    /// <exception cref="FormatException">The arguments are not of the form that <see cref="Usage"/> shows.</exception>
    public static Emu10k1Options Parse(string[] arguments)
    {
        var options = new Emu10k1Options(null, 48_000, 100, TopHalfMode.Managed);
        for (int i = 0; i < arguments.Length; i++)
        {
            options = arguments[i] switch
            {
                "--periods" => options with { Periods = Arguments.CountOf(arguments, ref i) },
                "--ticks" => options with { Ticks = Arguments.CountOf(arguments, ref i) },
                "--native" => options with { TopHalf = TopHalfMode.Native },
                string other when other.StartsWith('-') || options.Address is not null
                    => throw new FormatException($"'{other}' is not an option."),
                string address => options with { Address = address },
            };
        }

        return options;
    }
}
