namespace TopHalf.Declarations;

/// <summary>The bits of a mask as numbers.</summary>
public static class BitMask
{
    /// <summary>The lowest set bit; 0 of an empty mask.</summary>
    public static int Lowest(ulong mask)
    {
        int bit = 0;
        while (mask != 0 && (mask & 1) == 0)
        {
            mask >>= 1;
            bit++;
        }

        return bit;
    }

    /// <summary>From the lowest set bit to the highest, both included; 0 of an empty mask.</summary>
    public static int Width(ulong mask)
    {
        int width = 0;
        for (ulong left = mask >> Lowest(mask); left != 0; left >>= 1)
        {
            width++;
        }

        return width;
    }
}
