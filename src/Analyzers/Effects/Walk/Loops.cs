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
        ImmutableHashSet<string> known = body.Completion.Known;
        if (loop is IForEachLoopOperation forEach)
        {
            Enumeration.Visit(forEach, body);
        }

        body.Walker.VisitChildren(loop);
        body.Completion.Known = known;
        if (loop is IWhileLoopOperation @while)
        {
            // Behind the loop its condition is false, if nothing else leaves it.
            body.Completion.Assume(@while.Condition, @while.ConditionIsUntil);
        }
    }

    /// <summary>A goto may lead back.</summary>
    public static void Visit(IBranchOperation branch, Body body) => body.HasLoops |= branch.BranchKind == BranchKind.GoTo;
}
