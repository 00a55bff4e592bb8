namespace TopHalf.Samples.Xdma;

/// <summary>The command line.</summary>
/// <param name="Address">The address of a real card; null for the simulated one.</param>
/// <param name="Rounds">How many transfers each channel does.</param>
/// <param name="TopHalf">Who tests and masks.</param>
internal sealed record XdmaOptions(string? Address, int Rounds, TopHalfMode TopHalf)
{
    public const string Usage = """
        Moves bytes to an FPGA with Xilinx's DMA subsystem and back, and handles the interrupts of its logic.

          ADDRESS      a real card on vfio-pci, such as 0000:00:05.0, whose memory is overwritten; without it a simulated one
          --rounds N   how many transfers each channel does (100)
          --native     with a native top half
        """;

    /// <exception cref="FormatException">The arguments are not of the form that <see cref="Usage"/> shows.</exception>
    public static XdmaOptions Parse(string[] arguments)
    {
        var options = new XdmaOptions(null, 100, TopHalfMode.Managed);
        for (int i = 0; i < arguments.Length; i++)
        {
            options = arguments[i] switch
            {
                "--rounds" => options with { Rounds = Arguments.CountOf(arguments, ref i) },
                "--native" => options with { TopHalf = TopHalfMode.Native },
                string other when other.StartsWith('-') || options.Address is not null
                    => throw new FormatException($"'{other}' is not an option."),
                string address => options with { Address = address },
            };
        }

        return options;
    }
}
