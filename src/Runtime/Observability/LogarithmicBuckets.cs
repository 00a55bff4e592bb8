using System.Numerics;

namespace TopHalf;

/// <summary>
/// Buckets that are a fixed part of their value wide, numbered from 0: the first <c>subBits + 1</c> significant bits of a value and their
/// place. Below <c>2 &lt;&lt; subBits</c> each value has a bucket of its own. Compiled into the tool's histogram too.
/// </summary>
internal static class LogarithmicBuckets
{
    /// <summary>The bucket of a value that is not negative.</summary>
    public static int IndexOf(long value, int subBits)
    {
        int exponent = Math.Max(0, BitOperations.Log2((ulong)value) - subBits);
        return (exponent << subBits) + (int)(value >> exponent);
    }

    /// <summary>The smallest value and the largest one of a bucket.</summary>
    public static (long First, long Last) BoundsOf(int index, int subBits)
    {
        int exponent = Math.Max(0, (index >> subBits) - 1);
        long mantissa = index - ((long)exponent << subBits);
        return (mantissa << exponent, ((mantissa + 1) << exponent) - 1);
    }
}
