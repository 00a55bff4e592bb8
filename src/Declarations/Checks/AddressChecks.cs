using Microsoft.CodeAnalysis;

namespace TopHalf.Declarations;

/// <summary>Whether what a descriptor says of its register's place fits together, and names members that are there.</summary>
internal static class AddressChecks
{
    /// <summary>The highest bound of the looks at a pending register.</summary>
    private const int MostRechecks = 1000;

    /// <summary>Checks one descriptor by itself; its type is a register type.</summary>
    public static void Check(Descriptor descriptor, FaultSink faults)
    {
        CheckModify(descriptor, faults);
        if (descriptor.Recheck is < 0 or > MostRechecks)
        {
            faults.Add(DeclarationRules.RecheckOutOfRange, At(descriptor, KnownNames.Recheck), descriptor.Recheck, MostRechecks);
        }

        if (descriptor.Address is not { } address)
        {
            return;
        }

        CheckConflicts(descriptor, address, faults);
        if (address.Stride % descriptor.Type.Bytes != 0)
        {
            faults.Add(
                DeclarationRules.OffsetUnaligned, At(descriptor, KnownNames.Stride), address.Stride, descriptor.Type.Bytes, descriptor.Type);
        }

        if (address.IndexOffset is uint offset && offset % descriptor.Type.Bytes != 0)
        {
            faults.Add(
                DeclarationRules.OffsetUnaligned, At(descriptor, KnownNames.IndexOffset), offset, descriptor.Type.Bytes, descriptor.Type);
        }

        if ((address.Index & ~descriptor.Type.AllOnes) != 0)
        {
            faults.Add(
                DeclarationRules.WiderThanRegister,
                At(descriptor, KnownNames.Index),
                KnownNames.Index,
                address.Index,
                descriptor.Type.Bits,
                descriptor.Type);
        }
    }

    /// <summary>Checks the members that a descriptor takes of its driver.</summary>
    public static void CheckMembers(INamedTypeSymbol driver, Descriptor descriptor, FaultSink faults)
    {
        Check(descriptor.Address?.OffsetFrom, KnownNames.OffsetFrom);
        Check(descriptor.Address?.StrideFrom, KnownNames.StrideFrom);

        void Check(string? name, string argument)
        {
            if (name is not null && AddressMembers.WhyNot(driver, name) is { } why)
            {
                faults.Add(DeclarationRules.MemberMissing, At(descriptor, argument), why);
            }
        }
    }

    private static void CheckModify(Descriptor descriptor, FaultSink faults)
    {
        if (descriptor.Preserve != 0 && !descriptor.Modifies)
        {
            faults.Add(DeclarationRules.PreserveWithoutModify, At(descriptor, KnownNames.Preserve), descriptor.Source.ShortName);
        }
        else if ((descriptor.Preserve & ~descriptor.Type.AllOnes) != 0)
        {
            faults.Add(
                DeclarationRules.WiderThanRegister,
                At(descriptor, KnownNames.Preserve),
                KnownNames.Preserve,
                descriptor.Preserve,
                descriptor.Type.Bits,
                descriptor.Type);
        }
    }

    private static void CheckConflicts(Descriptor descriptor, StepAddressModel address, FaultSink faults)
    {
        if (address is { Stride: not 0, StrideFrom: not null })
        {
            Conflict(KnownNames.StrideFrom, "Stride gives the same");
        }

        if (descriptor.Role == AttributeKind.Release && address.HasStride)
        {
            Conflict(address.StrideArgument, "the release is run once, not for each source");
        }

        if (address.Structure > VirtioStructure.Device)
        {
            faults.Add(
                DeclarationRules.UnknownEnumValue,
                At(descriptor, KnownNames.Structure),
                nameof(VirtioStructure),
                (byte)address.Structure,
                string.Join(", ", Enum.GetNames(typeof(VirtioStructure))));
        }
        else if (address.Structure != VirtioStructure.None && descriptor.Bar != 0)
        {
            Conflict(KnownNames.BarArgument, "the card tells in which BAR the structure is; write 0");
        }

        if (address.IndexOffset is null && address.Index != 0)
        {
            Conflict(KnownNames.Index, "it is written to the address register, and IndexOffset names none");
        }

        if (address.IndexOffset is null && address.IndexStride != 0)
        {
            Conflict(KnownNames.IndexStride, "it is for the address register, and IndexOffset names none");
        }

        if (address.IndexOffset is uint offset && offset == descriptor.Offset)
        {
            Conflict(KnownNames.IndexOffset, "the address register and the data register are two");
        }

        if (address.BitStride != 0 && BitStrideChecks.Misuse(descriptor, address.BitStride) is { } misuse)
        {
            Conflict(KnownNames.BitStride, misuse);
        }

        void Conflict(string argument, string why) => faults.Add(DeclarationRules.AddressConflict, At(descriptor, argument), why);
    }

    private static Anchor At(Descriptor descriptor, string field) => Anchor.Argument(descriptor.Source, field);
}
