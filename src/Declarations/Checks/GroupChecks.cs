using Microsoft.CodeAnalysis;

namespace TopHalf.Declarations;

/// <summary>Whether handlers that share vectors, and handlers of status bits, can be told apart and are reached.</summary>
internal static class GroupChecks
{
    /// <summary>Handlers that share a vector share all of them: they have one status register and one order.</summary>
    public static void CheckVectors(IReadOnlyList<ParsedHandler> handlers, FaultSink faults)
    {
        for (int i = 0; i < handlers.Count; i++)
        {
            if (handlers.Take(i).FirstOrDefault(h => h.SharesSome(handlers[i]) && !h.SharesAll(handlers[i])) is { } other)
            {
                faults.Add(
                    DeclarationRules.SharedVectorsDiffer,
                    Anchor.Attribute(handlers[i].Method.GetAttributes().First(static a => a.MakesHandler)),
                    handlers[i].Method.Name,
                    other.Method.Name);
            }
        }
    }

    /// <summary>Checks the handlers of the same vectors.</summary>
    public static void Check(HandlerGroup group, FaultSink faults)
    {
        if (group.OwnPendings.Skip(1).FirstOrDefault() is { } second)
        {
            faults.Add(DeclarationRules.TwoStatusRegisters, Anchor.Attribute(second.Source), group.Handlers[0].Method.Name);
        }

        ulong claimed = 0;
        foreach (ParsedHandler handler in group.Handlers)
        {
            if (handler.Own.Bits is { } bits)
            {
                CheckBits(group, handler, bits, claimed, faults);
                claimed |= bits.Mask;
            }

            CheckOrder(group, handler, faults);
        }
    }

    private static void CheckBits(HandlerGroup group, ParsedHandler handler, StatusBits bits, ulong claimed, FaultSink faults)
    {
        var mask = Anchor.Argument(bits.Source, KnownNames.MaskArgument);
        if (group.Pending is not { } pending)
        {
            faults.Add(DeclarationRules.NoStatusRegister, Anchor.Attribute(bits.Source), handler.Method.Name);
        }
        else if ((bits.Mask & ~pending.Mask) is not 0 and ulong unreachable)
        {
            faults.Add(DeclarationRules.StatusBitUnreachable, mask, unreachable, pending.Mask);
        }
        else if ((bits.Mask & claimed) is not 0 and ulong twice)
        {
            string other = group.Handlers.First(h => ((h.Own.Bits?.Mask ?? 0) & twice) != 0).Method.Name;
            faults.Add(DeclarationRules.StatusBitClaimedTwice, mask, twice, other);
        }
    }

    private static void CheckOrder(HandlerGroup group, ParsedHandler handler, FaultSink faults)
    {
        // A call that is one of several cannot be the end of what began before all of them.
        bool isOneOfSeveral = handler.Own.Banks.Count > 0 || handler.Own.Bits is { Each: true };
        IEnumerable<Descriptor> after = handler.Own.Acknowledges.Where(static a => a.After).Concat(handler.Own.Enables);
        if (isOneOfSeveral && after.FirstOrDefault(d => handler.Own.Banks.Count > 0 || d.Address is not { HasStride: true }) is { } wrong)
        {
            faults.Add(DeclarationRules.AfterEachCall, Anchor.Attribute(wrong.Source), wrong.Source.ShortName, handler.Method.Name);
        }

        if (group.IsShared && handler.Own.Enables.FirstOrDefault() is { } enable && group.Acknowledges.Any(static a => a.After))
        {
            faults.Add(DeclarationRules.UnmaskedBeforeAcknowledge, Anchor.Attribute(enable.Source), handler.Method.Name);
        }
    }
}
