using System.Numerics;

namespace TopHalf;

/// <summary>The bits of a mask as numbers: what <see cref="StepOperation.EachBit"/> counts.</summary>
internal static class StatusBitsOf
{
    /// <summary>The lowest set bit; 0 of an empty mask.</summary>
    public static int Lowest(ulong mask) => mask == 0 ? 0 : BitOperations.TrailingZeroCount(mask);

    /// <summary>The index of a bit within the sources of a step.</summary>
    /// <param name="step">The <see cref="StepOperation.EachBit"/>.</param>
    /// <param name="outer">The index around it.</param>
    /// <param name="bit">A bit of its mask.</param>
    public static int Index(Step step, int outer, int bit) => (outer * step.Extent) + (int)step.Value + bit - Lowest(step.Mask);
}
