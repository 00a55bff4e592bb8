using Microsoft.CodeAnalysis;

namespace TopHalf.Declarations;

/// <summary>Attributes of the framework that change what a call of a method means.</summary>
internal static class MethodMarks
{
    extension(IMethodSymbol method)
    {
        /// <summary>
        /// Whether the method, or one that it overrides, has an attribute of this simple name. C# looks at the overridden ones
        /// too when the method is called.
        /// </summary>
        public bool IsMarked(string attributeName)
        {
            for (IMethodSymbol? declared = method; declared is not null; declared = declared.OverriddenMethod)
            {
                if (declared.GetAttributes().Any(a => a.AttributeClass?.Name == attributeName))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
