namespace TopHalf.Samples.Ivshmem;

/// <summary>The command line.</summary>
/// <param name="Address">The address of a real card; null for the simulated one.</param>
/// <param name="Rings">How often each vector is rung.</param>
/// <param name="Seconds">How long to wait for a peer of whom nothing is heard.</param>
/// <param name="TopHalf">Who acknowledges.</param>
internal sealed record IvshmemOptions(string? Address, int Rings, int Seconds, TopHalfMode TopHalf)
{
    public const string Usage = """
        Has the peer of an ivshmem-doorbell ring each of its vectors, and rings back.

          ADDRESS      a card of QEMU's on vfio-pci, such as 0000:00:0a.0; without it a simulated one with a peer
          --rings N    how often each vector is rung (1000)
          --seconds N  how long to wait for a peer of whom nothing is heard (10)
          --native     with a native top half
        """;

    /// <exception cref="FormatException">The arguments are not of the form that <see cref="Usage"/> shows.</exception>
    public static IvshmemOptions Parse(string[] arguments)
    {
        var options = new IvshmemOptions(null, 1000, 10, TopHalfMode.Managed);
        for (int i = 0; i < arguments.Length; i++)
        {
            options = arguments[i] switch
            {
                "--rings" => options with { Rings = Arguments.CountOf(arguments, ref i) },
                "--seconds" => options with { Seconds = Arguments.CountOf(arguments, ref i) },
                "--native" => options with { TopHalf = TopHalfMode.Native },
                string other when other.StartsWith('-') || options.Address is not null
                    => throw new FormatException($"'{other}' is not an option."),
                string address => options with { Address = address },
            };
        }

        return options;
    }
}
