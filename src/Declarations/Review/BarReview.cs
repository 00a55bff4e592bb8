namespace TopHalf.Declarations;

/// <summary>The registers of the descriptors must be where the declared device has some.</summary>
internal static class BarReview
{
    public static void Check(DeclaredDriver driver, DeviceBars bars, FaultSink faults)
    {
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

            Check(descriptor, KnownNames.OffsetArgument, descriptor.Offset, bar, faults);
            if (descriptor.Address?.IndexOffset is { } addressRegister)
            {
                Check(descriptor, KnownNames.IndexOffset, addressRegister, bar, faults);
            }
        }

        foreach (StatusBank bank in driver.Handlers.SelectMany(static h => h.Own.Banks).Where(static b => b.Clear == BankClear.EchoTo))
        {
            if (bank.Register.Address is not { Structure: not VirtioStructure.None } && bars.Find(bank.Register.Bar) is { } bar)
            {
                Check(bank.Register, KnownNames.ClearOffset, bank.ClearOffset, bar, faults);
            }
        }
    }

    // Of an offset that is added to later, it is the least: what is outside now is outside then.
    private static void Check(Descriptor descriptor, string argument, uint offset, DeviceBar bar, FaultSink faults)
        => bar.Check(descriptor.Place with { Offset = offset }, Anchor.Argument(descriptor.Source, argument), faults);
}
