using System.Globalization;
using System.Text.RegularExpressions;

namespace TopHalf.Tool;

/// <summary>A value for a register, as it is given on the command line: <c>bar0+0x60=1</c>, or <c>bar0+0x60:16=1</c> for 16 bits.</summary>
/// <param name="Bar">0 to 5.</param>
/// <param name="Offset">Bytes from its start, a multiple of the width.</param>
/// <param name="Width">Bytes: 1, 2, 4 or 8.</param>
/// <param name="Value">Fits the width.</param>
internal sealed partial record RegisterWrite(int Bar, uint Offset, int Width, ulong Value)
{
    /// <exception cref="FormatException">The text has another form.</exception>
    public static RegisterWrite Parse(string text)
    {
        Match match = Form().Match(text);
        if (!match.Success
            || !TryNumber(match.Groups["offset"].Value, uint.MaxValue, out ulong offset)
            || !TryNumber(match.Groups["value"].Value, ulong.MaxValue, out ulong value))
        {
            throw new FormatException($"'{text}' is no register write. Write barN+OFFSET=VALUE, such as bar0+0x60=1, or bar0+0x60:16=1 for a register of 16 bits.");
        }

        int bits = match.Groups["bits"].Success ? int.Parse(match.Groups["bits"].Value, CultureInfo.InvariantCulture) : 32;
        if (value > ulong.MaxValue >> (64 - bits))
        {
            throw new FormatException($"'{text}': the value does not fit into {bits} bits.");
        }

        if (offset % (uint)(bits / 8) != 0)
        {
            throw new FormatException($"'{text}': the offset of a register of {bits} bits is a multiple of {bits / 8}.");
        }

        return new RegisterWrite(match.Groups["bar"].Value[0] - '0', (uint)offset, bits / 8, value);
    }

    /// <summary>Writes the register.</summary>
    /// <param name="bar">The BAR of this write.</param>
    public void Apply(Bar bar)
    {
        switch (Width)
        {
            case 1:
                bar.Write8(Offset, (byte)Value);
                break;
            case 2:
                bar.Write16(Offset, (ushort)Value);
                break;
            case 4:
                bar.Write32(Offset, (uint)Value);
                break;
            default:
                bar.Write64(Offset, Value);
                break;
        }
    }

    /// <exception cref="PciDeviceException">The device lacks the BAR, or the register lies outside of it.</exception>
    public Bar On(PciDevice device)
    {
        Bar bar = device.GetBar(Bar);
        return (ulong)Offset + (ulong)Width <= bar.Length
            ? bar
            : throw new PciDeviceException(
                device.Name, $"find the register bar{Bar}+0x{Offset:X}", 0,
                $"BAR {Bar} has {bar.Length:#,0} bytes.", "correct the offset");
    }

    private static bool TryNumber(string text, ulong largest, out ulong value)
        => (text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
            ? ulong.TryParse(text[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value)
            : ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value)) && value <= largest;

    [GeneratedRegex("^bar(?<bar>[0-5])\\+(?<offset>[0-9a-fx]+)(:(?<bits>8|16|32|64))?=(?<value>[0-9a-fx]+)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
