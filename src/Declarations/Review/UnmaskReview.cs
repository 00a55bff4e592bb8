namespace TopHalf.Declarations;

/// <summary>Sources that an interrupt masks, and that nothing unmasks: the first interrupt is the last one.</summary>
internal static class UnmaskReview
{
    public static void Check(DeclaredDriver driver, FaultSink faults)
    {
        var told = new HashSet<Descriptor>();
        foreach (HandlerGroup group in driver.Groups)
        {
            Descriptor[] effective = [.. group.Effective];
            if (effective.FirstOrDefault(static d => d.Role == AttributeKind.Disable) is { } disable
                && !effective.Any(static d => d.Role == AttributeKind.Enable)
                && told.Add(disable))
            {
                faults.Add(DeclarationRules.NeverUnmasked, Anchor.Attribute(disable.Source), Masked(group, disable));
            }
        }
    }

    // Of one that stands on the class, any handler is meant; the first tells where to look.
    private static string Masked(HandlerGroup group, Descriptor disable)
        => (group.Handlers.FirstOrDefault(h => h.Own.All.Contains(disable)) ?? group.Handlers[0]).Method.Name;
}
