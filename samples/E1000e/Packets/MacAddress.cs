using System.Globalization;

namespace TopHalf.Samples.E1000e;

/// <summary>The address of a network card.</summary>
/// <param name="Value">Its six bytes, the first one highest.</param>
public readonly record struct MacAddress(ulong Value)
{
    /// <summary>Bytes.</summary>
    public const int Size = 6;

    /// <summary>All that are on the wire.</summary>
    public static MacAddress Everybody => new(0xFFFF_FFFF_FFFF);

    /// <summary>From its bytes, in the order of the wire.</summary>
    public static MacAddress FromBytes(ReadOnlySpan<byte> bytes)
    {
        ulong value = 0;
        foreach (byte next in bytes[..Size])
        {
            value = (value << 8) | next;
        }

        return new MacAddress(value);
    }

    /// <summary>From the registers RAL and RAH, which have the first byte lowest.</summary>
    public static MacAddress FromRegisters(uint low, uint high)
        => FromBytes([(byte)low, (byte)(low >> 8), (byte)(low >> 16), (byte)(low >> 24), (byte)high, (byte)(high >> 8)]);

    /// <summary>Writes its bytes in the order of the wire.</summary>
    public void CopyTo(Span<byte> bytes)
    {
        for (int i = 0; i < Size; i++)
        {
            bytes[i] = (byte)(Value >> (8 * (Size - 1 - i)));
        }
    }

    /// <summary>As in 52:54:00:12:34:56.</summary>
    public override string ToString()
    {
        Span<byte> bytes = stackalloc byte[Size];
        CopyTo(bytes);
        return string.Join(':', bytes.ToArray().Select(static part => part.ToString("x2", CultureInfo.InvariantCulture)));
    }
}
