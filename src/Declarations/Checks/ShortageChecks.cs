using Microsoft.CodeAnalysis;

namespace TopHalf.Declarations;

/// <summary>Whether vectors that may have to share can be told apart.</summary>
internal static class ShortageChecks
{
    /// <summary>Checks what a driver's attribute says of too few vectors; true where they share.</summary>
    public static bool Check(AttributeData driver, IEnumerable<HandlerGroup> groups, FaultSink faults)
    {
        if (!driver.IsWellFormed || driver.Argument(KnownNames.TooFewVectors) is not byte value || value == (byte)VectorShortage.Fail)
        {
            return false;
        }

        var anchor = Anchor.Argument(driver, KnownNames.TooFewVectors);
        if (value > (byte)VectorShortage.CallAll)
        {
            faults.Add(
                DeclarationRules.UnknownEnumValue, anchor, nameof(VectorShortage), value, string.Join(", ", Enum.GetNames(typeof(VectorShortage))));
        }
        else if (groups.Any(static g => g.IsLine))
        {
            faults.Add(DeclarationRules.VectorsNotTold, anchor, "", "a line has no vectors");
        }
        else
        {
            CheckAsked(groups.Where(g => g.Pending is null && value == (byte)VectorShortage.Share), faults);
            CheckBits([.. groups.Where(static g => g.Pending is not null)], faults);
        }

        return true;
    }

    private static void CheckAsked(IEnumerable<HandlerGroup> withoutPending, FaultSink faults)
    {
        foreach (HandlerGroup group in withoutPending)
        {
            IMethodSymbol method = group.Handlers[0].Method;
            faults.Add(
                DeclarationRules.VectorsNotTold,
                Anchor.Name(method),
                $", give '{method.Name}' an [IrqPending], or use VectorShortage.CallAll if it looks itself whether there is something for it",
                "it is also called for interrupts of other vectors then");
        }
    }

    // Who looks at the bits of another vector takes its interrupts, when both arrive with one.
    private static void CheckBits(HandlerGroup[] groups, FaultSink faults)
    {
        for (int i = 0; i < groups.Length; i++)
        {
            HandlerGroup group = groups[i];
            IMethodSymbol method = group.Handlers[0].Method;
            if (group.Pending!.Address is { HasStride: true })
            {
                continue;
            }

            if (group.Handlers[0].Vectors.Sum(static v => (long)v.Count) > 1)
            {
                faults.Add(
                    DeclarationRules.VectorsNotTold,
                    Anchor.Name(method),
                    $", or give the [IrqPending] of '{method.Name}' a Stride or BitStride",
                    "all of its vectors look at the same bits, and the first that is asked takes the others' interrupts");
            }
            else if (groups.Take(i).FirstOrDefault(g => HaveOneBit(g.Pending!, group.Pending)) is { } other)
            {
                faults.Add(
                    DeclarationRules.VectorsNotTold,
                    Anchor.Name(method),
                    $", or give '{method.Name}' an [IrqPending] with bits of its own",
                    $"'{other.Handlers[0].Method.Name}' looks at the same bits, and the first that is asked takes the other's interrupts");
            }
        }
    }

    // Registers that lie in each other are not compared bit by bit; numbers of one field are told apart.
    private static bool HaveOneBit(Descriptor one, Descriptor other)
        => one.Overlaps(other) && one.Address is not { HasStride: true }
            && (one.Place != other.Place || (one.Mask & other.Mask) != 0)
            && (one.Value is null || other.Value is null || one.Value == other.Value);
}
