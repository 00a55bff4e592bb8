using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TopHalf.CodeFixes;

/// <summary>
/// All places that name a symbol, where they can be known: of a local or a local function those in the member around it, of a private
/// member those in its type, of what the assembly keeps to itself those in the compilation.
/// </summary>
internal static class Usages
{
    /// <summary>The names in the source that mean it, without its declaration; null where others may use it too.</summary>
    public static IReadOnlyList<SimpleNameSyntax>? Of(ISymbol symbol, SemanticModel model, CancellationToken cancellationToken)
    {
        if (Scope(symbol, model.Compilation, cancellationToken) is not { } scope)
        {
            return null;
        }

        var found = new List<SimpleNameSyntax>();
        foreach (SyntaxNode part in scope)
        {
            foreach (SyntaxToken token in part.DescendantTokens(descendIntoTrivia: true))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == symbol.Name
                    && token.Parent is SimpleNameSyntax name && IsMeant(symbol, name, SemanticModels.Of(model, name.SyntaxTree), cancellationToken))
                {
                    found.Add(name);
                }
            }
        }

        return found;
    }

    private static bool IsMeant(ISymbol symbol, SimpleNameSyntax name, SemanticModel model, CancellationToken cancellationToken)
    {
        SymbolInfo info = model.GetSymbolInfo(name, cancellationToken);
        return Is(info.Symbol, symbol) || info.CandidateSymbols.Any(c => Is(c, symbol)) || model.GetMemberGroup(name, cancellationToken).Any(m => Is(m, symbol));
    }

    private static bool Is(ISymbol? found, ISymbol symbol)
        => SymbolEqualityComparer.Default.Equals(found?.OriginalDefinition, symbol.OriginalDefinition);

    private static IEnumerable<SyntaxNode>? Scope(ISymbol symbol, Compilation compilation, CancellationToken cancellationToken)
    {
        if (symbol is ILocalSymbol or IParameterSymbol or IMethodSymbol { MethodKind: MethodKind.LocalFunction })
        {
            return symbol.DeclaringSyntaxReferences.Select(r => Member(r.GetSyntax(cancellationToken)));
        }

        if (symbol.DeclaredAccessibility == Accessibility.Private)
        {
            return symbol.ContainingType.DeclaringSyntaxReferences.Select(r => r.GetSyntax(cancellationToken));
        }

        return IsOfAssembly(symbol) && SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, compilation.Assembly)
            && !compilation.Assembly.GetAttributes().Any(static a => a.AttributeClass?.Name == "InternalsVisibleToAttribute")
                ? compilation.SyntaxTrees.Select(t => t.GetRoot(cancellationToken))
                : null;
    }

    private static bool IsOfAssembly(ISymbol symbol)
    {
        for (ISymbol? outer = symbol; outer is not null and not INamespaceSymbol; outer = outer.ContainingSymbol)
        {
            if (outer.DeclaredAccessibility is Accessibility.Internal or Accessibility.ProtectedAndInternal or Accessibility.Private)
            {
                return true;
            }
        }

        return false;
    }

    // A local of a top-level statement has no member around it but the file.
    private static SyntaxNode Member(SyntaxNode declaration)
        => declaration.FirstAncestorOrSelf<MemberDeclarationSyntax>(static m => m is not GlobalStatementSyntax) ?? declaration.SyntaxTree.GetRoot();
}
