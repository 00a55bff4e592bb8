namespace TopHalf.Declarations;

/// <summary>
/// Whether two handlers may have the same bit of the status register: where it leads to further registers, each of them can have its own,
/// or its own bits of one.
/// </summary>
internal static class SharedBits
{
    public static bool CanShare(ParsedHandler first, ParsedHandler second)
        => first.Own.Banks.Count > 0 && second.Own.Banks.Count > 0
            && !first.Own.Banks.Any(f => second.Own.Banks.Any(s => HaveOneBit(f.Register, first, s.Register, second)));

    private static bool HaveOneBit(Descriptor first, ParsedHandler ofFirst, Descriptor second, ParsedHandler ofSecond)
    {
        if (!first.IsFoundLike(second) || Places(first, ofFirst).Shared(Places(second, ofSecond)) is null)
        {
            return false;
        }

        // Masks of registers that are in each other, or that move apart, are not the same bits.
        return first.Place != second.Place || first.Address != second.Address || (first.Mask & second.Mask) != 0;
    }

    private static RegisterPlaces Places(Descriptor bank, ParsedHandler handler)
    {
        var sources = new SourceIndices(handler.Vectors.Max(static v => v.Count), handler.Own.Bits is { Each: true } bits ? bits.Mask : 1);
        return new RegisterPlaces(bank.Place, bank.Address is { IndexStride: 0 } address ? address.Stride : 0, sources);
    }
}
