using System.CommandLine.Parsing;

namespace TopHalf.Tool;

/// <summary>Addresses on the command line.</summary>
internal static class AddressParser
{
    /// <summary>Every token as an address; the first that is none becomes the parser's error.</summary>
    public static PciAddress[] Many(ArgumentResult result)
    {
        var addresses = new List<PciAddress>();
        foreach (Token token in result.Tokens)
        {
            try
            {
                addresses.Add(PciAddress.Parse(token.Value));
            }
            catch (FormatException e)
            {
                result.AddError(e.Message);
                return [];
            }
        }

        return [.. addresses];
    }

    /// <summary>The only token as an address.</summary>
    public static PciAddress? One(ArgumentResult result) => Many(result) is [PciAddress only] ? only : null;
}
