using Microsoft.CodeAnalysis;

namespace TopHalf.Declarations;

/// <summary>Attributes of the framework that change what the use of a member means.</summary>
internal static class MemberMarks
{
    extension(ISymbol member)
    {
        /// <summary>
        /// Whether the member, or one that it overrides, has an attribute of this simple name. C# looks at the overridden ones
        /// too when the member is used.
        /// </summary>
        public bool IsMarked(string attributeName)
        {
            for (ISymbol? declared = member; declared is not null; declared = Overridden(declared))
            {
                if (declared.GetAttributes().Any(a => a.AttributeClass?.Name == attributeName))
                {
                    return true;
                }
            }

            return false;
        }
    }

    private static ISymbol? Overridden(ISymbol member) => member switch
    {
        IMethodSymbol method => method.OverriddenMethod,
        IPropertySymbol property => property.OverriddenProperty,
        _ => null,
    };
}
