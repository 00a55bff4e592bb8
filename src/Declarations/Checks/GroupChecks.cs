using Microsoft.CodeAnalysis;

namespace TopHalf.Declarations;

/// <summary>Whether handlers that share vectors, and handlers of status bits, can be told apart and are reached.</summary>
internal static class GroupChecks
{
    /// <summary>
    /// Handlers that share a vector share all of them: they have one status register and one order. False where they do not, and
    /// where it is not known what is together.
    /// </summary>
    public static bool CheckVectors(IReadOnlyList<ParsedHandler> handlers, FaultSink faults)
    {
        bool fits = true;
        for (int i = 0; i < handlers.Count; i++)
        {
            if (handlers.Take(i).FirstOrDefault(h => h.SharesSome(handlers[i]) && !h.SharesAll(handlers[i])) is { } other)
            {
                fits = false;
                faults.Add(
                    DeclarationRules.SharedVectorsDiffer,
                    Anchor.Attribute(handlers[i].Method.GetAttributes().First(static a => a.MakesHandler)),
                    handlers[i].Method.Name,
                    other.Method.Name);
            }
        }

        return fits;
    }

    /// <summary>Checks the handlers of the same vectors.</summary>
    public static void Check(HandlerGroup group, FaultSink faults)
    {
        foreach (Descriptor second in group.OwnPendings.Skip(1))
        {
            IMethodSymbol first = group.Handlers.First(static h => h.Own.Pending is not null).Method;
            faults.Add(DeclarationRules.TwoStatusRegisters, Anchor.Attribute(second.Source), first.Name);
        }

        // One register is missing, however many handlers wait for it.
        if (group.Pending is null && group.Handlers.FirstOrDefault(static h => h.Own.Bits is not null) is { Own.Bits: { } waiting } handlerOfBits)
        {
            faults.Add(DeclarationRules.NoStatusRegister, Anchor.Attribute(waiting.Source), handlerOfBits.Method.Name);
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
        if (group.Pending is not null && (bits.Mask & ~group.PossibleBits) is not 0 and ulong unreachable)
        {
            faults.Add(DeclarationRules.StatusBitUnreachable, mask, unreachable, group.PossibleBits);
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
        bool hasBanks = handler.Own.Banks.Count > 0;
        bool isOneOfSeveral = hasBanks || handler.Own.Bits is { Each: true };
        IEnumerable<Descriptor> after = handler.Own.Acknowledges.Where(static a => a.After).Concat(handler.Own.Enables.Where(static e => !e.Once));
        if (isOneOfSeveral && after.FirstOrDefault(d => hasBanks || d.Address is not { HasStride: true }) is { } wrong)
        {
            faults.Add(
                DeclarationRules.AfterEachCall,
                Anchor.Attribute(wrong.Source),
                wrong.Source.ShortName,
                handler.Method.Name,
                hasBanks ? "" : ", or give it a stride");
        }

        if (group.IsShared && handler.Own.Enables.FirstOrDefault(static e => !e.Once) is { } enable && group.Acknowledges.Any(static a => a.After))
        {
            faults.Add(DeclarationRules.UnmaskedBeforeAcknowledge, Anchor.Attribute(enable.Source), handler.Method.Name);
        }
    }
}
