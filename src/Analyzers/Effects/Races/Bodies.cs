using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>The operations of a method, as it is declared.</summary>
internal static class Bodies
{
    public static IEnumerable<IOperation> Of(IMethodSymbol method, EffectModel model)
    {
        IMethodSymbol definition = method.OriginalDefinition;
        definition = definition.PartialImplementationPart ?? definition;
        foreach (SyntaxReference reference in definition.DeclaringSyntaxReferences)
        {
            SyntaxNode? node = reference.GetSyntax() switch
            {
                PropertyDeclarationSyntax property => property.ExpressionBody,
                IndexerDeclarationSyntax indexer => indexer.ExpressionBody,
                TypeDeclarationSyntax => null,
                var syntax => syntax,
            };
            switch (node is null ? null : model.GetModel(node.SyntaxTree).GetOperation(node))
            {
                case IMethodBodyOperation { BlockBody: var block, ExpressionBody: var expression } when (block ?? expression) is { } body:
                    yield return body;
                    break;
                case IConstructorBodyOperation { BlockBody: var block, ExpressionBody: var expression } when (block ?? expression) is { } body:
                    yield return body;
                    break;
                case ILocalFunctionOperation { Body: { } body }:
                    yield return body;
                    break;
                case IBlockOperation body:
                    yield return body;
                    break;
            }
        }
    }

    /// <summary>The initial values of the fields and properties of a type.</summary>
    public static IEnumerable<IOperation> InitialValues(INamedTypeSymbol type, EffectModel model)
    {
        foreach (ISymbol member in type.GetMembers())
        {
            foreach (SyntaxReference reference in member is IFieldSymbol or IPropertySymbol ? member.DeclaringSyntaxReferences : [])
            {
                EqualsValueClauseSyntax? value = reference.GetSyntax() switch
                {
                    VariableDeclaratorSyntax variable => variable.Initializer,
                    PropertyDeclarationSyntax property => property.Initializer,
                    _ => null,
                };
                if (value is not null && model.GetModel(value.SyntaxTree).GetOperation(value) is { } operation)
                {
                    yield return operation;
                }
            }
        }
    }
}
