using System.Net;
using System.Net.Sockets;

namespace TopHalf.Samples.E1000e;

/// <summary>The command line.</summary>
/// <param name="Address">The address of a real card; null for the simulated one.</param>
/// <param name="Wanted">Whose MAC address to ask for.</param>
/// <param name="Mine">The IP address that the answer goes to.</param>
/// <param name="Rounds">How often the self-test raises each vector.</param>
/// <param name="Seconds">How long to wait for the answer.</param>
/// <param name="TopHalf">Who tests and masks.</param>
internal sealed record E1000eOptions(string? Address, IPAddress Wanted, IPAddress Mine, int Rounds, int Seconds, TopHalfMode TopHalf)
{
    public const string Usage = """
        Raises every vector of a gigabit network card, Intel's 82574L, and asks by ARP who has an IP address.

          ADDRESS      a real card on vfio-pci, such as 0000:00:05.0; without it a simulated one, with 10.0.2.2 at its other end
          --ask IP     whose MAC address to ask for (10.0.2.2, the gateway of QEMU's user network)
          --from IP    the address to ask from (10.0.2.15)
          --rounds N   how often each vector is raised before that (100)
          --seconds N  how long to wait for the answer (10)
          --native     with a native top half
        """;

    /// <exception cref="FormatException">The arguments are not of the form that <see cref="Usage"/> shows.</exception>
    public static E1000eOptions Parse(string[] arguments)
    {
        var options = new E1000eOptions(null, IPAddress.Parse("10.0.2.2"), IPAddress.Parse("10.0.2.15"), 100, 10, TopHalfMode.Managed);
        for (int i = 0; i < arguments.Length; i++)
        {
            options = arguments[i] switch
            {
                "--ask" => options with { Wanted = IpOf(arguments, ref i) },
                "--from" => options with { Mine = IpOf(arguments, ref i) },
                "--rounds" => options with { Rounds = Arguments.CountOf(arguments, ref i) },
                "--seconds" => options with { Seconds = Arguments.CountOf(arguments, ref i) },
                "--native" => options with { TopHalf = TopHalfMode.Native },
                string other when other.StartsWith('-') || options.Address is not null
                    => throw new FormatException($"'{other}' is not an option."),
                string address => options with { Address = address },
            };
        }

        return options;
    }

    // Four numbers: "10.2" would be an address too, and not the one that was meant.
    private static IPAddress IpOf(string[] arguments, ref int i)
    {
        string option = arguments[i];
        string text = Arguments.ValueOf(arguments, ref i);
        return IPAddress.TryParse(text, out IPAddress? ip) && ip.AddressFamily == AddressFamily.InterNetwork && ip.ToString() == text
            ? ip
            : throw new FormatException($"{option} needs an address such as 10.0.2.2, not '{text}'.");
    }
}
