using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TopHalf.Declarations;

/// <summary>Finds an attribute, or the expression that it gives for a parameter or property.</summary>
internal static class AttributeLocator
{
    public static Location Locate(AttributeData attribute, string? argument, CancellationToken cancellationToken)
    {
        if (attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is not AttributeSyntax syntax)
        {
            return Location.None;
        }

        AttributeArgumentSyntax? found = argument is null ? null : Find(attribute, syntax, argument);
        return (found?.Expression ?? (Microsoft.CodeAnalysis.SyntaxNode)syntax).GetLocation();
    }

    private static AttributeArgumentSyntax? Find(AttributeData attribute, AttributeSyntax syntax, string name)
    {
        SeparatedSyntaxList<AttributeArgumentSyntax> arguments = syntax.ArgumentList?.Arguments ?? default;
        foreach (AttributeArgumentSyntax argument in arguments)
        {
            if ((argument.NameColon?.Name ?? argument.NameEquals?.Name)?.Identifier.ValueText == name)
            {
                return argument;
            }
        }

        // Arguments without a name are in the order of the constructor's parameters.
        IParameterSymbol? parameter = attribute.AttributeConstructor?.Parameters.FirstOrDefault(p => p.Name == name);
        return parameter is not null
            && parameter.Ordinal < arguments.Count
            && arguments[parameter.Ordinal] is { NameColon: null, NameEquals: null } byPosition
                ? byPosition
                : null;
    }
}
