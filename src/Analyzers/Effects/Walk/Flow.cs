using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>Where code can be reached, what a condition proves there, and what only happens on the way to a throw.</summary>
internal static class Flow
{
    public static void VisitBlock(IBlockOperation block, Body body)
    {
        bool outer = body.EndsInThrow;
        ImmutableHashSet<string> known = body.Completion.Known;
        body.EndsInThrow = outer || AlwaysThrows(block);
        VisitStatements(block.Operations, body);
        body.EndsInThrow = outer;
        body.Completion.Known = known;
    }

    /// <summary>Statements in a row: what a test that leaves early proves holds for those after it.</summary>
    public static void VisitStatements(ImmutableArray<IOperation> statements, Body body)
    {
        foreach (IOperation statement in statements)
        {
            body.Walker.Visit(statement);
            if (statement is IConditionalOperation { WhenFalse: null } test && Leaves(test.WhenTrue))
            {
                body.Completion.Assume(test.Condition, false);
            }
            else if (statement is IConditionalOperation { WhenFalse: { } otherwise } either && Leaves(otherwise))
            {
                body.Completion.Assume(either.Condition, true);
            }
        }
    }

    public static void Visit(IConditionalOperation conditional, Body body)
    {
        body.Walker.Visit(conditional.Condition);
        ImmutableHashSet<string> known = body.Completion.Known;
        if (conditional.Condition.ConstantValue is not { HasValue: true, Value: false })
        {
            body.Completion.Assume(conditional.Condition, true);
            VisitBranch(conditional.WhenTrue, body);
            body.Completion.Known = known;
        }

        if (conditional.WhenFalse is { } otherwise && conditional.Condition.ConstantValue is not { HasValue: true, Value: true })
        {
            body.Completion.Assume(conditional.Condition, false);
            VisitBranch(otherwise, body);
            body.Completion.Known = known;
        }
    }

    public static void Visit(ISwitchOperation @switch, Body body)
    {
        body.Walker.Visit(@switch.Value);
        foreach (ISwitchCaseOperation section in @switch.Cases)
        {
            foreach (ICaseClauseOperation clause in section.Clauses)
            {
                body.Walker.Visit(clause);
            }

            bool outer = body.EndsInThrow;
            body.EndsInThrow = outer || Throws(section.Body);
            VisitStatements(section.Body, body);
            body.EndsInThrow = outer;
        }
    }

    public static void Visit(ISwitchExpressionOperation @switch, Body body)
    {
        body.Walker.VisitChildren(@switch);
        ImplicitThrows.Visit(@switch, body);
    }

    public static void Visit(IThrowOperation @throw, Body body)
    {
        // A rethrow was thrown before.
        if (@throw.Exception is null)
        {
            return;
        }

        body.Report(EffectRules.Throw, Names.PlaceOf(@throw.Syntax), $"throws {TypeOf(@throw.Exception)}");
        bool outer = body.EndsInThrow;
        body.EndsInThrow = true;
        body.Walker.Visit(@throw.Exception);
        body.EndsInThrow = outer;
    }

    public static void Visit(ITryOperation @try, Body body)
    {
        // Blocks of their own: what the tried part proves may not hold after it.
        body.Walker.VisitChildren(@try);
    }

    /// <summary>Whether nothing after it is reached.</summary>
    public static bool Leaves(IOperation? statement) => statement switch
    {
        IBlockOperation block => block.Operations.Length > 0 && Leaves(block.Operations[block.Operations.Length - 1]),
        IReturnOperation { Kind: OperationKind.Return } => true,
        IBranchOperation or IThrowOperation => true,
        IExpressionStatementOperation { Operation: IThrowOperation } => true,
        IExpressionStatementOperation { Operation: IInvocationOperation call } => NeverReturns.Test(call.TargetMethod),
        _ => false,
    };

    private static void VisitBranch(IOperation branch, Body body)
    {
        bool outer = body.EndsInThrow;
        body.EndsInThrow = outer || AlwaysThrows(branch);
        body.Walker.Visit(branch);
        body.EndsInThrow = outer;
    }

    /// <summary>Whether it ends in a throw, and no way leads out of it before.</summary>
    public static bool AlwaysThrows(IOperation branch) => branch switch
    {
        IBlockOperation { Parent: not IMethodBodyBaseOperation } block => Throws(block.Operations),
        IExpressionStatementOperation statement => Throws([statement]),
        IThrowOperation => true,
        _ => false,
    };

    private static bool Throws(ImmutableArray<IOperation> statements)
    {
        if (statements.IsEmpty)
        {
            return false;
        }

        IOperation last = statements[statements.Length - 1];
        bool throws = last is IThrowOperation
            or IExpressionStatementOperation { Operation: IThrowOperation }
            || (last is IExpressionStatementOperation { Operation: IInvocationOperation call } && NeverReturns.Test(call.TargetMethod))
            || (last is IBlockOperation block && Throws(block.Operations));
        return throws && !statements.Any(LeadsOut);
    }

    // What a lambda in it returns does not leave it.
    private static bool LeadsOut(IOperation operation)
        => operation is IReturnOperation or IBranchOperation or ITryOperation
            || (operation is not (IAnonymousFunctionOperation or ILocalFunctionOperation) && operation.ChildOperations.Any(LeadsOut));

    private static string TypeOf(IOperation exception)
        => (exception is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand.Type : exception.Type) is { } type
            ? Names.Of(type)
            : "an exception";
}
