using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TopHalf.Declarations;

namespace TopHalf.CodeFixes;

/// <summary>The receive threads that code runs on: those of the handlers that it is, or is called by and by nothing else.</summary>
internal sealed class HandlerThreads(SemanticModel model, CancellationToken cancellationToken)
{
    private readonly HashSet<string> _threads = new(StringComparer.Ordinal);
    private readonly HashSet<ISymbol> _seen = new(SymbolEqualityComparer.Default);

    /// <summary>Whether all that was added runs on one and the same.</summary>
    public bool AreOne => _threads.Count == 1;

    /// <summary>Adds where a node runs. False where that is not known: in a lambda, or in what others can call.</summary>
    public bool TryAdd(SyntaxNode node)
        => node.Ancestors().FirstOrDefault(static a => a is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax)
                is MethodDeclarationSyntax method
            && SemanticModels.Of(model, method.SyntaxTree).GetDeclaredSymbol(method, cancellationToken) is { } symbol
            && TryAdd(symbol);

    private bool TryAdd(IMethodSymbol method)
    {
        if (HandlerMark.IsOn(method))
        {
            _threads.UnionWith(method.GetAttributes().Where(static a => HandlerMark.Is(a.AttributeClass)).Select(ThreadOf));
            return true;
        }

        // Events of the device call from a thread of their own.
        return !_seen.Add(method)
            || (method.DeclaredAccessibility == Accessibility.Private
                && method.GetAttributes().All(static a => a.AttributeClass?.Name is KnownNames.InterruptSafeAttribute or KnownNames.InterruptUnsafeAttribute || a.AttributeClass?.ContainingNamespace?.Name != KnownNames.Namespace)
                && method.ExplicitInterfaceImplementations.IsEmpty
                && Usages.Of(method, model, cancellationToken) is { Count: > 0 } calls
                && calls.All(c => IsCall(c) && TryAdd(c)));
    }

    private static bool IsCall(SimpleNameSyntax name)
        => name.Parent is InvocationExpressionSyntax
            || name.Parent is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Parent: InvocationExpressionSyntax };

    private static string ThreadOf(AttributeData attribute)
        => attribute.NamedArguments.FirstOrDefault(static a => a.Key == KnownNames.Thread).Value.Value as string ?? "";
}
