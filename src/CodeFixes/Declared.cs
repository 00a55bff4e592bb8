using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;
using TopHalf.Declarations;

namespace TopHalf.CodeFixes;

/// <summary>What the fixes share: our attributes on symbols, and our names as syntax.</summary>
internal static class Declared
{
    /// <summary>The attribute of ours with this simple name; null where there is none.</summary>
    public static AttributeData? FindAttribute(ISymbol? symbol, string name)
        => FindAttributes(symbol, name).FirstOrDefault();

    /// <summary>All attributes of ours with this simple name, in their order.</summary>
    public static IEnumerable<AttributeData> FindAttributes(ISymbol? symbol, string name)
        => symbol?.GetAttributes().Where(a => a.AttributeClass is { } type && IsOurs(type, name)) ?? [];

    /// <summary>A type directly in our namespace.</summary>
    public static bool IsOurs(ITypeSymbol type, string name)
        => type.Name == name && type.ContainingNamespace is { Name: KnownNames.Namespace, ContainingNamespace.IsGlobalNamespace: true };

    /// <summary>A name of ours, which becomes as short as the usings of the document allow.</summary>
    public static NameSyntax Name(string simpleName) => SyntaxFactory
        .ParseName($"global::{KnownNames.Namespace}.{simpleName}")
        .WithAdditionalAnnotations(Simplifier.Annotation);

    /// <summary>The name of an attribute, without the suffix that nobody writes.</summary>
    public static NameSyntax AttributeName(string attribute)
        => Name(attribute.Substring(0, attribute.Length - nameof(Attribute).Length));

    /// <summary>The argument that an attribute has for a constructor parameter.</summary>
    public static AttributeArgumentSyntax? FindArgument(AttributeSyntax attribute, IMethodSymbol constructor, string parameter)
    {
        SeparatedSyntaxList<AttributeArgumentSyntax> arguments = attribute.ArgumentList?.Arguments ?? default;
        return arguments.FirstOrDefault(a => a.NameColon?.Name.Identifier.ValueText == parameter)
            ?? (constructor.Parameters.FirstOrDefault(p => p.Name == parameter) is { } found
                && found.Ordinal < arguments.Count
                && arguments[found.Ordinal] is { NameColon: null, NameEquals: null } byPosition
                    ? byPosition
                    : null);
    }
}
