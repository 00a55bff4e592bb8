namespace TopHalf.Declarations;

/// <summary>Whether bits that move from source to source fit what is done with them.</summary>
internal static class BitStrideChecks
{
    /// <summary>What is wrong with the stride of one descriptor by itself; null where nothing is.</summary>
    public static string? Misuse(Descriptor descriptor, int stride) => descriptor switch
    {
        _ when stride < 0 => "bits are counted upwards",
        _ when stride >= descriptor.Type.Bits => $"the register has {descriptor.Type.Bits} bits",
        { Role: AttributeKind.Bank } => "the bits of a bank are its sources already",
        { Role: AttributeKind.Unclaimed } => "what no handler claims has no index",
        { ReadClears: true } => "the read clears the bits of all sources, and only one of them is handled",
        _ => null,
    };

    /// <summary>Checks the descriptors of handlers that have the same vectors.</summary>
    public static void CheckTogether(HandlerGroup group, FaultSink faults)
    {
        int read = StrideOf(group.Pending);
        if (group.IsShared && read != 0)
        {
            Conflict(group.Pending!, "status bits tell the sources of this register apart, so its own do not move", faults);
            return;
        }

        foreach (ParsedHandler handler in group.Handlers)
        {
            // A bit of its own for each call is one of those that were read.
            bool isEach = handler.Own.Bits is { Each: true };
            foreach (Descriptor echo in handler.Own.Acknowledges.Where(static a => a.Clear == IrqClear.Echo))
            {
                Check(echo, isEach && StrideOf(echo) != 0 ? 1 : read, faults);
            }
        }

        foreach (Descriptor echo in group.Acknowledges.Where(a => a.Clear == IrqClear.Echo && !group.Handlers.Any(h => h.Own.All.Contains(a))))
        {
            Check(echo, read, faults);
        }
    }

    private static void Check(Descriptor echo, int read, FaultSink faults)
    {
        if (StrideOf(echo) != read)
        {
            Conflict(echo, $"what is written back are the bits that were found, and those move by {read} from source to source", faults);
        }
    }

    // On the argument, or on the attribute that lacks it.
    private static void Conflict(Descriptor descriptor, string why, FaultSink faults) => faults.Add(
        DeclarationRules.AddressConflict,
        StrideOf(descriptor) == 0 ? Anchor.Attribute(descriptor.Source) : Anchor.Argument(descriptor.Source, KnownNames.BitStride),
        why);

    private static int StrideOf(Descriptor? descriptor) => descriptor?.Address?.BitStride ?? 0;
}
