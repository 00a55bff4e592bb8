using System.Globalization;

namespace TopHalf.Samples.Nvme;

/// <summary>The command line.</summary>
/// <param name="Device">The address of a real controller; null for the simulated one.</param>
/// <param name="Blocks">How many blocks to read from the first on; null for all.</param>
/// <param name="BlocksPerRead">Blocks of a command.</param>
/// <param name="Queues">I/O queues that take turns.</param>
internal sealed record NvmeOptions(string? Device, ulong? Blocks, int BlocksPerRead, int Queues)
{
    public const string Usage = """
        Reads an NVMe disk by interrupt and by polling, and prints its SHA-256, reads per second and interrupts per read.

          ADDRESS               a real controller on vfio-pci, such as 0000:00:06.0; without it a simulated one
          --blocks N            only the first N blocks
          --blocks-per-read N   blocks of a command (8)
          --queues N            I/O queues that take turns, 1 to 4 (1)
        """;

    /// <exception cref="FormatException">The arguments are not of the form that <see cref="Usage"/> shows.</exception>
    public static NvmeOptions Parse(string[] arguments)
    {
        var options = new NvmeOptions(null, null, 8, 1);
        for (int i = 0; i < arguments.Length; i++)
        {
            options = arguments[i] switch
            {
                "--blocks" => options with { Blocks = (ulong)Number(arguments, ref i, long.MaxValue) },
                "--blocks-per-read" => options with { BlocksPerRead = (int)Number(arguments, ref i, 65_536) },
                "--queues" => options with { Queues = (int)Number(arguments, ref i, NvmeDriver.IoQueues) },
                { Length: > 0 } address when address[0] != '-' && options.Device is null => options with { Device = address },
                string other => throw new FormatException($"'{other}' is not an option; --help shows them."),
            };
        }

        return options;
    }

    private static long Number(string[] arguments, ref int i, long highest)
    {
        string option = arguments[i];
        string text = ++i < arguments.Length ? arguments[i] : throw new FormatException($"{option} needs a number.");
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) && number > 0 && number <= highest
            ? number
            : throw new FormatException($"{option} needs a number from 1 to {highest:#,0}, not '{text}'.");
    }
}
