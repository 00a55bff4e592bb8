namespace TopHalf.Declarations;

/// <summary>Registers that mask the sources of several handlers, and writes that are for one of them and change the others' bits.</summary>
internal static class MaskRegisterReview
{
    public static void Check(DeclaredDriver driver, FaultSink faults)
    {
        (Descriptor Descriptor, HandlerGroup Group)[] masks =
            [.. driver.Groups.SelectMany(static g => g.Effective.Where(IsMask).Select(d => (d, g))).Where(static m => !HasRegisterOfItsOwn(m.d))];
        var told = new HashSet<Descriptor>();
        foreach ((Descriptor plain, HandlerGroup group) in masks.Where(static m => !m.Descriptor.Modifies))
        {
            if (!IsWrittenWithZeros(driver, plain))
            {
                continue;
            }

            ulong own = MovedApart(driver, plain) & ~plain.Mask;
            (Descriptor Descriptor, HandlerGroup Group) other = masks.FirstOrDefault(
                m => !group.Effective.Contains(m.Descriptor) && AreOne(m.Descriptor, plain) && (m.Descriptor.Mask & ~plain.Mask) != 0);
            ulong others = other.Descriptor is { } of ? of.Mask & ~plain.Mask : 0;
            if ((own | others) != 0 && told.Add(plain))
            {
                faults.Add(
                    DeclarationRules.PlainWriteOfOthers,
                    Anchor.Attribute(plain.Source),
                    plain.Source.ShortName,
                    own | others,
                    (others != 0 ? other.Group : group).Handlers[0].Method.Name,
                    plain.Offset,
                    plain.Bar);
            }
        }
    }

    private static bool IsMask(Descriptor descriptor) => descriptor.Role is AttributeKind.Enable or AttributeKind.Disable;

    private static bool HasRegisterOfItsOwn(Descriptor descriptor) => descriptor.Address is { } address && address with { BitStride = 0 } is { HasStride: true };

    private static bool AreOne(Descriptor one, Descriptor other) => one.Place == other.Place && one.IsFoundLike(other);

    // Where a 0 is meant to have an effect, it has one on the other bits too. In a register that takes ones only, nobody means a 0.
    private static bool IsWrittenWithZeros(DeclaredDriver driver, Descriptor register)
        => driver.Descriptors.Select(static d => d.Descriptor).Any(d =>
            (IsMask(d) || d.Role is AttributeKind.Release or AttributeKind.Unclaimed) && AreOne(d, register) && d.Value is { } value && value != d.Mask);

    // The bits of all its sources, where each has its own.
    private static ulong MovedApart(DeclaredDriver driver, Descriptor descriptor)
        => descriptor.Address is { BitStride: not 0 and int distance } && SourceIndices.Of(driver, descriptor) is { } sources
            ? sources.All.Where(i => i * distance < 64).Aggregate(0UL, (bits, i) => bits | (descriptor.Mask << (i * distance)))
            : descriptor.Mask;
}
