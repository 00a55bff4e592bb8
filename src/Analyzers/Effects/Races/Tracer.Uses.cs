using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>Uses of storage: what an expression that is read or written names, and what is used on the way to it.</summary>
internal sealed partial class Tracer
{
    // A use of what an expression names.
    private void Touch(IOperation operation, AccessKind how, bool isAtomic = false)
    {
        switch (operation)
        {
            case IFieldReferenceOperation field:
                VisitInstance(field.Instance);
                if (field.Field is { IsConst: false, IsReadOnly: false }
                    && !field.Field.GetAttributes().Any(static a => a.AttributeClass?.Name == "ThreadStaticAttribute"))
                {
                    Record(field, how, isAtomic || field.Field.IsVolatile);
                }

                break;
            case IPropertyReferenceOperation property:
                TouchProperty(property, how);
                break;
            case IArrayElementReferenceOperation element:
                Visit(element.ArrayReference);
                foreach (IOperation index in element.Indices)
                {
                    Visit(index);
                }

                Record(element, how, isAtomic);
                break;
            case ILocalReferenceOperation local:
                if (_frame.Find(local.Local) is { IsReference: true })
                {
                    Record(local, how, isAtomic);
                }

                break;
            case IParameterReferenceOperation parameter:
                if (_frame.Find(parameter.Parameter) is { IsReference: true }
                    || (_frame.Find(parameter.Parameter) is null && Locator.IsField(parameter.Parameter, _frame)))
                {
                    Record(parameter, how, isAtomic);
                }

                break;
            case IConversionOperation conversion:
                Touch(conversion.Operand, how, isAtomic);
                break;
            case IParenthesizedOperation parenthesized:
                Touch(parenthesized.Operand, how, isAtomic);
                break;
            case ITupleOperation tuple:
                foreach (IOperation element in tuple.Elements)
                {
                    Touch(element, how, isAtomic);
                }

                break;
            case IConditionalOperation { WhenFalse: { } otherwise } conditional:
                Visit(conditional.Condition);
                Touch(conditional.WhenTrue, how, isAtomic);
                Touch(otherwise, how, isAtomic);
                break;
            case IInvocationOperation call when how != AccessKind.Read || isAtomic:
                Visit(call);
                Record(call, how, isAtomic);
                break;
            case IDeclarationExpressionOperation or IDiscardOperation:
                break;
            default:
                Visit(operation);
                break;
        }
    }

    private void TouchProperty(IPropertyReferenceOperation reference, AccessKind how)
    {
        VisitInstance(reference.Instance);
        IPropertySymbol property = reference.Property;
        VisitArguments(reference.Arguments, property.GetMethod ?? property.SetMethod);
        if (!model.IsSource(property))
        {
            if (Synchronizers.Is(reference.Instance?.Type) && _locator.Locate(reference.Instance, _frame) is { } meeting)
            {
                Note(meeting, isAcquire: true, isRelease: true, isTested: true);
            }

            return;
        }

        bool isReference = property.ReturnsByRef || property.ReturnsByRefReadonly;
        foreach (IMethodSymbol? accessor in new[] { how == AccessKind.Assign && !isReference ? null : property.GetMethod, how == AccessKind.Read || isReference ? null : property.SetMethod })
        {
            if (accessor is null)
            {
                continue;
            }

            bool isVirtual = Members.IsVirtual(accessor, reference.Instance);
            if (Initializers.IsAuto(accessor))
            {
                if (property.SetMethod is { IsInitOnly: false })
                {
                    Record(reference, SymbolEqualityComparer.Default.Equals(accessor, property.SetMethod) ? how : AccessKind.Read, false);
                }
            }

            if (isVirtual || !Initializers.IsAuto(accessor))
            {
                Enter(accessor, reference.Instance, isVirtual, reference.Arguments, reference);
            }
        }

        if (isReference)
        {
            Record(reference, how, false);
        }
    }

    // The object or struct that something is a part of: to go into a struct is no use of it.
    private void VisitInstance(IOperation? instance)
    {
        if (instance?.Type is { IsValueType: true })
        {
            VisitContainer(instance);
        }
        else
        {
            Visit(instance);
        }
    }

    private void VisitContainer(IOperation operation)
    {
        switch (operation)
        {
            case IFieldReferenceOperation field:
                VisitInstance(field.Instance);
                break;
            case IArrayElementReferenceOperation element:
                Visit(element.ArrayReference);
                foreach (IOperation index in element.Indices)
                {
                    Visit(index);
                }

                break;
            case ILocalReferenceOperation or IParameterReferenceOperation or IInstanceReferenceOperation or IDeclarationExpressionOperation:
                break;
            default:
                Visit(operation);
                break;
        }
    }

    private void Record(IOperation operation, AccessKind how, bool isAtomic)
    {
        if (_locator.Locate(operation, _frame) is not { } storage)
        {
            return;
        }

        if (how == AccessKind.Read && !isAtomic)
        {
            // A flag that is tested plainly is a mistake of its own; what it should have ordered is no second one.
            Note(storage, isAcquire: true, isRelease: false, Protocol.IsTested(operation, _callers));
        }
        else if (isAtomic)
        {
            Note(storage, isAcquire: how is not AccessKind.Assign, isRelease: how != AccessKind.Read, Protocol.IsTested(operation, _callers));
        }

        if (!_isQuiet)
        {
            _trace.Accesses.Add(new Access(storage, how, isAtomic, Names.PlaceOf(operation.Syntax), _way, _order++));
        }
    }

    private void Note(Storage storage, bool isAcquire, bool isRelease, bool isTested)
        => _trace.Syncs.Add(new Sync(storage, _order++, isAcquire, isRelease, isTested));
}
