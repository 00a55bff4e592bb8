using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TopHalf.Declarations;

namespace TopHalf.CodeFixes;

/// <summary>The one parameter of a handler: the interrupt that it takes already, or a new one.</summary>
internal static class HandlerParameter
{
    /// <summary>Makes the parameter; null where the body would not compile with it.</summary>
    public static ParameterSyntax? TryMake(
        MethodDeclarationSyntax method, IMethodSymbol symbol, SemanticModel model, CancellationToken cancellationToken)
    {
        IParameterSymbol? kept = symbol.Parameters.FirstOrDefault(
            static p => p.RefKind != RefKind.Out && Declared.IsOurs(p.Type, "Interrupt"));
        if (method.DescendantNodes().OfType<IdentifierNameSyntax>().Any(IsInTheWay))
        {
            return null;
        }

        return kept is null ? Make(FreeName(method)) : WithIn(method.ParameterList.Parameters[kept.Ordinal]);

        bool IsInTheWay(IdentifierNameSyntax name) => model.GetSymbolInfo(name, cancellationToken).Symbol is IParameterSymbol used
            && SymbolEqualityComparer.Default.Equals(used.ContainingSymbol, symbol)
            && (!SymbolEqualityComparer.Default.Equals(used, kept) || IsWritten(name));
    }

    /// <summary>A list with this parameter alone.</summary>
    public static ParameterListSyntax ListOf(ParameterListSyntax list, ParameterSyntax parameter)
        => list.WithParameters(SyntaxFactory.SingletonSeparatedList(parameter));

    private static ParameterSyntax Make(string name) => SyntaxFactory
        .Parameter(SyntaxFactory.Identifier(name))
        .WithModifiers(SyntaxFactory.TokenList(In))
        .WithType(Declared.Name("Interrupt").WithTrailingTrivia(SyntaxFactory.Space));

    private static ParameterSyntax WithIn(ParameterSyntax parameter)
    {
        // 'scoped' goes well with 'in'; 'ref', 'readonly', 'params' and 'this' do not.
        SyntaxToken[] scoped = [.. parameter.Modifiers.Where(static m => m.IsKind(SyntaxKind.ScopedKeyword))];
        return parameter.WithoutTrivia().WithModifiers(SyntaxFactory.TokenList([.. scoped, In]));
    }

    private static SyntaxToken In => SyntaxFactory.Token(SyntaxKind.InKeyword).WithTrailingTrivia(SyntaxFactory.Space);

    private static string FreeName(MethodDeclarationSyntax method)
    {
        HashSet<string> taken =
            [.. method.DescendantTokens().Where(static t => t.IsKind(SyntaxKind.IdentifierToken)).Select(static t => t.ValueText)];
        string name = "irq";
        while (taken.Contains(name))
        {
            name = "handled" + char.ToUpperInvariant(name[0]) + name.Substring(1);
        }

        return name;
    }

    private static bool IsWritten(IdentifierNameSyntax name)
        => (name.Parent is AssignmentExpressionSyntax assignment && assignment.Left == name)
            || (name.Parent is ArgumentSyntax argument && argument.RefKindKeyword.Kind() is SyntaxKind.RefKeyword or SyntaxKind.OutKeyword)
            || name.Parent is RefExpressionSyntax;
}
