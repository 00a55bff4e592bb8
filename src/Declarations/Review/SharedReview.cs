using Microsoft.CodeAnalysis;

namespace TopHalf.Declarations;

/// <summary>Descriptors of the class that stand in for nobody: the author believes that they are run.</summary>
internal static class SharedReview
{
    public static void Check(DeclaredDriver driver, FaultSink faults)
    {
        foreach (Descriptor shared in driver.Shared.All)
        {
            // The release is the driver's own, whatever its handlers have. Of a bank, C# says that a class is no place for it (CS0592).
            if (shared.Role is not (AttributeKind.Release or AttributeKind.Bank) && !driver.Groups.Any(g => g.Effective.Contains(shared)))
            {
                faults.Add(
                    DeclarationRules.SharedUnused, Anchor.Attribute(shared.Source), shared.Source.ShortName, driver.Symbol.Name);
            }
        }
    }
}
