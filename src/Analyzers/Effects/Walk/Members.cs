using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>Fields, properties, indexers and events: the accessors behind them.</summary>
internal static class Members
{
    public static void Visit(IPropertyReferenceOperation reference, Body body)
    {
        body.Walker.VisitChildren(reference);
        ImplicitThrows.Visit(reference, body);
        (bool isRead, bool isWritten) = UseOf(reference);
        IPropertySymbol property = reference.Property;
        if (isRead)
        {
            VisitAccessor(Accessor(property, static p => p.GetMethod), reference, body);
        }

        if (isWritten)
        {
            // A ref property is written through its getter; a get-only one in a constructor has no accessor.
            VisitAccessor(Accessor(property, static p => p.ReturnsByRef ? p.GetMethod : p.SetMethod), reference, body);
        }
    }

    public static void Visit(IFieldReferenceOperation reference, Body body)
    {
        body.Walker.Visit(reference.Instance);
        Place place = Names.PlaceOf(reference.Syntax);
        if (reference.Field.GetAttributes().Any(static a => a.AttributeClass?.Name == "ThreadStaticAttribute"))
        {
            body.Report(
                EffectRules.ThreadStatic, place,
                "one per thread, made at the first use on each; a field of the driver needs no warm-up", reference.Field.Name);
        }

        TypeInitializers.VisitUse(reference.Field, place, body);
        ImplicitThrows.Visit(reference, body);
    }

    /// <summary>An event where it is not subscribed to: only its own class can read one, and only one that is a field.</summary>
    public static void Visit(IEventReferenceOperation reference, Body body)
    {
        body.Walker.Visit(reference.Instance);
        TypeInitializers.VisitUse(reference.Event, Names.PlaceOf(reference.Syntax), body);
    }

    public static void Visit(ISimpleAssignmentOperation assignment, Body body)
    {
        body.Walker.Visit(assignment.Target);
        body.Walker.Visit(assignment.Value);
        body.Completion.Set(assignment.Target, assignment.Value);
        ImplicitThrows.Visit(assignment, body);
    }

    public static void Visit(IVariableDeclaratorOperation declarator, Body body)
    {
        body.Walker.VisitChildren(declarator);
        Pinning.Visit(declarator, body);
        body.Completion.Set(Paths.Of(declarator.Symbol), declarator.Initializer?.Value ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer?.Value);
    }

    public static void Visit(IEventAssignmentOperation assignment, Body body)
    {
        if (assignment.EventReference is not IEventReferenceOperation { Event: { } @event } reference)
        {
            body.Walker.Visit(assignment.HandlerValue);
            return;
        }

        body.Walker.Visit(reference.Instance);
        IMethodSymbol? accessor = assignment.Adds ? @event.AddMethod : @event.RemoveMethod;
        Place place = Names.PlaceOf(reference.Syntax);
        if (accessor is not null && EffectModel.Definition(accessor) is { IsImplicitlyDeclared: true, IsAbstract: false, IsVirtual: false, IsOverride: false })
        {
            TypeInitializers.VisitUse(@event, place, body);
            string own = Delegates.VisitAdded(assignment.HandlerValue, body) ? "a delegate, and " : "";
            body.Report(
                EffectRules.NewDelegate, place,
                own + (assignment.Adds ? "a new list of subscribers" : "a new list of subscribers, where others remain"), @event.Name);
            return;
        }

        body.Walker.Visit(assignment.HandlerValue);
        if (accessor is not null)
        {
            Calls.Visit(accessor, reference.Instance, IsVirtual(accessor, reference.Instance), [], place, reference.ConstrainedToType, body);
        }
    }

    /// <summary>Notes what the accessor of an event does that the compiler keeps in a field. False, if it is another member.</summary>
    public static bool VisitFieldLike(IMethodSymbol accessor, Place place, Body body)
    {
        // Of a partial event the part with the accessors.
        if (EffectModel.Definition(accessor) is not { MethodKind: MethodKind.EventAdd or MethodKind.EventRemove, IsImplicitlyDeclared: true, IsAbstract: false })
        {
            return false;
        }

        if (accessor.AssociatedSymbol is IEventSymbol @event)
        {
            TypeInitializers.VisitUse(@event, place, body);
        }

        body.Report(
            EffectRules.NewDelegate, place,
            accessor.MethodKind == MethodKind.EventAdd ? "a new list of subscribers" : "a new list of subscribers, where others remain",
            accessor.AssociatedSymbol?.Name);
        return true;
    }

    /// <summary>A call of an accessor that the source does not write as a call.</summary>
    public static void VisitAccessor(IMethodSymbol? accessor, IPropertyReferenceOperation reference, Body body)
    {
        if (accessor is null)
        {
            return;
        }

        Calls.Visit(
            accessor, reference.Instance, IsVirtual(accessor, reference.Instance), reference.Arguments,
            Names.PlaceOf(reference.Syntax), reference.ConstrainedToType, body);
    }

    /// <summary>Whether a call of a member is dispatched at run time: not on <c>base</c>.</summary>
    public static bool IsVirtual(IMethodSymbol method, IOperation? instance)
        => (method.IsVirtual || method.IsAbstract || method is { IsOverride: true, IsSealed: false })
            && !method.ContainingType.IsSealed
            && instance?.Syntax is not BaseExpressionSyntax;

    private static IMethodSymbol? Accessor(IPropertySymbol property, Func<IPropertySymbol, IMethodSymbol?> choose)
    {
        for (IPropertySymbol? current = property; current is not null; current = current.OverriddenProperty)
        {
            if (choose(current) is { } accessor)
            {
                return accessor;
            }
        }

        return null;
    }

    private static (bool IsRead, bool IsWritten) UseOf(IPropertyReferenceOperation reference) => reference.Parent switch
    {
        ISimpleAssignmentOperation assignment when assignment.Target == reference => (false, true),
        ICompoundAssignmentOperation assignment when assignment.Target == reference => (true, true),
        ICoalesceAssignmentOperation assignment when assignment.Target == reference => (true, true),
        IIncrementOrDecrementOperation => (true, true),
        ITupleOperation tuple when IsAssigned(tuple) => (false, true),
        _ => (true, false),
    };

    private static bool IsAssigned(IOperation tuple) => tuple.Parent switch
    {
        IDeconstructionAssignmentOperation deconstruction => deconstruction.Target == tuple,
        ITupleOperation outer => IsAssigned(outer),
        _ => false,
    };
}
