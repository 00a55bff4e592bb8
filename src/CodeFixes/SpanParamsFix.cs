using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Simplification;
using TopHalf.Analyzers.Effects;

namespace TopHalf.CodeFixes;

/// <summary>
/// TH2007: declares <c>params T[]</c> as <c>params ReadOnlySpan&lt;T&gt;</c>; the calls stay as they are, and make no array. Offered from
/// C# 13 on, where every call can be seen, and where the method only reads the array: its length, its elements, one after the other. Not
/// offered for async methods and iterators, which cannot keep a span.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SpanParamsFix)), Shared]
public sealed class SpanParamsFix : DriverCodeFix
{
    private const string Span = "ReadOnlySpan";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [EffectRules.Params.Id];

    private protected override Repair? Find(
        SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (Cause.Of(diagnostic, model, cancellationToken) is not { } cause
            || cause.Model.GetSymbolInfo(cause.Node, cancellationToken).Symbol is not IMethodSymbol { IsAsync: false, Parameters.IsEmpty: false } called
            || called.OriginalDefinition.Parameters.Last() is not { IsParams: true, Type: IArrayTypeSymbol { Rank: 1 } array } parameter
            || OwnMethod.Of(called, cause.Model, cancellationToken) is not { } method
            || method.SyntaxOf(parameter) is not { Type: ArrayTypeSyntax { RankSpecifiers.Count: 1 } type }
            || type.SyntaxTree.Options is not CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp13 }
            || model.Compilation.GetTypeByMetadataName($"System.{Span}`1") is null
            || method.Declaration.DescendantNodes().Any(static n => n is YieldStatementSyntax)
            || !method.Calls.All(c => CanTakeSpan(c, parameter, array, cause.Model, cancellationToken))
            || method.UsesOf(parameter, cause.Model, cancellationToken) is not { } uses
            || !uses.All(u => SpanUses.IsSame(u, array, SemanticModels.Of(cause.Model, u.SyntaxTree), cancellationToken)))
        {
            return null;
        }

        return new Repair(
            $"Take '{parameter.Name}' as params {Span}",
            type,
            [
                (type, current => SyntaxFactory.QualifiedName(
                        SyntaxFactory.ParseName("global::System"),
                        SyntaxFactory.GenericName(
                            SyntaxFactory.Identifier(Span), SyntaxFactory.TypeArgumentList(SyntaxFactory.SingletonSeparatedList(((ArrayTypeSyntax)current).ElementType.WithoutTrivia()))))
                    .WithTriviaFrom(current)
                    .WithAdditionalAnnotations(Simplifier.Annotation)),
            ]);
    }

    private static bool CanTakeSpan(
        IInvocationOperation call, IParameterSymbol parameter, IArrayTypeSymbol array, SemanticModel model, CancellationToken cancellationToken)
    {
        // A span cannot be kept over an await, nor be in an expression tree.
        if (call.Syntax.DescendantNodes().Any(static n => n is AwaitExpressionSyntax)
            || call.Syntax.Ancestors().OfType<LambdaExpressionSyntax>().Any(l => SemanticModels.Of(model, l.SyntaxTree).GetTypeInfo(l, cancellationToken).ConvertedType is { Name: "Expression" }))
        {
            return false;
        }

        return call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == parameter.Ordinal) switch
        {
            { ArgumentKind: ArgumentKind.ParamArray } => true,
            { ArgumentKind: ArgumentKind.Explicit, Syntax: ArgumentSyntax { Expression: { } value } } => call.TargetMethod.Arity == 0
                && SymbolEqualityComparer.Default.Equals(SemanticModels.Of(model, value.SyntaxTree).GetTypeInfo(value, cancellationToken).Type, array),
            _ => false,
        };
    }
}
