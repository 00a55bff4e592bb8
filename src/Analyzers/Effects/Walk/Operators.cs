using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>Operators: those that a type defines, and what + does to strings and delegates.</summary>
internal static class Operators
{
    public static void Visit(IBinaryOperation binary, Body body)
    {
        if (binary is { OperatorKind: BinaryOperatorKind.Add, OperatorMethod: null, Type.SpecialType: SpecialType.System_String })
        {
            Strings.VisitConcatenation(binary, body);
            return;
        }

        if (binary.OperatorKind is BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr)
        {
            VisitConditions(binary, body);
            return;
        }

        body.Walker.Visit(binary.LeftOperand);
        body.Walker.Visit(binary.RightOperand);
        VisitOperator(binary, body);
    }

    // a && b && c in one go: each operand with what those before it prove.
    private static void VisitConditions(IBinaryOperation last, Body body)
    {
        var chain = new Stack<IBinaryOperation>([last]);
        while (chain.Peek().LeftOperand is IBinaryOperation { ConstantValue.HasValue: false } left && left.OperatorKind == last.OperatorKind)
        {
            chain.Push(left);
        }

        IOperation before = chain.Peek().LeftOperand;
        body.Walker.Visit(before);
        ImmutableHashSet<Completion.Fact> inAnyCase = body.Completion.Known;
        foreach (IBinaryOperation binary in chain)
        {
            Guards.Assume(before, binary.OperatorKind == BinaryOperatorKind.ConditionalAnd, body.Completion);
            before = binary.RightOperand;
            body.Walker.Visit(before);
            inAnyCase = inAnyCase.Intersect(body.Completion.Known);
            VisitOperator(binary, body);
        }

        body.Completion.Known = inAnyCase;
    }

    private static void VisitOperator(IBinaryOperation binary, Body body)
    {
        if (binary.Type?.TypeKind == TypeKind.Delegate && binary.OperatorKind is BinaryOperatorKind.Add or BinaryOperatorKind.Subtract)
        {
            body.Report(EffectRules.NewDelegate, binary.Syntax, "a delegate combined of two");
        }
        else if (binary.OperatorKind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals && Patterns.IsNullTestOfOpenType(binary, body))
        {
            body.Report(EffectRules.Unoptimised, binary.Syntax, "boxes a value to compare it with null where code is not optimised");
        }

        DynamicCode.VisitOperator(binary.Syntax, body, binary.LeftOperand, binary.RightOperand);
        if (binary is { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr, OperatorMethod.ContainingType: { } type })
        {
            // a && b of a type of one's own first asks whether a is false.
            string test = binary.OperatorKind == BinaryOperatorKind.ConditionalAnd ? "op_False" : "op_True";
            VisitMethod(type.GetMembers(test).OfType<IMethodSymbol>().FirstOrDefault(), binary.ConstrainedToType, binary.Syntax, body);
        }

        VisitMethod(binary.OperatorMethod, binary.ConstrainedToType, binary.Syntax, body);
        ImplicitThrows.Visit(binary, body);
    }

    public static void Visit(IUnaryOperation unary, Body body)
    {
        body.Walker.Visit(unary.Operand);
        DynamicCode.VisitOperator(unary.Syntax, body, unary.Operand);
        VisitMethod(unary.OperatorMethod, unary.ConstrainedToType, unary.Syntax, body);
        ImplicitThrows.Visit(unary, body);
    }

    public static void Visit(IIncrementOrDecrementOperation increment, Body body)
    {
        body.Walker.Visit(increment.Target);
        DynamicCode.VisitOperator(increment.Syntax, body, increment.Target);
        VisitMethod(increment.OperatorMethod, increment.ConstrainedToType, increment.Syntax, body, increment.Target);
        ImplicitThrows.Visit(increment, body);
    }

    public static void Visit(ICompoundAssignmentOperation assignment, Body body)
    {
        if (assignment is { OperatorKind: BinaryOperatorKind.Add, OperatorMethod: null, Type.SpecialType: SpecialType.System_String })
        {
            Strings.VisitAddition(assignment, body);
        }
        else if (assignment.OperatorMethod is null && assignment.Type?.TypeKind == TypeKind.Delegate)
        {
            Delegates.VisitCombination(assignment, body);
        }
        else
        {
            body.Walker.Visit(assignment.Target);
            body.Walker.Visit(assignment.Value);
        }

        DynamicCode.VisitOperator(assignment.Syntax, body, assignment.Target, assignment.Value);
        VisitMethod(assignment.InConversion.MethodSymbol, null, assignment.Syntax, body);
        VisitMethod(assignment.OperatorMethod, assignment.ConstrainedToType, assignment.Syntax, body, assignment.Target);
        VisitMethod(assignment.OutConversion.MethodSymbol, null, assignment.Syntax, body);
        ImplicitThrows.Visit(assignment, body);
    }

    /// <summary>An operator or conversion that a type defines; an instance operator of C# 14 changes its target.</summary>
    public static void VisitMethod(IMethodSymbol? method, ITypeSymbol? constrainedTo, SyntaxNode site, Body body, IOperation? target = null)
    {
        if (method is not null)
        {
            IOperation? instance = method.IsStatic ? null : target;
            Calls.Visit(method, instance, instance is not null && Members.IsVirtual(method, instance), [], Place.Of(site), constrainedTo, body);
        }
    }
}
