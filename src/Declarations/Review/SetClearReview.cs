namespace TopHalf.Declarations;

/// <summary>
/// Registers in which a written 1 does something and a written 0 nothing: the halves of a set/clear pair, and status registers that
/// are cleared by writing ones.
/// </summary>
internal static class SetClearReview
{
    public static void Check(DeclaredDriver driver, FaultSink faults)
    {
        foreach (Descriptor descriptor in driver.Descriptors.Select(static d => d.Descriptor))
        {
            if (driver.Groups.Any(g => WritesZeros(descriptor, g)))
            {
                faults.Add(
                    DeclarationRules.ClearsInSetRegister,
                    Anchor.Argument(descriptor.Source, KnownNames.ValueArgument),
                    descriptor.Source.ShortName,
                    descriptor.Offset,
                    descriptor.Bar);
            }

            if (descriptor.Modifies && descriptor.Role != AttributeKind.Acknowledge && ClearedByOnes(driver, descriptor) is not 0 and ulong bits)
            {
                faults.Add(
                    DeclarationRules.ModifyWithoutPreserve,
                    Anchor.Argument(descriptor.Source, KnownNames.Modify),
                    descriptor.Offset,
                    descriptor.Bar,
                    bits);
            }
        }
    }

    /// <summary>TH1315 of a disable or a release, among the handlers of a vector.</summary>
    internal static bool WritesZeros(Descriptor descriptor, HandlerGroup group)
        => descriptor.Role is AttributeKind.Disable or AttributeKind.Release
            && !descriptor.Modifies && descriptor.Value is { } value && value != descriptor.Mask
            && IsSetHalf(descriptor, group);

    // A register that some handler's enable writes ones to, and whose disable writes its ones elsewhere.
    private static bool IsSetHalf(Descriptor descriptor, HandlerGroup group)
    {
        Descriptor[] effective = [.. group.Effective];
        Descriptor? enable = effective.FirstOrDefault(d => d.Role == AttributeKind.Enable && !d.Modifies && d.Place == descriptor.Place && d.Address == descriptor.Address);
        return enable is not null && effective.Any(
            d => d.Role == AttributeKind.Disable && !d.Modifies && d.ValueOrMask == enable.ValueOrMask && d.Place != enable.Place);
    }

    // Bits of the register that some acknowledge clears by writing ones, and that a read-modify-write would write back.
    private static ulong ClearedByOnes(DeclaredDriver driver, Descriptor modify)
    {
        IEnumerable<(Descriptor Register, uint Offset, ulong Ones)> acknowledges = driver.Descriptors
            .Select(static d => d.Descriptor)
            .Where(static d => d is { Role: AttributeKind.Acknowledge, Clear: not IrqClear.AtSource })
            .Select(static d => (d, d.Offset, d.Clear == IrqClear.Echo ? d.Mask : d.ValueOrMask & d.Mask));
        IEnumerable<(Descriptor Register, uint Offset, ulong Ones)> banks = driver.Handlers
            .SelectMany(static h => h.Own.Banks)
            .Where(static b => b.Written is not null)
            .Select(static b => (b.Register, b.Written!.Value, b.Register.Mask));
        return acknowledges.Concat(banks)
            .Where(c => modify.Place == c.Register.Place with { Offset = c.Offset } && modify.Address == c.Register.Address)
            .Aggregate(0UL, static (cleared, c) => cleared | c.Ones) & ~modify.Mask & ~modify.Preserve;
    }
}
