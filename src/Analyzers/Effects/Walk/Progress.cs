using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>What a loop moves on in each round, and so what a test of it can come to an end by.</summary>
internal sealed class Progress
{
    private readonly HashSet<ISymbol> _moved = new(SymbolEqualityComparer.Default);
    private readonly Body _body;

    public Progress(ILoopOperation loop, ImmutableArray<IOperation> bottom, Body body)
    {
        _body = body;
        foreach (IOperation operation in loop.DescendantsAndSelf().Concat(bottom.SelectMany(static o => o.DescendantsAndSelf())))
        {
            switch (operation)
            {
                case IIncrementOrDecrementOperation increment:
                    Add(increment.Target);
                    break;
                case ICompoundAssignmentOperation assignment:
                    Add(assignment.Target);
                    break;
                case ISimpleAssignmentOperation assignment when Variable(assignment.Target) is { } variable && DependsOn(assignment.Value, variable):
                    _moved.Add(variable);
                    break;
            }
        }

        // What follows a variable that is moved on moves on too: slot = ring[head].
        for (bool changed = true; changed;)
        {
            changed = false;
            foreach (IOperation operation in loop.DescendantsAndSelf())
            {
                (ISymbol? variable, IOperation? value) = operation switch
                {
                    ISimpleAssignmentOperation assignment => (Variable(assignment.Target), (IOperation?)assignment.Value),
                    IVariableDeclaratorOperation { Initializer.Value: { } initial } declarator => (declarator.Symbol, initial),
                    _ => (null, null),
                };
                if (variable is not null && value is not null && !_moved.Contains(variable) && MentionsMoved(value))
                {
                    changed |= _moved.Add(variable);
                }
            }
        }
    }

    /// <summary>Whether a test depends on something that the loop moves on.</summary>
    public bool Bounds(IOperation test)
        => MentionsMoved(test) || test.DescendantsAndSelf().Any(o => o is IInvocationOperation call && Consumes(call));

    /// <summary>Whether a test reads what only others change.</summary>
    public static bool Polls(IOperation test) => test.DescendantsAndSelf().Any(static o =>
        o is IInvocationOperation { TargetMethod: { } method } && (IsRegisterRead(method) || method.ContainingType.Name is "Volatile" or "Interlocked")
        || o is IFieldReferenceOperation or IPropertyReferenceOperation or ILocalReferenceOperation);

    private static bool IsRegisterRead(IMethodSymbol method)
        => method.Name.StartsWith("Read", StringComparison.Ordinal) && method.ContainingType.ContainingNamespace?.Name == "TopHalf";

    // A collection of one thread that is emptied, an enumerator that moves on; a concurrent one can be filled as fast as it is emptied.
    private bool Consumes(IInvocationOperation call)
    {
        IMethodSymbol method = call.TargetMethod;
        if (!_body.Model.IsSource(method))
        {
            return method.Name == "MoveNext"
                || (method.Name is "TryDequeue" or "TryPop" or "Remove" or "TryRead"
                    && method.ContainingNamespace?.Name == "Generic");
        }

        return method.DeclaringSyntaxReferences.Any(r => Moves(_body.Model.GetModel(r.SyntaxTree).GetOperation(r.GetSyntax())));
    }

    // A method of one's own that moves a field on: Ring.TryPop.
    private static bool Moves(IOperation? code) => code?.Descendants().Any(static o => o switch
    {
        IIncrementOrDecrementOperation increment => increment.Target is IFieldReferenceOperation or IPropertyReferenceOperation,
        ICompoundAssignmentOperation assignment => assignment.Target is IFieldReferenceOperation or IPropertyReferenceOperation,
        ISimpleAssignmentOperation { Target: IFieldReferenceOperation field } assignment => IsStep(assignment.Value, field.Field),
        IInvocationOperation { TargetMethod: { Name: "Write", ContainingType.Name: "Volatile" }, Arguments: [{ Value: IFieldReferenceOperation }, _] } => true,
        _ => false,
    }) == true;

    private static bool IsStep(IOperation value, IFieldSymbol field)
        => value is not ILiteralOperation
            && (DependsOn(value, field) || value.DescendantsAndSelf().Any(static o => o is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add }));

    private bool MentionsMoved(IOperation operation) => operation.DescendantsAndSelf().Any(o => Variable(o) is { } variable && _moved.Contains(variable));

    private void Add(IOperation target)
    {
        if (Variable(target) is { } variable)
        {
            _moved.Add(variable);
        }
    }

    // Moved on by itself: i = i + 1, node = node.Next, bits = bits & (bits - 1); not by what somebody else wrote.
    private static bool DependsOn(IOperation value, ISymbol variable)
        => value.DescendantsAndSelf().Any(o => SymbolEqualityComparer.Default.Equals(Variable(o), variable));

    private static ISymbol? Variable(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation field => field.Field,
        IPropertyReferenceOperation { Arguments.IsEmpty: true } property => property.Property,
        _ => null,
    };
}
