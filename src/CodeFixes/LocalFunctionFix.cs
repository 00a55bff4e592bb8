using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using TopHalf.Analyzers.Effects;

namespace TopHalf.CodeFixes;

/// <summary>
/// TH2004, TH2005, TH5003: makes a lambda in a local variable a local function, which needs neither closure nor delegate, with
/// <c>static</c> where it uses nothing around it. Offered where the variable is only called: what is handed on, stored, compared or
/// assigned again is a delegate. Not offered for async lambdas, nor where a call names its arguments, leaves some out, or stands in
/// another lambda.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LocalFunctionFix)), Shared]
public sealed class LocalFunctionFix : DriverCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
        [EffectRules.Closure.Id, EffectRules.NewDelegate.Id, EffectRules.CachedDelegate.Id];

    private protected override Repair? Find(
        SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (Cause.Of(diagnostic, model, cancellationToken) is not { Node: AnonymousFunctionExpressionSyntax lambda } cause
            || lambda.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax statement } declarator }
            || statement is not { Parent: BlockSyntax or SwitchSectionSyntax, Declaration.Variables.Count: 1, UsingKeyword.RawKind: 0, ContainsDirectives: false }
            || cause.Model.GetDeclaredSymbol(declarator, cancellationToken) is not ILocalSymbol local
            || Calls(local, statement.Parent, cause.Model, cancellationToken) is not { Count: > 0 } calls
            || LocalFunctions.Of(lambda, cause.Model, cancellationToken) is not { } function)
        {
            return null;
        }

        return new Repair(
            $"Make '{local.Name}' a {(function.IsStatic ? "static " : "")}local function",
            statement,
            [
                (statement, current => function.Declare((LocalDeclarationStatementSyntax)current)),
                .. calls.Where(static c => c.Expression is MemberAccessExpressionSyntax).Select(c => ((SyntaxNode)c, (Func<SyntaxNode, SyntaxNode>)CallDirectly)),
            ]);
    }

    // All that is done with it, if that is to call it. In another lambda, that one would have a closure for what this one uses.
    private static List<InvocationExpressionSyntax>? Calls(ILocalSymbol local, SyntaxNode block, SemanticModel model, CancellationToken cancellationToken)
    {
        var calls = new List<InvocationExpressionSyntax>();
        foreach (SimpleNameSyntax name in Usages.Of(local, model, cancellationToken) ?? [])
        {
            ExpressionSyntax called = name.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Invoke" } access && access.Expression == name ? access : name;
            if (called.Parent is not InvocationExpressionSyntax call || call.Expression != called
                || call.ArgumentList.Arguments.Any(static a => a.NameColon is not null)
                || call.Ancestors().TakeWhile(a => a != block).Any(static a => a is AnonymousFunctionExpressionSyntax or QueryExpressionSyntax)
                || model.GetOperation(call, cancellationToken) is not IInvocationOperation operation
                || operation.Arguments.Any(static a => a.ArgumentKind != ArgumentKind.Explicit))
            {
                return null;
            }

            calls.Add(call);
        }

        return calls;
    }

    private static InvocationExpressionSyntax CallDirectly(SyntaxNode current)
    {
        var call = (InvocationExpressionSyntax)current;
        var access = (MemberAccessExpressionSyntax)call.Expression;
        return call.WithExpression(access.Expression.WithTriviaFrom(access));
    }
}
