namespace TopHalf.Declarations;

/// <summary>Writes that do the opposite of what their role says, or nothing.</summary>
internal static class MaskingReview
{
    public static void Check(DeclaredDriver driver, FaultSink faults)
    {
        var told = new HashSet<Descriptor>();
        Descriptor[] enables = [.. OfRole(AttributeKind.Enable)];
        foreach (HandlerGroup group in driver.Groups)
        {
            Descriptor[] effective = [.. group.Effective];
            foreach (Descriptor disable in effective.Where(d => LeavesUnmasked(d, effective) && told.Add(d)))
            {
                Report(disable);
            }

            if (group.Pending is { } pending)
            {
                foreach (Descriptor acknowledge in group.Effective.Where(d => d.Clear == IrqClear.Modify && WritesBackStatus(pending, d, effective) && told.Add(d)))
                {
                    faults.Add(
                        DeclarationRules.ModifyOfPending, Anchor.Argument(acknowledge.Source, KnownNames.Clear), acknowledge.Offset, acknowledge.Bar);
                }
            }
        }

        foreach (Descriptor release in OfRole(AttributeKind.Release).Where(r => enables.Any(e => WritesTheSame(e, r))))
        {
            Report(release);
        }

        // It writes the bits that nobody claims as ones.
        foreach (Descriptor unclaimed in OfRole(AttributeKind.Unclaimed).Where(u => u.Value is null && enables.Any(e => WritesOnes(e, u))))
        {
            Report(unclaimed);
        }

        SetClearReview.Check(driver, faults);

        IEnumerable<Descriptor> OfRole(AttributeKind role) => driver.Descriptors.Select(static d => d.Descriptor).Where(d => d.Role == role);

        void Report(Descriptor wrong) => faults.Add(
            DeclarationRules.LeavesUnmasked,
            Anchor.Attribute(wrong.Source),
            wrong.Source.ShortName,
            wrong.ValueOrMask,
            wrong.Offset,
            wrong.Bar);
    }

    /// <summary>TH1311 of a disable, among all that applies to its handlers.</summary>
    internal static bool LeavesUnmasked(Descriptor descriptor, Descriptor[] effective)
        => descriptor.Role == AttributeKind.Disable && effective.Any(e => e.Role == AttributeKind.Enable && WritesTheSame(e, descriptor));

    private static bool WritesOnes(Descriptor enable, Descriptor unclaimed)
        => enable.Place == unclaimed.Place && enable.Address == unclaimed.Address && enable.ValueOrMask != 0;

    // The other leaves what the enable wrote as it is. Of two that modify, each writes the bits under its own mask: the same value
    // under masks that have no bit in common is about different bits.
    private static bool WritesTheSame(Descriptor enable, Descriptor other)
        => enable.Place == other.Place && enable.Address == other.Address && enable.ValueOrMask == other.ValueOrMask
            && !(enable.Modifies && other.Modifies && (enable.Mask & other.Mask) == 0);

    // Where a written 1 clears, a 1 that was read belongs to an interrupt that nobody has handled. Where the acknowledge writes
    // zeros only, a written 0 clears, and ones are left alone. Who preserves bits, or masks by others of the same register, has looked
    // at it; who does not, may not know of those that are no handler's.
    private static bool WritesBackStatus(Descriptor pending, Descriptor acknowledge, Descriptor[] effective)
    {
        bool isKnown = acknowledge.Preserve != 0 || effective.Any(d => d is { Role: AttributeKind.Disable or AttributeKind.Enable, Modifies: true }
            && d.Place == acknowledge.Place && d.Address == acknowledge.Address);
        return !pending.ReadClears && acknowledge.ValueOrMask != 0 && acknowledge.Overlaps(pending)
            && ((isKnown ? pending.Mask : acknowledge.Type.AllOnes) & ~acknowledge.Mask & ~acknowledge.Preserve) != 0;
    }
}
