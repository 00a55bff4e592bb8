namespace TopHalf.Declarations;

/// <summary>The registers of the descriptors must be where the declared device has some.</summary>
internal static class BarReview
{
    public static void Check(DeclaredDriver driver, DeviceBars bars, FaultSink faults)
    {
        ILookup<Descriptor, StatusBank> banks = driver.Handlers.SelectMany(static h => h.Own.Banks).ToLookup(static b => b.Register);
        foreach ((Descriptor descriptor, _) in driver.Descriptors)
        {
            // In which BAR a virtio structure is, the card says.
            if (descriptor.Address is { Structure: not VirtioStructure.None } || bars.Find(descriptor.Bar) is not { } bar)
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

            if (descriptor.Address?.IndexOffset is { } addressRegister)
            {
                Check(descriptor, KnownNames.IndexOffset, addressRegister, bar, faults);
            }

            bool fits = Check(descriptor, KnownNames.OffsetArgument, descriptor.Offset, bar, faults);
            uint highest = descriptor.Offset;
            if (banks[descriptor].FirstOrDefault() is { Clear: BankClear.EchoTo, ClearOffset: { } clears })
            {
                fits &= Check(descriptor, KnownNames.ClearOffset, clears, bar, faults);
                highest = Math.Max(highest, clears);
            }

            if (fits && descriptor.Address is { Stride: not 0 and uint stride } && SourceIndices.Of(driver, descriptor) is { Last: > 0 } sources)
            {
                bar.CheckLast(
                    descriptor.Place with { Offset = highest }, stride, sources.Last, Anchor.Argument(descriptor.Source, KnownNames.Stride), faults);
            }
        }
    }

    // Of an offset that is added to later, it is the least: what is outside now is outside then.
    private static bool Check(Descriptor descriptor, string argument, uint offset, DeviceBar bar, FaultSink faults)
        => bar.Check(descriptor.Place with { Offset = offset }, Anchor.Argument(descriptor.Source, argument), faults);
}
