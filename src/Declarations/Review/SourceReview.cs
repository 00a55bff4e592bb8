namespace TopHalf.Declarations;

/// <summary>Sources that are never answered: bits that nobody claims or masks, and lines that stay high.</summary>
internal static class SourceReview
{
    public static void Check(DeclaredDriver driver, FaultSink faults)
    {
        foreach (HandlerGroup group in driver.Groups)
        {
            if (group.IsShared && group.UnclaimedBits != 0 && group.Unclaimed is null)
            {
                Descriptor pending = group.Pending!;
                faults.Add(
                    DeclarationRules.UnclaimedLeft,
                    Anchor.Argument(pending.Source, KnownNames.MaskArgument),
                    group.UnclaimedBits,
                    driver.Symbol.Name);
            }

            if (group.IsLine && !IsAnswered(group))
            {
                ParsedHandler first = group.Handlers[0];
                faults.Add(
                    DeclarationRules.LineNotAnswered,
                    Anchor.Attribute(first.Method.GetAttributes().First(static a => a.Kind == AttributeKind.Line)),
                    first.Method.Name);
            }

            CheckStrides(group, faults);
        }
    }

    // With one source there is no second register.
    private static void CheckStrides(HandlerGroup group, FaultSink faults)
    {
        bool hasSeveral = group.Handlers[0].Vectors.Any(static v => v.Count > 1);
        foreach (ParsedHandler handler in group.Handlers.Where(h => !hasSeveral && h.Own.Bits is not { Each: true }))
        {
            foreach (Descriptor descriptor in handler.Own.All.Where(static d => d.Address is { HasStride: true }))
            {
                string argument = descriptor.Address switch
                {
                    { Stride: not 0 } => KnownNames.Stride,
                    { StrideFrom: not null } => KnownNames.StrideFrom,
                    _ => KnownNames.IndexStride,
                };
                faults.Add(DeclarationRules.StrideUnused, Anchor.Argument(descriptor.Source, argument), argument, handler.Method.Name);
            }
        }
    }

    // What the handler does itself counts where it is said (AtSource).
    private static bool IsAnswered(HandlerGroup group)
        => group.Pending is { ReadClears: true }
            || group.Effective.Any(static d => d.Role is AttributeKind.Acknowledge or AttributeKind.Disable)
            || group.Handlers.All(static h => h.Own.Banks.Count > 0);
}
