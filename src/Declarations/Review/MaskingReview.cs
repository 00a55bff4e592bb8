namespace TopHalf.Declarations;

/// <summary>Writes that do the opposite of what their role says.</summary>
internal static class MaskingReview
{
    public static void Check(DeclaredDriver driver, FaultSink faults)
    {
        var told = new HashSet<Descriptor>();
        foreach (DeclaredHandler handler in driver.Handlers)
        {
            if (handler is { Enable: { } enable, Disable: { } disable } && WritesTheSame(enable, disable) && told.Add(disable))
            {
                Report(disable);
            }

            if (handler is { Pending: { } pending, Acknowledge: { Clear: IrqClear.Modify } acknowledge }
                && WritesBackStatus(pending, acknowledge)
                && told.Add(acknowledge))
            {
                faults.Add(
                    DeclarationRules.ModifyOfPending, Anchor.Argument(acknowledge.Source, KnownNames.Clear), acknowledge.Offset, acknowledge.Bar);
            }
        }

        foreach ((Descriptor release, _) in driver.Descriptors.Where(static d => d.Descriptor.Role == AttributeKind.Release))
        {
            if (driver.Handlers.Any(h => h.Enable is { } enable && WritesTheSame(enable, release)))
            {
                Report(release);
            }
        }

        void Report(Descriptor wrong) => faults.Add(
            DeclarationRules.LeavesUnmasked,
            Anchor.Attribute(wrong.Source),
            wrong.Source.ShortName,
            wrong.ValueOrMask,
            wrong.Offset,
            wrong.Bar);
    }

    private static bool WritesTheSame(Descriptor enable, Descriptor other)
        => enable.Place == other.Place && enable.ValueOrMask == other.ValueOrMask;

    // Where a written 1 clears, a 1 that was read belongs to an interrupt that nobody has handled. Where the acknowledge writes
    // zeros only, a written 0 clears, and ones are left alone.
    private static bool WritesBackStatus(Descriptor pending, Descriptor acknowledge)
        => !pending.ReadClears && acknowledge.ValueOrMask != 0 && acknowledge.Place.Overlaps(pending.Place);
}
