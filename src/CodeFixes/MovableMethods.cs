using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TopHalf.CodeFixes;

/// <summary>Tells which methods of a type mean the same in another type.</summary>
internal sealed class MovableMethods(
    SemanticModel model,
    INamedTypeSymbol from,
    TypeDeclarationSyntax declaration,
    CancellationToken cancellationToken)
{
    /// <summary>Whether a method of the type can be moved.</summary>
    public bool Contains(MethodDeclarationSyntax method)
        => model.GetDeclaredSymbol(method, cancellationToken) is
        {
            DeclaredAccessibility: Accessibility.Private,
            IsExtern: false,
            PartialDefinitionPart: null,
            PartialImplementationPart: null,
            ExplicitInterfaceImplementations.IsEmpty: true,
        } symbol
            && (method.Body is not null || method.ExpressionBody is not null)
            && UsesNothingOfItsType(method)
            && IsUnused(symbol);

    private bool UsesNothingOfItsType(MethodDeclarationSyntax method) => method.DescendantNodes().All(node => node switch
    {
        ThisExpressionSyntax or BaseExpressionSyntax => false,
        SimpleNameSyntax name => !BelongsToType(model.GetSymbolInfo(name, cancellationToken).Symbol),
        _ => true,
    });

    // Private, so that it is used in this one declaration or not at all.
    private bool IsUnused(IMethodSymbol method) => !declaration.DescendantNodes().OfType<SimpleNameSyntax>()
        .Where(name => name.Identifier.ValueText == method.Name)
        .Any(name => SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellationToken).Symbol, method)
            || model.GetMemberGroup(name, cancellationToken).Contains(method, SymbolEqualityComparer.Default));

    private bool BelongsToType(ISymbol? symbol) => symbol switch
    {
        // Parameters of a primary constructor, and type parameters of a type.
        IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } => true,
        ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Type } => true,
        IFieldSymbol or IPropertySymbol or IEventSymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary } or INamedTypeSymbol
            => symbol.ContainingType is { } owner && IsInReach(owner),
        _ => false,
    };

    private bool IsInReach(INamedTypeSymbol owner)
    {
        for (INamedTypeSymbol? outer = from; outer is not null; outer = outer.ContainingType)
        {
            for (INamedTypeSymbol? type = outer; type is { SpecialType: SpecialType.None }; type = type.BaseType)
            {
                if (SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, owner.OriginalDefinition))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
