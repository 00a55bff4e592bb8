using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace TopHalf.Generator;

/// <summary>Constants as C# text.</summary>
internal static class Literals
{
    /// <summary>Bits of a register: all digits of its width, in groups of four (<c>0x0000_00FF</c>).</summary>
    public static string Bits(ulong value, int width)
    {
        string digits = value.ToString("X" + (width / 4).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        var text = new StringBuilder("0x");
        for (int i = 0; i < digits.Length; i++)
        {
            if (i > 0 && (digits.Length - i) % 4 == 0)
            {
                text.Append('_');
            }

            text.Append(digits[i]);
        }

        return text.ToString();
    }

    /// <summary>Bits of no register: the digits of 32 bits where they are enough, else of 64.</summary>
    public static string Bits(ulong value) => Bits(value, value <= uint.MaxValue ? 32 : 64);

    /// <summary>An offset in bytes: two hexadecimal digits or more (<c>0x24</c>).</summary>
    public static string Offset(uint offset) => "0x" + offset.ToString("X2", CultureInfo.InvariantCulture);

    /// <summary>A PCI id: four hexadecimal digits.</summary>
    public static string Id(ushort id) => "0x" + id.ToString("X4", CultureInfo.InvariantCulture);

    /// <summary>A decimal number.</summary>
    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A string with its quotes.</summary>
    public static string Text(string value) => SymbolDisplay.FormatLiteral(value, quote: true);
}
