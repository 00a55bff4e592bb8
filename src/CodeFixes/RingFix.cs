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
/// TH2012: a <c>SpscRing</c> in place of a private queue or list that handlers put into, with what does not fit counted in a field that the
/// assembly can read. Offered where the handlers of one receive thread put in, one member takes out, and nothing else is asked than how much
/// is in it. The author has to look at two things: that one thread calls that member, and how much the ring should hold.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RingFix)), Shared]
public sealed class RingFix : DriverCodeFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [EffectRules.Growth.Id];

    private protected override Repair? Find(
        SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (Cause.Of(diagnostic, model, cancellationToken) is not { Node.Parent: MemberAccessExpressionSyntax access } cause
            || access.Name != cause.Node
            || cause.Model.GetSymbolInfo(access.Expression, cancellationToken).Symbol is not IFieldSymbol field
            || model.Compilation.GetTypeByMetadataName($"{KnownNames.Namespace}.{KnownNames.SpscRing}`1") is null
            || RingField.Of(field, cause.Model, cancellationToken) is not { } ring
            || RingUses.Of(field, cause.Model, cancellationToken) is not { } uses)
        {
            return null;
        }

        return new Repair(
            $"Hand over by a SpscRing: one thread takes out of '{field.Name}', and what does not fit is counted",
            ring.Declaration,
            [
                (ring.Declaration.SyntaxTree, ring.Apply),
                .. uses.Puts.Select(put => (put.SyntaxTree, Repair.Replace(put, current => RingUses.Change(current, ring.Lost)))),
            ]);
    }
}
