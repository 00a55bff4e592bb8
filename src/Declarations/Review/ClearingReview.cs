namespace TopHalf.Declarations;

/// <summary>Bits of a status register that make an interrupt pending and that nothing clears.</summary>
internal static class ClearingReview
{
    public static void Check(DeclaredDriver driver, FaultSink faults)
    {
        // A status register of the class is one register, however many groups it is read for.
        foreach (IGrouping<Descriptor, HandlerGroup> readers in driver.Groups
            .Where(static g => g.Pending is { Value: null, ReadClears: false })
            .GroupBy(static g => g.Pending!))
        {
            ulong left = readers.Aggregate(0UL, static (bits, group) => bits | Left(group));
            if (left != 0)
            {
                faults.Add(DeclarationRules.StatusNotCleared, Anchor.Argument(readers.Key.Source, KnownNames.MaskArgument), left);
            }
        }
    }

    // TH1505 tells of the bits that nobody claims.
    private static ulong Left(HandlerGroup group)
    {
        Descriptor pending = group.Pending!;
        ulong left = pending.Mask & ~group.UnclaimedBits;
        foreach (Descriptor acknowledge in group.Acknowledges)
        {
            bool isOwn = group.Handlers.Any(h => h.Own.All.Contains(acknowledge));
            left &= ~(isOwn && acknowledge.Clear == IrqClear.AtSource ? ulong.MaxValue : Cleared(acknowledge, pending, ulong.MaxValue));
        }

        foreach (ParsedHandler handler in group.Handlers)
        {
            ulong bits = handler.Own.Bits?.Mask ?? ulong.MaxValue;
            foreach (Descriptor own in handler.Own.Acknowledges)
            {
                left &= ~(own.Clear == IrqClear.AtSource ? bits : Cleared(own, pending, bits));
            }

            if (handler.Own.Banks.Count > 0 || IsOfLine(handler, group))
            {
                left &= ~bits;
            }
        }

        return left;
    }

    // A line that nothing acknowledges is masked, or TH1508 tells of it.
    private static bool IsOfLine(ParsedHandler handler, HandlerGroup group)
        => group.IsLine && group.Acknowledges.IsEmpty && handler.Own.Acknowledges.IsEmpty;

    // What another register clears, only the card knows, and so it is where one has a register or a bit for each source and the other not.
    private static ulong Cleared(Descriptor acknowledge, Descriptor pending, ulong all)
    {
        if (!acknowledge.Overlaps(pending) || !HaveOneStride(acknowledge, pending))
        {
            return all;
        }

        int shift = 8 * (int)((long)acknowledge.Offset - pending.Offset);
        return shift >= 0 ? acknowledge.Mask << shift : acknowledge.Mask >> -shift;
    }

    private static bool HaveOneStride(Descriptor left, Descriptor right)
        => left.Address?.Stride == right.Address?.Stride
            && left.Address?.StrideFrom == right.Address?.StrideFrom
            && left.Address?.IndexStride == right.Address?.IndexStride
            && left.Address?.BitStride == right.Address?.BitStride;
}
