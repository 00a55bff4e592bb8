using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TopHalf.Analyzers.Effects;
using TopHalf.Declarations;

namespace TopHalf.CodeFixes;

/// <summary>
/// TH6001, TH6002, TH6003, TH6005: writes <c>[InterruptSafe]</c> on the delegate type, on the virtual or interface member, or on the member of
/// another project, that a handler calls. It is checked there from then on, and so is whoever makes, overrides or implements one. Not
/// offered where the declaration is not in the solution, or in a project that does not know the attribute.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PromiseSafeFix)), Shared]
public sealed class PromiseSafeFix : DriverCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        [EffectRules.UnknownDelegate.Id, EffectRules.OpenVirtual.Id, EffectRules.OpenInterface.Id, EffectRules.OtherAssembly.Id];

    private protected override Repair? Find(
        SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (Cause.Of(diagnostic, model, cancellationToken) is not { } cause
            || Called(cause, diagnostic.Id, cancellationToken)?.OriginalDefinition is not { } called
            || !IsKnownTo(called.ContainingAssembly)
            || Declared.FindAttribute(called, KnownNames.InterruptSafeAttribute) is not null
            || called.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is not { } syntax
            || Declaration(syntax) is not { } declaration)
        {
            return null;
        }

        string name = called is INamedTypeSymbol ? called.Name : $"{called.ContainingType.Name}.{(called is IPropertySymbol { IsIndexer: true } ? "this[]" : called.Name)}";
        return new Repair($"Put '{name}' under [InterruptSafe]", declaration, editor => editor.ReplaceNode(
            declaration,
            static (current, _) => AttributeLists.InsertBefore(
                (MemberDeclarationSyntax)current, 0, SyntaxFactory.Attribute(Declared.AttributeName(KnownNames.InterruptSafeAttribute)))));
    }

    private static ISymbol? Called(Cause cause, string id, CancellationToken cancellationToken)
    {
        ISymbol? symbol = cause.Model.GetSymbolInfo(cause.Node, cancellationToken).Symbol;
        if (id == EffectRules.UnknownDelegate.Id)
        {
            // finished(), or the Invoke of finished.Invoke(). A delegate that is handed to the library is called there.
            return symbol is IMethodSymbol { MethodKind: MethodKind.DelegateInvoke } invoke ? invoke.ContainingType
                : IsCalled(cause.Node) && symbol is not IMethodSymbol
                    ? cause.Model.GetTypeInfo(cause.Node, cancellationToken).Type as INamedTypeSymbol
                    : null;
        }

        // Of foreach, using and the like the symbol is what they are about, and not what they call.
        bool isMember = symbol is IMethodSymbol { MethodKind: MethodKind.Ordinary } or IPropertySymbol or IEventSymbol
            && cause.Node is not MemberAccessExpressionSyntax && cause.Node.Parent is not CommonForEachStatementSyntax;
        if (id == EffectRules.OtherAssembly.Id)
        {
            return isMember && !SymbolEqualityComparer.Default.Equals(symbol!.ContainingAssembly, cause.Model.Compilation.Assembly) ? symbol : null;
        }

        TypeKind kind = id == EffectRules.OpenInterface.Id ? TypeKind.Interface : TypeKind.Class;
        return isMember && (symbol!.IsAbstract || symbol.IsVirtual || symbol.IsOverride) && symbol.ContainingType.TypeKind == kind ? symbol : null;
    }

    private static bool IsCalled(SyntaxNode node) => node.Parent switch
    {
        PostfixUnaryExpressionSyntax or ParenthesizedExpressionSyntax => IsCalled(node.Parent),
        InvocationExpressionSyntax call => call.Expression == node,
        _ => false,
    };

    private static bool IsKnownTo(IAssemblySymbol? assembly)
        => assembly is ISourceAssemblySymbol source && source.Compilation.GetTypeByMetadataName($"{KnownNames.Namespace}.{KnownNames.InterruptSafeAttribute}") is not null;

    // An attribute on a field of events is on all of them; what a record declares in its list is no member to write on.
    private static MemberDeclarationSyntax? Declaration(SyntaxNode syntax) => syntax switch
    {
        MethodDeclarationSyntax or PropertyDeclarationSyntax or IndexerDeclarationSyntax or EventDeclarationSyntax or DelegateDeclarationSyntax
            or OperatorDeclarationSyntax or ConversionOperatorDeclarationSyntax => (MemberDeclarationSyntax)syntax,
        VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: EventFieldDeclarationSyntax @event } } => @event,
        _ => null,
    };
}
