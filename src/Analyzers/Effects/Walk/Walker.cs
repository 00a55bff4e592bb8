using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>Goes through the operations of a body in the order of the source, and gives each construct to the visitor that knows it.</summary>
internal sealed class Walker(Body body)
{
    /// <summary>Visits the body of a function.</summary>
    public void VisitFunction(IOperation? operation)
    {
        if (operation is IBlockOperation block)
        {
            Flow.VisitStatements(block.Operations, body);
        }
        else
        {
            Visit(operation);
        }
    }

    /// <summary>Visits what is inside a construct.</summary>
    public void VisitChildren(IOperation operation)
    {
        foreach (IOperation child in operation.ChildOperations)
        {
            Visit(child);
        }
    }

    /// <summary>Visits a construct and what is inside it.</summary>
    public void Visit(IOperation? operation)
    {
        // What is constant was computed by the compiler.
        if (operation is null || (operation.ConstantValue.HasValue && operation is not ILocalReferenceOperation))
        {
            return;
        }

        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (operation)
        {
            // The flow: what is not reached, and what is known where.
            case IBlockOperation block: Flow.VisitBlock(block, body); break;
            case IConditionalOperation conditional: Flow.Visit(conditional, body); break;
            case ISwitchOperation @switch: Flow.Visit(@switch, body); break;
            case ISwitchExpressionOperation @switch: Flow.Visit(@switch, body); break;
            case IThrowOperation @throw: Flow.Visit(@throw, body); break;
            case ITryOperation @try: Flow.Visit(@try, body); break;
            case ILoopOperation loop: Loops.Visit(loop, body); break;
            case IBranchOperation branch: Loops.Visit(branch, body); break;
            case ILocalFunctionOperation or IAnonymousFunctionOperation or INameOfOperation or ITypeOfOperation or ISizeOfOperation: break;

            // Calls of every kind.
            case IInvocationOperation call: Calls.Visit(call, body); break;
            case IFunctionPointerInvocationOperation call: FunctionPointers.Visit(call, body); break;
            case IPropertyReferenceOperation property: Members.Visit(property, body); break;
            case IFieldReferenceOperation field: Members.Visit(field, body); break;
            case IEventAssignmentOperation assignment: Members.Visit(assignment, body); break;
            case IEventReferenceOperation @event: Members.Visit(@event, body); break;
            case IImplicitIndexerReferenceOperation indexer: Slices.Visit(indexer, body); break;
            case IBinaryOperation binary: Operators.Visit(binary, body); break;
            case ITupleBinaryOperation comparison: TupleEquality.Visit(comparison, body); break;
            case IUnaryOperation unary: Operators.Visit(unary, body); break;
            case IIncrementOrDecrementOperation increment: Operators.Visit(increment, body); break;
            case ICompoundAssignmentOperation assignment: Operators.Visit(assignment, body); break;
            case IConversionOperation conversion: Conversions.Visit(conversion, body); break;
            case ICoalesceOperation coalesce: Conversions.Visit(coalesce, body); break;
            case IArgumentOperation argument: Conversions.Visit(argument, body); break;
            case ISimpleAssignmentOperation assignment: Members.Visit(assignment, body); break;
            case IVariableDeclaratorOperation declarator: Members.Visit(declarator, body); break;
            case IDeconstructionAssignmentOperation deconstruction: Deconstructions.Visit(deconstruction, body); break;
            case IUsingOperation @using: Disposal.Visit(@using, body); break;
            case IUsingDeclarationOperation @using: Disposal.Visit(@using, body); break;

            // What allocates.
            case IObjectCreationOperation creation: Objects.Visit(creation, body); break;
            case ITypeParameterObjectCreationOperation creation: Objects.Visit(creation, body); break;
            case IAnonymousObjectCreationOperation creation: Objects.Visit(creation, body); break;
            case IWithOperation with: Objects.Visit(with, body); break;
            case IArrayCreationOperation creation: Arrays.Visit(creation, body); break;
            case IArrayElementReferenceOperation element: Arrays.Visit(element, body); break;
            case ICollectionExpressionOperation collection: CollectionExpressions.Visit(collection, body); break;
            case IInterpolatedStringOperation text: Strings.Visit(text, body); break;
            case IInterpolatedStringHandlerCreationOperation handler: StringHandlers.Visit(handler, body); break;
            case IDelegateCreationOperation creation: Delegates.Visit(creation, body); break;
            case IDynamicInvocationOperation or IDynamicMemberReferenceOperation or IDynamicIndexerAccessOperation or IDynamicObjectCreationOperation:
                DynamicCode.Visit(operation, body);
                break;

            // What blocks.
            case ILockOperation @lock: Locks.Visit(@lock, body); break;
            case IAwaitOperation @await: Locks.Visit(@await, body); break;

            // Patterns call members too.
            case IListPatternOperation pattern: Patterns.Visit(pattern, body); break;
            case ISlicePatternOperation pattern: Patterns.Visit(pattern, body); break;
            case IRecursivePatternOperation pattern: Patterns.Visit(pattern, body); break;
            case IIsPatternOperation pattern: Patterns.Visit(pattern, body); break;
            case IDeclarationPatternOperation pattern: Patterns.Visit(pattern, body); break;

            default: VisitChildren(operation); break;
        }
    }
}
