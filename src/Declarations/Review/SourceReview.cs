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
            if (group.IsShared && group.UnclaimedBits != 0 && group.Unclaimed is null && told.Add(group.Pending!))
            {
                faults.Add(
                    DeclarationRules.UnclaimedLeft,
                    Anchor.Argument(group.Pending!.Source, KnownNames.MaskArgument),
                    group.UnclaimedBits,
                    driver.Symbol.Name);
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

    private static bool IsAnsweredForAll(HandlerGroup group)
        => group.Pending is { ReadClears: true } || !group.Acknowledges.IsEmpty || !group.Disables.IsEmpty;

    // What the handler does itself counts where it is said (AtSource).
    private static bool IsAnswered(ParsedHandler handler)
        => handler.Own.Banks.Count > 0 || !handler.Own.Acknowledges.IsEmpty || !handler.Own.Disables.IsEmpty;
}
