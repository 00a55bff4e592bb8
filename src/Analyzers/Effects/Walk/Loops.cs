using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>Loops: what is in them, and what holds behind them. Whether they end is asked of the whole function at once.</summary>
internal static class Loops
{
    public static void Visit(ILoopOperation loop, Body body)
    {
        body.HasLoops |= loop is not IForEachLoopOperation;
        Completion completion = body.Completion;
        completion.ForgetSet(loop);
        var before = completion.Known;
        switch (loop)
        {
            case IForEachLoopOperation forEach:
                Enumeration.Visit(forEach, body);
                foreach (IOperation child in forEach.ChildOperations)
                {
                    body.Walker.Visit(child == forEach.Collection ? Enumeration.CollectionOf(forEach) : child);
                }

                completion.Known = before;
                break;
            case IWhileLoopOperation { ConditionIsTop: false } @do:
                body.Walker.Visit(@do.Body);
                body.Walker.Visit(@do.Condition);
                Leave(@do, @do.Condition, @do.ConditionIsUntil, HasJumps(@do) ? before : completion.Known, completion);
                break;
            case IWhileLoopOperation @while:
                body.Walker.Visit(@while.Condition);
                VisitRounds(@while, @while.Condition, !@while.ConditionIsUntil, [], body);
                break;
            case IForLoopOperation @for:
                Flow.VisitStatements(@for.Before, body);
                body.Walker.Visit(@for.Condition);
                VisitRounds(@for, @for.Condition, true, @for.AtLoopBottom, body);
                break;
            default:
                body.Walker.VisitChildren(loop);
                break;
        }
    }

    private static void VisitRounds(ILoopOperation loop, IOperation? condition, bool goesOn, ImmutableArray<IOperation> bottom, Body body)
    {
        Completion completion = body.Completion;
        var before = completion.Known;
        Guards.Assume(condition, goesOn, completion);
        body.Walker.Visit(loop.Body);
        Flow.VisitStatements(bottom, body);
        Leave(loop, condition, !goesOn, before, completion);
    }

    // Behind the loop its condition is false, if nothing else leaves it.
    private static void Leave(
        ILoopOperation loop, IOperation? condition, bool outcome, ImmutableHashSet<Completion.Fact> known, Completion completion)
    {
        completion.Known = known;
        if (!Breaks(loop))
        {
            Guards.Assume(condition, outcome, completion);
        }
    }

    private static bool HasJumps(ILoopOperation loop) => Breaks(loop) || loop.Body.DescendantsAndSelf().Any(
        o => o is IBranchOperation branch && SymbolEqualityComparer.Default.Equals(branch.Target, loop.ContinueLabel));

    private static bool Breaks(ILoopOperation loop) => loop.Body.DescendantsAndSelf().Any(
        o => o is IBranchOperation { BranchKind: BranchKind.Break } branch && SymbolEqualityComparer.Default.Equals(branch.Target, loop.ExitLabel));

    /// <summary>A goto may lead back.</summary>
    public static void Visit(IBranchOperation branch, Body body) => body.HasLoops |= branch.BranchKind == BranchKind.GoTo;
}
