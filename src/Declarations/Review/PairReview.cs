namespace TopHalf.Declarations;

/// <summary>Set/clear pairs whose halves are about different bits.</summary>
internal static class PairReview
{
    public static void Check(DeclaredDriver driver, FaultSink faults)
    {
        var told = new HashSet<Descriptor>();
        foreach (HandlerGroup group in driver.Groups)
        {
            Descriptor[] effective = [.. group.Effective];
            Descriptor[] enables = [.. effective.Where(static d => d is { Role: AttributeKind.Enable, Once: false } && IsHalf(d))];
            Descriptor[] disables = [.. effective.Where(static d => d.Role == AttributeKind.Disable)];

            // What any other disable masks, only the card knows.
            if (enables.Length == 1 && disables.Length > 0 && disables.All(d => IsHalf(d) && ArePair(enables[0], d))
                && disables.Aggregate(enables[0].Mask, static (left, d) => left & ~d.Mask) is not 0 and ulong bits
                && told.Add(disables[0]))
            {
                faults.Add(
                    DeclarationRules.UnmasksMore,
                    Anchor.Argument(disables[0].Source, KnownNames.MaskArgument),
                    bits,
                    enables[0].Offset,
                    enables[0].Bar);
            }
        }
    }

    private static bool IsHalf(Descriptor descriptor) => !descriptor.Modifies && descriptor.Value is null;

    private static bool ArePair(Descriptor enable, Descriptor disable)
        => enable.Type == disable.Type && enable.Bar == disable.Bar && enable.Place != disable.Place && enable.Address == disable.Address;
}
