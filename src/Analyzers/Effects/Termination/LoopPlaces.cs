using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace TopHalf.Analyzers.Effects;

/// <summary>The loop in the source that a cycle of the flow is.</summary>
internal static class LoopPlaces
{
    public static Place Of(Cycle cycle, SyntaxNode function)
    {
        SyntaxNode[] parts = [.. cycle.Nodes.SelectMany(static n => n.All).Select(static o => o.Syntax)];
        if (parts.Length == 0)
        {
            return Empty(function);
        }

        var span = TextSpan.FromBounds(parts.Min(static p => p.SpanStart), parts.Max(static p => p.Span.End));
        StatementSyntax? loop = parts[0].AncestorsAndSelf().TakeWhile(n => n != function).OfType<StatementSyntax>()
            .FirstOrDefault(s => IsLoop(s) && s.Span.Contains(span) && !LeadsBack(s, cycle));
        GotoStatementSyntax? back = Jumps(function).FirstOrDefault(j => j.Label.SpanStart <= span.Start && j.Goto.SpanStart >= span.Start
            && (loop is null || (loop.Span.Contains(j.Label.Span) && loop.Span.Contains(j.Goto.Span) && loop.Span != j.Goto.Span && !HasCondition(loop, cycle))))
            .Goto;
        return back is not null ? Place.Of(back) : loop is not null ? Names.PlaceOf(loop) : Place.Of(parts[0]);
    }

    // An inner loop may be all that an outer one does: then the end of the inner leads back into it.
    private static bool LeadsBack(StatementSyntax loop, Cycle cycle)
    {
        var within = new HashSet<FlowNode>(cycle.Nodes);
        FlowNode[] tests = Condition(loop) is { } condition
            ? [.. cycle.Nodes.Where(n => n.Test is { } test && condition.Span.Contains(test.Syntax.Span) && n.Next.Count() > 1)]
            : [];
        return tests.Length > 0 && tests.All(n => n.Leaves(within) == (false, false));
    }

    private static bool HasCondition(StatementSyntax loop, Cycle cycle)
        => Condition(loop) is { } condition && cycle.Nodes.Any(n => n.Test is { } test && condition.Span.Contains(test.Syntax.Span));

    private static ExpressionSyntax? Condition(StatementSyntax loop) => loop switch
    {
        WhileStatementSyntax @while => @while.Condition,
        DoStatementSyntax @do => @do.Condition,
        ForStatementSyntax @for => @for.Condition,
        _ => null,
    };

    private static IEnumerable<(LabeledStatementSyntax Label, GotoStatementSyntax Goto)> Jumps(SyntaxNode function)
        => from jump in function.DescendantNodes().OfType<GotoStatementSyntax>()
           where jump.CaseOrDefaultKeyword.RawKind == 0 && jump.Expression is IdentifierNameSyntax
           from label in function.DescendantNodes().OfType<LabeledStatementSyntax>()
           where label.Identifier.ValueText == ((IdentifierNameSyntax)jump.Expression!).Identifier.ValueText && label.SpanStart < jump.SpanStart
           select (label, jump);

    // while (true) { }
    private static Place Empty(SyntaxNode function)
        => Names.PlaceOf(function.DescendantNodes().OfType<StatementSyntax>().FirstOrDefault(s => s switch
        {
            WhileStatementSyntax loop => IsEmpty(loop.Statement),
            DoStatementSyntax loop => IsEmpty(loop.Statement),
            ForStatementSyntax { Incrementors.Count: 0 } loop => IsEmpty(loop.Statement),
            _ => false,
        }) ?? function.DescendantNodes().OfType<StatementSyntax>().FirstOrDefault(IsLoop) ?? function);

    private static bool IsLoop(StatementSyntax statement)
        => statement is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax;

    private static bool IsEmpty(StatementSyntax statement)
        => statement is EmptyStatementSyntax || (statement is BlockSyntax block && block.Statements.All(s => IsEmpty(s) || s is ContinueStatementSyntax));
}
