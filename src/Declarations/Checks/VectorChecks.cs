using Microsoft.CodeAnalysis;

namespace TopHalf.Declarations;

/// <summary>Which vectors there can be.</summary>
internal static class VectorChecks
{
    /// <summary>The last vector of the largest MSI-X table: 2,048 entries (PCI Express Base Specification, 7.7.2.2).</summary>
    public const int LastVector = 2047;

    /// <summary>Checks the numbers of one <c>[MsiVector]</c>; false where they cannot be used.</summary>
    public static bool Check(VectorRangeModel range, AttributeData attribute, FaultSink faults)
    {
        if (range.First is < 0 or > LastVector)
        {
            faults.Add(
                DeclarationRules.VectorOutOfRange,
                Anchor.Argument(attribute, KnownNames.VectorArgument),
                range.First,
                LastVector);
            return false;
        }

        Anchor count = Anchor.Argument(attribute, KnownNames.Count);
        if (range.Count < 1)
        {
            faults.Add(DeclarationRules.VectorCount, count, range.Count);
            return false;
        }

        if (range.Last > LastVector)
        {
            faults.Add(DeclarationRules.VectorOutOfRange, count, range.Last, LastVector);
            return false;
        }

        return true;
    }
}
