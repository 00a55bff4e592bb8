using Microsoft.CodeAnalysis;

namespace TopHalf.Declarations;

/// <summary>
/// What makes a method a handler: a vector, or the line. The one place that knows, for the generator, the analyzers and the code
/// fixes.
/// </summary>
public static class HandlerMark
{
    /// <summary>Whether an attribute of this class makes its method a handler.</summary>
    public static bool Is(INamedTypeSymbol? attribute)
        => attribute is { Name: KnownNames.MsiVectorAttribute or KnownNames.IntxLineAttribute } && attribute.IsIn(KnownNames.Namespace);

    /// <summary>Whether a member has such an attribute; of the class that it is in, nothing is asked.</summary>
    public static bool IsOn(ISymbol member)
    {
        // Asked for every method of a project.
        foreach (AttributeData attribute in member.GetAttributes())
        {
            if (Is(attribute.AttributeClass))
            {
                return true;
            }
        }

        return false;
    }
}
