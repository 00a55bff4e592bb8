using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>Loops: whether something that they count or consume bounds them.</summary>
internal static class Loops
{
    public static void Visit(ILoopOperation loop, Body body)
    {
        ImmutableHashSet<string> known = body.Completion.Known;
        if (loop is IForEachLoopOperation forEach)
        {
            Enumeration.Visit(forEach, body);
        }

        body.Walker.VisitChildren(loop);
        body.Completion.Known = known;
        switch (loop)
        {
            case IWhileLoopOperation { ConditionIsTop: false, Condition.ConstantValue: { HasValue: true, Value: false } }:
                break;
            case IWhileLoopOperation @while:
                Check(loop, @while.Condition, [], body);

                // Behind the loop its condition is false, if nothing else leaves it.
                body.Completion.Assume(@while.Condition, @while.ConditionIsUntil);
                break;
            case IForLoopOperation @for:
                Check(loop, @for.Condition, @for.AtLoopBottom, body);
                break;
        }
    }

    /// <summary>A goto that leads back is a loop too.</summary>
    public static void Visit(IBranchOperation branch, Body body)
    {
        if (branch.BranchKind == BranchKind.GoTo
            && branch.Syntax is GotoStatementSyntax { CaseOrDefaultKeyword.RawKind: 0 }
            && branch.Target.DeclaringSyntaxReferences.FirstOrDefault()?.Span.Start < branch.Syntax.SpanStart)
        {
            body.Report(EffectRules.Loop, branch.Syntax, $"goes back to '{branch.Target.Name}'; a for loop with a count has a bound");
        }
    }

    private static void Check(ILoopOperation loop, IOperation? condition, ImmutableArray<IOperation> bottom, Body body)
    {
        switch (LoopBound.Find(loop, condition, bottom, body))
        {
            case LoopBound.Kind.Polling:
                body.Report(
                    EffectRules.Polling, Names.PlaceOf(loop.Syntax), "polls until the device or another thread changes something; a count of attempts would bound it");
                break;
            case LoopBound.Kind.Retry:
                body.Report(EffectRules.Retry, Names.PlaceOf(loop.Syntax), "retries for as long as others come first; Interlocked.Add, Or and And do not");
                break;
            case LoopBound.Kind.None:
                body.Report(EffectRules.Loop, Names.PlaceOf(loop.Syntax), "loops until something happens; a budget per interrupt would bound it");
                break;
        }
    }
}
