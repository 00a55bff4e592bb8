using System.Globalization;

namespace TopHalf;

/// <summary>A BAR as sysfs has it: a line of a function's file <c>resource</c>.</summary>
/// <param name="Start">Where the machine has put it.</param>
/// <param name="Length">Bytes; 0 for a BAR that the function lacks.</param>
/// <param name="IsPort">It is one of I/O ports.</param>
internal readonly record struct PciResource(ulong Start, ulong Length, bool IsPort)
{
    private const ulong IsIo = 0x100; // linux/ioport.h: IORESOURCE_IO

    /// <summary>Reads a line: first address, last address and flags, in hexadecimal.</summary>
    /// <param name="lines">The file.</param>
    /// <param name="bar">0 to 5.</param>
    public static PciResource Parse(string[] lines, int bar)
    {
        if (bar >= lines.Length || lines[bar].Split(' ') is not [var first, var last, var flags])
        {
            return default;
        }

        (ulong start, ulong end) = (Hex(first), Hex(last));
        return end > start ? new PciResource(start, end - start + 1, (Hex(flags) & IsIo) != 0) : default;
    }

    private static ulong Hex(string text)
        => ulong.Parse(text.AsSpan(text.StartsWith("0x", StringComparison.Ordinal) ? 2 : 0), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
