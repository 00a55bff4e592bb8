namespace TopHalf.Declarations;

/// <summary>Strides where there is one source only: the author believes that there is a second register.</summary>
internal static class StrideReview
{
    public static void Check(DeclaredDriver driver, FaultSink faults)
    {
        foreach ((Descriptor descriptor, string owner) in driver.Descriptors.Where(static d => d.Descriptor.Address is { HasStride: true }))
        {
            HandlerGroup[] groups = [.. driver.Groups.Where(g => g.Effective.Contains(descriptor))];
            if (groups.Length > 0 && !groups.Any(g => HasSeveral(g, descriptor)))
            {
                string argument = descriptor.Address!.StrideArgument;
                faults.Add(DeclarationRules.StrideUnused, Anchor.Argument(descriptor.Source, argument), argument, owner);
            }
        }
    }

    // Its own bits count a handler's sources; what the class says is done once around all of them, for each vector.
    private static bool HasSeveral(HandlerGroup group, Descriptor descriptor)
        => group.Handlers[0].Vectors.Any(static v => v.Count > 1)
            || group.Handlers.Any(h => h.Own.Bits is { Each: true } bits && (bits.Mask & (bits.Mask - 1)) != 0 && h.Own.All.Contains(descriptor));
}
