using System.Globalization;

namespace TopHalf;

/// <summary>The address of a PCI function: domain, bus, device and function, as lspci -D prints it.</summary>
/// <param name="Domain">0 to 0xFFFF, or more for the domains that a host bridge's driver makes up.</param>
/// <param name="Bus">0 to 0xFF.</param>
/// <param name="Device">0 to 0x1F.</param>
/// <param name="Function">0 to 7.</param>
internal readonly record struct PciAddress(uint Domain, byte Bus, byte Device, byte Function)
{
    /// <summary>Reads "0000:00:05.0", or "00:05.0" for one in domain 0; digits are hexadecimal.</summary>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static PciAddress Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] parts = text.Split(':');
        if (parts.Length is 2 or 3 && parts[^1].Split('.') is [string device, string function])
        {
            uint domain = 0;
            if ((parts.Length == 2 || TryHex(parts[0], 4, 8, uint.MaxValue, out domain))
                && TryHex(parts[^2], 2, 2, 0xFF, out uint bus)
                && TryHex(device, 2, 2, 0x1F, out uint slot)
                && TryHex(function, 1, 1, 7, out uint number))
            {
                return new PciAddress(domain, (byte)bus, (byte)slot, (byte)number);
            }
        }

        throw new FormatException(
            $"'{text}' is no address of a PCI device. Write domain:bus:device.function in hexadecimal, such as 0000:00:05.0 or " +
            "00:05.0; 'lspci -D' lists them.");
    }

    /// <summary>The form that sysfs and VFIO use: 0000:00:05.0.</summary>
    public override string ToString() => $"{Domain:x4}:{Bus:x2}:{Device:x2}.{Function:x}";

    private static bool TryHex(string text, int shortest, int longest, uint maximum, out uint value)
    {
        value = 0;
        return text.Length >= shortest && text.Length <= longest
            && uint.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value)
            && value <= maximum;
    }
}
