namespace TopHalf.Declarations;

/// <summary>Strides where there is one source only: the author believes that there is a second one. And strides that leave the register.</summary>
internal static class StrideReview
{
    public static void Check(DeclaredDriver driver, FaultSink faults)
    {
        foreach ((Descriptor descriptor, string owner) in driver.Descriptors.Where(static d => d.Descriptor.Address is { HasStride: true }))
        {
            if (SourceIndices.Of(driver, descriptor) is not { } sources)
            {
                continue;
            }

            StepAddressModel address = descriptor.Address!;
            if (sources.Last == 0)
            {
                faults.Add(
                    DeclarationRules.StrideUnused, Anchor.Argument(descriptor.Source, address.StrideArgument), address.StrideArgument, owner);
            }
            else if (address.BitStride > 0)
            {
                CheckBits(descriptor, address.BitStride, sources.Last, faults);
            }
        }
    }

    private static void CheckBits(Descriptor descriptor, int stride, int last, FaultSink faults)
    {
        int highest = BitMask.Lowest(descriptor.Mask) + BitMask.Width(descriptor.Mask) - 1;
        int bits = descriptor.Type.Bits;
        long fits = (bits - 1 - highest) / stride;
        if (highest < bits && fits < last)
        {
            faults.Add(
                DeclarationRules.AddressConflict,
                Anchor.Argument(descriptor.Source, KnownNames.BitStride),
                $"the {bits} bits of the register are enough for index {fits}, and the last one is {last}");
        }
    }
}
