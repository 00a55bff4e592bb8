using Microsoft.CodeAnalysis;

namespace TopHalf.LibraryCalls.Tests;

/// <summary>Members that the compiler refuses.</summary>
internal static class Obsolete
{
    /// <summary>Whether a use is an error.</summary>
    public static bool Is(ISymbol member) => Attributes(member).Any(static a => a.AttributeClass?.Name is "ObsoleteAttribute" or "ExperimentalAttribute" or "RequiresPreviewFeaturesAttribute");

    private static IEnumerable<AttributeData> Attributes(ISymbol member)
    {
        for (ISymbol? around = member; around is not null and not INamespaceSymbol; around = around.ContainingSymbol)
        {
            foreach (AttributeData attribute in around.GetAttributes())
            {
                yield return attribute;
            }
        }

        if (member is IMethodSymbol { AssociatedSymbol: { } associated })
        {
            foreach (AttributeData attribute in associated.GetAttributes())
            {
                yield return attribute;
            }
        }
    }
}
