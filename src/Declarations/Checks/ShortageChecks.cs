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
        else if (value == (byte)VectorShortage.Share)
        {
            foreach (HandlerGroup group in groups.Where(static g => g.Pending is null))
            {
                IMethodSymbol method = group.Handlers[0].Method;
                faults.Add(
                    DeclarationRules.VectorsNotTold,
                    Anchor.Name(method),
                    $", give '{method.Name}' an [IrqPending], or use VectorShortage.CallAll if it looks itself whether there is something for it",
                    "it is also called for interrupts of other vectors then");
            }
        }

        return true;
    }
}
