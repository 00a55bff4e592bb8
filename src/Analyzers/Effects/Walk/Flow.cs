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
        body.EndsInThrow = outer || AlwaysThrows(block);
        VisitStatements(block.Operations, body);
        body.EndsInThrow = outer;
    }

    /// <summary>Statements in a row.</summary>
    public static void VisitStatements(ImmutableArray<IOperation> statements, Body body)
    {
        foreach (IOperation statement in statements)
        {
            body.Walker.Visit(statement);
        }
    }

    public static void Visit(IConditionalOperation conditional, Body body)
    {
        Completion completion = body.Completion;
        body.Walker.Visit(conditional.Condition);
        var before = completion.Known;
        bool? constant = conditional.Condition.ConstantValue is { HasValue: true, Value: bool value } ? value : null;
        var whenTrue = constant == false ? null : VisitBranch(conditional.WhenTrue, true);
        completion.Known = before;
        var whenFalse = constant == true ? null : VisitBranch(conditional.WhenFalse, false);
        completion.Known = before;
        completion.Merge(whenTrue, whenFalse);

        // What is known behind the branch, if anything is reached there.
        ImmutableHashSet<Completion.Fact>? VisitBranch(IOperation? branch, bool outcome)
        {
            Guards.Assume(conditional.Condition, outcome, completion);
            if (branch is not null)
            {
                bool outer = body.EndsInThrow;
                body.EndsInThrow = outer || AlwaysThrows(branch);
                body.Walker.Visit(branch);
                body.EndsInThrow = outer;
            }

            return Leaves(branch) ? null : completion.Known;
        }
    }

    public static void Visit(ISwitchOperation @switch, Body body)
    {
        Completion completion = body.Completion;
        body.Walker.Visit(@switch.Value);
        var before = completion.Known;
        foreach (ISwitchCaseOperation section in @switch.Cases)
        {
            completion.Known = before;
            foreach (ICaseClauseOperation clause in section.Clauses)
            {
                body.Walker.Visit(clause);
            }

            if (section.Clauses is [var only])
            {
                AssumeClause(@switch.Value, only, completion);
            }

            bool outer = body.EndsInThrow;
            body.EndsInThrow = outer || Throws(section.Body);
            VisitStatements(section.Body, body);
            body.EndsInThrow = outer;
        }

        completion.Known = before;
        completion.ForgetSet(@switch);
    }

    public static void Visit(ISwitchExpressionOperation @switch, Body body)
    {
        Completion completion = body.Completion;
        body.Walker.Visit(@switch.Value);
        var before = completion.Known;
        foreach (ISwitchExpressionArmOperation arm in @switch.Arms)
        {
            completion.Known = before;
            body.Walker.Visit(arm.Pattern);
            Guards.AssumePattern(@switch.Value, arm.Pattern, true, completion);
            body.Walker.Visit(arm.Guard);
            Guards.Assume(arm.Guard, true, completion);
            bool outer = body.EndsInThrow;
            body.EndsInThrow = outer || AlwaysThrows(arm.Value);
            body.Walker.Visit(arm.Value);
            body.EndsInThrow = outer;
        }

        completion.Known = before;
        completion.ForgetSet(@switch);
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
        Completion completion = body.Completion;
        var before = completion.Known;
        body.Walker.Visit(@try.Body);
        var after = Leaves(@try.Body) ? null : completion.Known;
        foreach (ICatchClauseOperation handler in @try.Catches)
        {
            // It may have thrown anywhere.
            completion.Known = before;
            completion.ForgetSet(@try.Body);
            body.Walker.Visit(handler);
            if (!Leaves(handler.Handler))
            {
                after = after?.Intersect(completion.Known) ?? completion.Known;
            }
        }

        completion.Known = before;
        completion.ForgetSet(@try);
        body.Walker.Visit(@try.Finally);
        completion.Merge(after, null);
        if (@try.Finally is { } always)
        {
            completion.ForgetSet(always);
        }
    }

    /// <summary>Whether nothing after it is reached.</summary>
    public static bool Leaves(IOperation? statement) => statement switch
    {
        IBlockOperation block => block.Operations.Length > 0 && Leaves(block.Operations[block.Operations.Length - 1]),
        IReturnOperation { Kind: OperationKind.Return } => true,
        IBranchOperation or IThrowOperation => true,
        IExpressionStatementOperation expression => Leaves(expression.Operation),
        IConversionOperation { Operand: IThrowOperation } => true,
        IInvocationOperation call => NeverReturns.Test(call.TargetMethod),
        IConditionalOperation conditional => Leaves(conditional.WhenTrue) && Leaves(conditional.WhenFalse),
        ILockOperation @lock => Leaves(@lock.Body),
        IUsingOperation @using => Leaves(@using.Body),
        _ => false,
    };

    private static void AssumeClause(IOperation value, ICaseClauseOperation clause, Completion completion)
    {
        switch (clause)
        {
            case ISingleValueCaseClauseOperation { Value.ConstantValue: { HasValue: true, Value: bool constant } }:
                Guards.Assume(value, constant, completion);
                break;
            case IPatternCaseClauseOperation pattern:
                Guards.AssumePattern(value, pattern.Pattern, true, completion);
                Guards.Assume(pattern.Guard, true, completion);
                break;
        }
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

    // What a lambda in it returns does not leave it. Without recursion: an expression may be very deep.
    private static bool LeadsOut(IOperation statement)
    {
        var pending = new Stack<IOperation>();
        pending.Push(statement);
        while (pending.Count > 0)
        {
            IOperation operation = pending.Pop();
            if (operation is IReturnOperation or IBranchOperation or ITryOperation)
            {
                return true;
            }

            if (operation is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
            {
                foreach (IOperation child in operation.ChildOperations)
                {
                    pending.Push(child);
                }
            }
        }

        return false;
    }

    private static string TypeOf(IOperation exception)
        => (exception is IConversionOperation { IsImplicit: true } conversion ? conversion.Operand.Type : exception.Type) is { } type
            ? Names.Of(type)
            : "an exception";
}
