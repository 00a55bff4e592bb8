using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>Whether a test before a call asked the same collection for what the call would throw without: its count, its key.</summary>
internal static class MissingElements
{
    /// <summary>Looks at the conditions around a receiver, and at the ones before it that leave.</summary>
    public static bool AreAskedFor(IOperation? receiver)
    {
        if (receiver is null || Variable(receiver) is not { } collection)
        {
            return false;
        }

        // A function runs when it is called: what was asked before it was made is long ago.
        for (IOperation inner = receiver; inner.Parent is { } outer and not (IAnonymousFunctionOperation or ILocalFunctionOperation); inner = outer)
        {
            bool isAsked = outer switch
            {
                IConditionalOperation conditional => conditional.Condition != inner && Asks(conditional.Condition, collection),
                IWhileLoopOperation loop => Asks(loop.Condition, collection),
                IForLoopOperation loop => Asks(loop.Condition, collection),
                IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } both
                    => both.RightOperand == inner && Asks(both.LeftOperand, collection),
                IBlockOperation block => block.Operations.TakeWhile(o => o != inner)
                    .Any(o => o is IConditionalOperation test && Flow.Leaves(test.WhenTrue) && Asks(test.Condition, collection)),
                _ => false,
            };
            if (isAsked)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Asks(IOperation? condition, ISymbol collection) => condition?.DescendantsAndSelf().Any(o => o switch
    {
        IPropertyReferenceOperation { Property.Name: "Count" or "IsEmpty" or "First" or "Last", Instance: { } instance } => IsSame(instance, collection),
        IInvocationOperation { TargetMethod.Name: "ContainsKey" or "TryPeek" or "TryGetValue" or "Contains", Instance: { } instance } => IsSame(instance, collection),
        _ => false,
    }) == true;

    private static bool IsSame(IOperation instance, ISymbol collection) => SymbolEqualityComparer.Default.Equals(Variable(instance), collection);

    private static ISymbol? Variable(IOperation operation) => operation switch
    {
        IFieldReferenceOperation field => field.Field,
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IPropertyReferenceOperation property => property.Property,
        _ => null,
    };
}
