namespace TopHalf.Declarations;

/// <summary>The registers of the descriptors must be where the declared device has some.</summary>
internal static class BarReview
{
    public static void Check(DeclaredDriver driver, DeviceBars bars, FaultSink faults)
    {
        foreach ((Descriptor descriptor, _) in driver.Descriptors)
        {
            if (bars.Find(descriptor.Bar) is not { } bar)
            {
                continue;
            }

            if (descriptor.Type.IsPort != bar.IsPort)
            {
                faults.Add(
                    DeclarationRules.RegisterTypeOfBar,
                    Anchor.Argument(descriptor.Source, KnownNames.TypeArgument),
                    descriptor.Type,
                    bar.Index,
                    bar.Kind,
                    bar.IsPort ? "Port8, Port16 or Port32" : "Mmio8, Mmio16, Mmio32 or Mmio64");
            }

            bar.Check(descriptor.Place, Anchor.Argument(descriptor.Source, KnownNames.OffsetArgument), faults);
        }
    }
}
