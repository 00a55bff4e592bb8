namespace TopHalf.Declarations;

/// <summary>Sources that nobody claims: what masks them lasts until something unmasks them again.</summary>
internal static class UnclaimedReview
{
    public static void Check(DeclaredDriver driver, FaultSink faults)
    {
        var told = new HashSet<Descriptor>();
        foreach (HandlerGroup group in driver.Groups.Where(static g => g.IsShared && g.Unclaimed is not null && g.UnclaimedBits != 0))
        {
            foreach (Descriptor enable in group.Effective.Where(static d => d is { Role: AttributeKind.Enable, Once: false }))
            {
                if (UnmaskedAgain(group, group.Unclaimed!, enable) is not 0 and ulong bits && told.Add(enable))
                {
                    faults.Add(DeclarationRules.UnclaimedUnmasked, Anchor.Argument(enable.Source, KnownNames.MaskArgument), bits);
                }
            }
        }
    }

    private static ulong UnmaskedAgain(HandlerGroup group, Descriptor unclaimed, Descriptor enable)
    {
        if (!enable.IsFoundLike(unclaimed))
        {
            return 0;
        }

        // In one register: ones where it writes zeros. In a pair, the bits themselves, as both count them.
        return enable.Place == unclaimed.Place ? enable.ValueOrMask & unclaimed.Mask & ~unclaimed.ValueOrMask
            : enable is { Value: null, Modifies: false } && unclaimed is { Value: null, Modifies: false } ? enable.Mask & unclaimed.Mask & group.UnclaimedBits
            : 0;
    }
}
