namespace TopHalf.Declarations;

/// <summary>Strides where there is one source only: the author believes that there is a second register.</summary>
internal static class StrideReview
{
    public static void Check(DeclaredDriver driver, FaultSink faults)
    {
        foreach ((Descriptor descriptor, string owner) in driver.Descriptors.Where(static d => d.Descriptor.Address is { HasStride: true }))
        {
            if (SourceIndices.Of(driver, descriptor) is { Last: 0 })
            {
                string argument = descriptor.Address!.StrideArgument;
                faults.Add(DeclarationRules.StrideUnused, Anchor.Argument(descriptor.Source, argument), argument, owner);
            }
        }
    }
}
