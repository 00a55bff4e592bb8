namespace TopHalf.Declarations;

/// <summary>Acknowledges that went to the register beside: the one that masks.</summary>
internal static class AcknowledgeReview
{
    public static void Check(DeclaredDriver driver, FaultSink faults)
    {
        var told = new HashSet<Descriptor>();
        foreach (HandlerGroup group in driver.Groups)
        {
            Descriptor[] effective = [.. group.Effective];
            foreach (Descriptor acknowledge in effective.Where(static d => d is { Role: AttributeKind.Acknowledge, Clear: IrqClear.Constant or IrqClear.Echo }))
            {
                if (FindMask(acknowledge, group, effective) is { } mask && told.Add(acknowledge))
                {
                    faults.Add(
                        DeclarationRules.AcknowledgeOfMask,
                        Anchor.Argument(acknowledge.Source, KnownNames.OffsetArgument),
                        acknowledge.Offset,
                        acknowledge.Bar,
                        mask.Source.ShortName);
                }
            }
        }
    }

    // What masks or unmasks by a plain write to the register of the acknowledge; null where none does, or where it may be so.
    private static Descriptor? FindMask(Descriptor acknowledge, HandlerGroup group, Descriptor[] effective)
    {
        Descriptor[] masks = [.. effective.Where(d => d.Role is AttributeKind.Enable or AttributeKind.Disable && !d.Modifies && d.Overlaps(acknowledge))];
        bool hasStatus = group.Pending is { } pending && pending.Overlaps(acknowledge);

        // One of them that is wrong already may be what does not belong there.
        bool isTold = masks.Any(m => MaskingReview.LeavesUnmasked(m, effective) || SetClearReview.WritesZeros(m, group));
        return hasStatus || isTold || masks.Any(m => m.Role == AttributeKind.Enable && WritesMoreThan(m, acknowledge)) ? null : masks.FirstOrDefault();
    }

    // One register that has the bits of both, where the acknowledge keeps what the enable sets.
    private static bool WritesMoreThan(Descriptor enable, Descriptor acknowledge)
        => acknowledge.Clear == IrqClear.Constant
            && acknowledge.ValueOrMask != enable.ValueOrMask && (enable.ValueOrMask & ~acknowledge.ValueOrMask) == 0;
}
