using Microsoft.CodeAnalysis;

namespace TopHalf.Declarations;

/// <summary>Whether the five fields of a descriptor fit each other, and descriptors fit each other.</summary>
internal static class DescriptorChecks
{
    /// <summary>The last base address register of a PCI function (type 0 header).</summary>
    public const byte LastBar = 5;

    /// <summary>Checks one descriptor by itself.</summary>
    public static void Check(Descriptor descriptor, FaultSink faults)
    {
        if (descriptor.Bar > LastBar)
        {
            faults.Add(DeclarationRules.BarOutOfRange, At(descriptor, KnownNames.BarArgument), descriptor.Bar, LastBar);
        }

        // Without a width there is nothing that offset, mask and value could be held against.
        if (CheckNamed(descriptor, faults))
        {
            CheckOffset(descriptor, faults);
            CheckBits(descriptor, faults);
            AddressChecks.Check(descriptor, faults);
        }
    }

    /// <summary>Checks the descriptors that come together around handlers.</summary>
    public static void CheckTogether(HandlerGroup group, FaultSink faults)
    {
        foreach (ParsedHandler handler in group.Handlers)
        {
            IMethodSymbol method = handler.Method;
            DescriptorSet own = handler.Own;
            if (own.Pending is { ReadClears: true } read
                && own.Acknowledges.FirstOrDefault(a => a.Clear != IrqClear.AtSource && a.Overlaps(read)) is { } twice)
            {
                faults.Add(DeclarationRules.AcknowledgedTwice, Anchor.Attribute(twice.Source), method.Name);
                return;
            }

            ulong seen = own.Bits?.Mask ?? group.Pending?.Mask ?? 0;
            string tested = own.Bits is null ? "[IrqPending]" : "its [StatusBits]";
            foreach (Descriptor echo in own.Acknowledges.Where(static a => a.Clear == IrqClear.Echo))
            {
                CheckEcho(echo, group.Pending, seen, tested, At(echo, KnownNames.Clear), method, faults);
            }
        }

        foreach (Descriptor echo in group.Acknowledges.Where(a => a.Clear == IrqClear.Echo && !group.Handlers.Any(h => h.Own.All.Contains(a))))
        {
            IMethodSymbol method = group.Handlers[0].Method;
            CheckEcho(echo, group.Pending, group.Pending?.Mask ?? 0, "[IrqPending]", Anchor.Name(method), method, faults);
        }
    }

    private static void CheckEcho(
        Descriptor echo, Descriptor? pending, ulong seen, string tested, Anchor anchor, IMethodSymbol method, FaultSink faults)
    {
        if (pending is null)
        {
            faults.Add(
                DeclarationRules.NothingToEcho,
                anchor,
                $"'{method.Name}' an [IrqPending], or its [IrqAck] IrqClear.Constant",
                "no register is read whose bits could be written back");
        }
        else if ((seen & echo.Mask) == 0)
        {
            faults.Add(
                DeclarationRules.NothingToEcho,
                anchor,
                $"the [IrqAck] of '{method.Name}' a mask with bits of {tested}",
                $"0x{seen:X} is tested and 0x{echo.Mask:X} would be written back, which have no bit in common");
        }
    }

    private static bool CheckNamed(Descriptor descriptor, FaultSink faults)
    {
        if (descriptor.Clear > IrqClear.AtSource)
        {
            faults.Add(
                DeclarationRules.UnknownEnumValue, At(descriptor, KnownNames.Clear), nameof(IrqClear), (byte)descriptor.Clear, Names<IrqClear>());
        }

        if (descriptor.Type > RegisterType.Port32)
        {
            faults.Add(
                DeclarationRules.UnknownEnumValue,
                At(descriptor, KnownNames.TypeArgument),
                nameof(RegisterType),
                (byte)descriptor.Type,
                Names<RegisterType>());
            return false;
        }

        return true;
    }

    private static void CheckOffset(Descriptor descriptor, FaultSink faults)
    {
        if (descriptor.Offset % descriptor.Type.Bytes != 0)
        {
            faults.Add(
                DeclarationRules.OffsetUnaligned,
                At(descriptor, KnownNames.OffsetArgument),
                descriptor.Offset,
                descriptor.Type.Bytes,
                descriptor.Type);
        }
    }

    private static void CheckBits(Descriptor descriptor, FaultSink faults)
    {
        bool fits = CheckWidth(descriptor, KnownNames.MaskArgument, descriptor.Mask, faults)
            & CheckWidth(descriptor, KnownNames.ValueArgument, descriptor.Value ?? 0, faults);
        if (!fits)
        {
            return;
        }

        ulong outside = (descriptor.Value ?? 0) & ~descriptor.Mask;
        if (descriptor.Mask == 0 && UselessWithoutMask(descriptor) is { } consequence)
        {
            faults.Add(DeclarationRules.MaskEmpty, At(descriptor, KnownNames.MaskArgument), consequence);
        }
        else if (outside != 0)
        {
            faults.Add(DeclarationRules.ValueOutsideMask, At(descriptor, KnownNames.ValueArgument), outside, descriptor.Mask);
        }
    }

    private static bool CheckWidth(Descriptor descriptor, string field, ulong bits, FaultSink faults)
    {
        bool fits = (bits & ~descriptor.Type.AllOnes) == 0;
        if (!fits)
        {
            faults.Add(
                DeclarationRules.WiderThanRegister, At(descriptor, field), field, bits, descriptor.Type.Bits, descriptor.Type);
        }

        return fits;
    }

    // A written value of zero is honest where it is given; where the mask stands in for it, it was forgotten.
    private static string? UselessWithoutMask(Descriptor descriptor) => (descriptor.Role, descriptor.Clear, descriptor.Value) switch
    {
        (AttributeKind.Pending, _, null) => "the interrupt is never pending",
        (AttributeKind.Pending, _, _) => "the interrupt is always pending",
        (AttributeKind.Bank, _, _) => "no bit of it is a source",
        (AttributeKind.Unclaimed, _, null) => "no source is masked",
        (_, IrqClear.AtSource, _) => null,
        (_, IrqClear.Echo, _) => "no pending bit is written back",
        (_, IrqClear.Modify, _) => "no bit is changed",
        (_, _, null) => "the value to write is 0 as well",
        _ => null,
    };

    private static string Names<T>() => string.Join(", ", Enum.GetNames(typeof(T)));

    private static Anchor At(Descriptor descriptor, string field) => Anchor.Argument(descriptor.Source, field);
}
