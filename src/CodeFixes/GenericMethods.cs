using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TopHalf.CodeFixes;

/// <summary>Type parameters of methods and local functions.</summary>
internal static class GenericMethods
{
    /// <summary>One more type parameter, with a constraint.</summary>
    public static SyntaxNode Add(SyntaxNode declaration, string name, TypeSyntax constraint)
    {
        TypeParameterConstraintClauseSyntax clause = SyntaxFactory.TypeParameterConstraintClause(
            SyntaxFactory.IdentifierName(name), SyntaxFactory.SingletonSeparatedList<TypeParameterConstraintSyntax>(SyntaxFactory.TypeConstraint(constraint)));
        switch (declaration)
        {
            case MethodDeclarationSyntax method:
                (ParameterListSyntax list, SyntaxList<TypeParameterConstraintClauseSyntax> clauses) = Append(method.ParameterList, method.ConstraintClauses, clause);
                return method.WithTypeParameterList(Append(method.TypeParameterList, name)).WithParameterList(list).WithConstraintClauses(clauses);
            case LocalFunctionStatementSyntax function:
                (list, clauses) = Append(function.ParameterList, function.ConstraintClauses, clause);
                return function.WithTypeParameterList(Append(function.TypeParameterList, name)).WithParameterList(list).WithConstraintClauses(clauses);
            default:
                return declaration;
        }
    }

    private static TypeParameterListSyntax Append(TypeParameterListSyntax? list, string name)
        => (list ?? SyntaxFactory.TypeParameterList()).AddParameters(SyntaxFactory.TypeParameter(name));

    // What stood before the body, a line's end or a space, still does.
    private static (ParameterListSyntax List, SyntaxList<TypeParameterConstraintClauseSyntax> Clauses) Append(
        ParameterListSyntax list, SyntaxList<TypeParameterConstraintClauseSyntax> clauses, TypeParameterConstraintClauseSyntax clause)
    {
        if (clauses.Count == 0)
        {
            return (list.WithTrailingTrivia(SyntaxFactory.Space), [clause.WithTrailingTrivia(list.GetTrailingTrivia())]);
        }

        TypeParameterConstraintClauseSyntax last = clauses.Last();
        return (list, clauses.Replace(last, last.WithTrailingTrivia(SyntaxFactory.Space)).Add(clause.WithTrailingTrivia(last.GetTrailingTrivia())));
    }
}
