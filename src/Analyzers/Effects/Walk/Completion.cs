using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>
/// The tasks that a guard proved to be completed where the walk is: <c>if (t.IsCompleted)</c> and the like; lazy values, too. They are told
/// apart by the path that names them, <c>t</c>, <c>_pending</c>, <c>this.Job.Task</c>.
/// </summary>
internal sealed class Completion
{
    private ImmutableHashSet<string> _known = ImmutableHashSet.Create<string>(StringComparer.Ordinal);

    /// <summary>The state, to be put back.</summary>
    public ImmutableHashSet<string> Known
    {
        get => _known;
        set => _known = value;
    }

    /// <summary>Takes what a condition proves where it is true, or where it is false.</summary>
    public void Assume(IOperation? condition, bool outcome)
    {
        switch (condition)
        {
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } negation:
                Assume(negation.Operand, !outcome);
                break;
            case IParenthesizedOperation parenthesized:
                Assume(parenthesized.Operand, outcome);
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both when outcome:
                Assume(both.LeftOperand, true);
                Assume(both.RightOperand, true);
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalOr } either when !outcome:
                Assume(either.LeftOperand, false);
                Assume(either.RightOperand, false);
                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison:
                AssumeComparison(comparison, outcome);
                break;
            case IIsPatternOperation { Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: bool value } } } pattern:
                Assume(pattern.Value, outcome == value);
                break;
            case IIsPatternOperation { Pattern: IRecursivePatternOperation properties } pattern when outcome:
                AssumeProperties(pattern.Value, properties);
                break;
            case IPropertyReferenceOperation { Property.Name: "IsCompleted" or "IsCompletedSuccessfully" or "IsFaulted" or "IsCanceled" or "IsValueCreated", Instance: { } task }
                when outcome && Path(task) is { } path:
                _known = _known.Add(path);
                break;
        }
    }

    /// <summary>Whether a task is known to be completed: it was tested, or it is made so.</summary>
    public bool Covers(IOperation? task)
    {
        switch (task)
        {
            case null:
                return false;
            case IConversionOperation conversion:
                return Covers(conversion.Operand);
            case IParenthesizedOperation parenthesized:
                return Covers(parenthesized.Operand);
            case IDefaultValueOperation:
                return true;
            case IPropertyReferenceOperation { Property.Name: "CompletedTask" }:
                return true;
            case IObjectCreationOperation { Type.Name: "ValueTask", Arguments: [] or [{ Value.Type.Name: not "Task" and not "IValueTaskSource" }] }:
                return true;
            case IInvocationOperation { TargetMethod.Name: "FromResult" or "FromException" or "FromCanceled" }:
                return true;
            case IInvocationOperation { TargetMethod.Name: "GetAwaiter" or "ConfigureAwait" or "AsTask" or "Preserve", Instance: { } inner }:
                return Covers(inner);
            default:
                return Path(task) is { } path && _known.Contains(path);
        }
    }

    /// <summary>Forgets what a name that is set now stood for.</summary>
    public void Forget(IOperation target)
    {
        if (!_known.IsEmpty && Path(target) is { } path)
        {
            _known = _known.Except(_known.Where(known => known == path || known.StartsWith(path + ".", StringComparison.Ordinal)));
        }
    }

    private void AssumeComparison(IBinaryOperation comparison, bool outcome)
    {
        bool isEqual = outcome == (comparison.OperatorKind == BinaryOperatorKind.Equals);
        (IOperation tested, IOperation constant) = comparison.RightOperand.ConstantValue.HasValue
            ? (comparison.LeftOperand, comparison.RightOperand)
            : (comparison.RightOperand, comparison.LeftOperand);
        if (constant.ConstantValue is { HasValue: true, Value: bool value })
        {
            Assume(tested, isEqual == value);
        }
        else if (isEqual && tested is IPropertyReferenceOperation { Property.Name: "Status", Instance: { } task }
            && constant is IFieldReferenceOperation { Field.Name: "RanToCompletion" or "Faulted" or "Canceled" }
            && Path(task) is { } path)
        {
            _known = _known.Add(path);
        }
    }

    private void AssumeProperties(IOperation task, IRecursivePatternOperation properties)
    {
        foreach (IPropertySubpatternOperation part in properties.PropertySubpatterns)
        {
            if (part is
                {
                    Member: IPropertyReferenceOperation { Property.Name: "IsCompleted" or "IsCompletedSuccessfully" },
                    Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: true } },
                })
            {
                if (Path(task) is { } path)
                {
                    _known = _known.Add(path);
                }

                if (properties.DeclaredSymbol is { } name)
                {
                    _known = _known.Add(name.Name);
                }
            }
        }
    }

    private static string? Path(IOperation? operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local.Name,
        IParameterReferenceOperation parameter => parameter.Parameter.Name,
        IInstanceReferenceOperation => "this",
        IFieldReferenceOperation { Instance: null } field => field.Field.Name,
        IFieldReferenceOperation { Instance: { } instance } field when Path(instance) is { } path => path + "." + field.Field.Name,
        IPropertyReferenceOperation { Arguments.IsEmpty: true, Instance: { } instance } property when Path(instance) is { } path
            => path + "." + property.Property.Name,
        IArrayElementReferenceOperation { Indices: [var index] } element when Path(element.ArrayReference) is { } array && Path(index) is { } at
            => $"{array}[{at}]",
        IConversionOperation conversion => Path(conversion.Operand),
        IParenthesizedOperation parenthesized => Path(parenthesized.Operand),
        IInvocationOperation { TargetMethod.Name: "GetAwaiter", Instance: { } task } => Path(task),
        _ => null,
    };
}
