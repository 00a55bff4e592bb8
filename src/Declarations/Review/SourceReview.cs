namespace TopHalf.Declarations;

/// <summary>Sources that are never answered: bits that nobody claims or masks, and lines that stay high.</summary>
internal static class SourceReview
{
    public static void Check(DeclaredDriver driver, FaultSink faults)
    {
        var told = new HashSet<Descriptor>();
        foreach (HandlerGroup group in driver.Groups)
        {
            // A status register of the class is one register, however many groups it is read for.
            if (group.IsShared && Unmasked(group) is not 0 and ulong bits && told.Add(group.Pending!))
            {
                faults.Add(
                    DeclarationRules.UnclaimedLeft,
                    Anchor.Argument(group.Pending!.Source, KnownNames.MaskArgument),
                    bits,
                    group.Unclaimed is null ? $"add [IrqUnclaimed] to '{driver.Symbol.Name}'" : $"add them to the mask of [IrqUnclaimed] of '{driver.Symbol.Name}'");
            }

            if (group.IsLine && !IsAnsweredForAll(group))
            {
                foreach (ParsedHandler handler in group.Handlers.Where(static h => !IsAnswered(h)))
                {
                    faults.Add(
                        DeclarationRules.LineNotAnswered,
                        Anchor.Attribute(handler.Method.GetAttributes().First(static a => a.Kind == AttributeKind.Line)),
                        handler.Method.Name);
                }
            }
        }
    }

    // Which sources a value masks, only the card knows; where the unclaimed bits themselves are written, it is those under the mask.
    private static ulong Unmasked(HandlerGroup group) => group.Unclaimed switch
    {
        null => group.UnclaimedBits,
        { Value: null, Modifies: false } echo => group.UnclaimedBits & ~echo.Mask,
        _ => 0,
    };

    private static bool IsAnsweredForAll(HandlerGroup group)
        => group.Pending is { ReadClears: true } || !group.Acknowledges.IsEmpty || !group.Disables.IsEmpty;

    // What the handler does itself counts where it is said (AtSource).
    private static bool IsAnswered(ParsedHandler handler)
        => handler.Own.Banks.Count > 0 || !handler.Own.Acknowledges.IsEmpty || !handler.Own.Disables.IsEmpty;
}
