using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TopHalf.Analyzers.Effects;

/// <summary>Names of types in text.</summary>
internal static class TypeNames
{
    /// <summary>The last name of a type: of <c>global::A.B&lt;C&gt;</c> it is B. Nothing, where it has none.</summary>
    public static string? Rightmost(TypeSyntax? type) => type switch
    {
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.ValueText,
        _ => null,
    };
}
