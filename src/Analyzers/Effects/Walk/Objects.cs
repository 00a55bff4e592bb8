using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>Objects: <c>new</c> in all its forms, and <c>with</c>.</summary>
internal static class Objects
{
    public static void Visit(IObjectCreationOperation creation, Body body)
    {
        if (creation.Type is not { } type || SpanData.Is(creation))
        {
            return;
        }

        Place place = Names.PlaceOf(creation.Syntax);
        bool isClass = !body.Type(type).IsValueType;
        VisitAll(creation.Arguments, body);
        VisitInitializer(creation.Initializer, isClass, body);
        if (type.SpecialType == SpecialType.System_String)
        {
            body.Report(EffectRules.NewString, place, "a string per call");
            return;
        }

        if (isClass)
        {
            body.Report(EffectRules.NewObject, place, Describe(type, body));
        }

        // The constructor of a library's class allocates the object; that was said. Of a library's struct the table knows more.
        if (creation.Constructor is { } constructor && (!isClass || body.Model.IsSource(constructor)))
        {
            Calls.VisitConstructor(constructor, creation.Arguments, body.Type(type) as INamedTypeSymbol, place, body);
        }
    }

    public static void Visit(ITypeParameterObjectCreationOperation creation, Body body)
    {
        body.Walker.VisitChildren(creation);
        if (creation.Type is null)
        {
            return;
        }

        ITypeSymbol type = body.Type(creation.Type);
        Place place = Names.PlaceOf(creation.Syntax);
        if (!type.IsValueType)
        {
            body.Report(EffectRules.NewObject, place, $"new {Names.Of(type)}, by Activator");
        }

        if (type is INamedTypeSymbol named
            && named.InstanceConstructors.FirstOrDefault(static c => c.Parameters.IsEmpty) is { } constructor && body.Model.IsSource(constructor))
        {
            Calls.VisitConstructor(constructor, [], named, place, body);
        }
    }

    public static void Visit(IAnonymousObjectCreationOperation creation, Body body)
    {
        body.Walker.VisitChildren(creation);
        body.Report(EffectRules.NewObject, Names.PlaceOf(creation.Syntax), "an anonymous object; a tuple does not allocate");
    }

    public static void Visit(IWithOperation with, Body body)
    {
        body.Walker.VisitChildren(with);
        if (with.Type is INamedTypeSymbol { IsReferenceType: true, IsAnonymousType: false } type && !body.Type(type).IsValueType)
        {
            body.Report(EffectRules.NewObject, with.Syntax, $"copies {Names.Of(type)}; a record struct does not allocate");
            VisitCopy(with, body);
        }
        else if (with.Type is { IsAnonymousType: true })
        {
            body.Report(EffectRules.NewObject, with.Syntax, "copies an anonymous object");
        }
    }

    // What a collection of the library grows by while it is made belongs to making it, which is told.
    private static void VisitInitializer(IObjectOrCollectionInitializerOperation? initializer, bool isClass, Body body)
    {
        foreach (IOperation part in initializer?.Initializers ?? [])
        {
            switch (part)
            {
                case IInvocationOperation call when isClass && IsOfNewObject(call.Instance) && !body.Model.IsSource(call.TargetMethod):
                    VisitAll(call.Arguments, body);
                    break;
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property: { IsIndexer: true } indexer } target, Value: { } value }
                    when isClass && IsOfNewObject(target.Instance) && !body.Model.IsSource(indexer):
                    VisitAll(target.Arguments, body);
                    body.Walker.Visit(value);
                    break;
                default:
                    body.Walker.Visit(part);
                    break;
            }
        }
    }

    // A record copies itself with the constructor that takes one, its own or that of what it really is.
    private static void VisitCopy(IWithOperation with, Body body)
    {
        if (with.Type is null || body.Type(with.Type) is not INamedTypeSymbol { IsRecord: true } type || !body.Model.IsSource(type))
        {
            return;
        }

        IEnumerable<INamedTypeSymbol> types = Receivers.Of(with.Operand, type, body) is { } exact ? exact : [type, .. body.Model.Hierarchy.Below(type)];
        foreach (INamedTypeSymbol copied in types.Where(static t => !t.IsAbstract))
        {
            if (copied.InstanceConstructors.FirstOrDefault(ConstructorCode.IsCopy) is { } copy)
            {
                Calls.VisitConstructor(copy, [], copied, Place.Of(with.Syntax), body);
            }
        }
    }

    private static bool IsOfNewObject(IOperation? instance)
        => instance is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver };

    private static void VisitAll(ImmutableArray<IArgumentOperation> arguments, Body body)
    {
        foreach (IArgumentOperation argument in arguments)
        {
            body.Walker.Visit(argument);
        }
    }

    private static string Describe(ITypeSymbol type, Body body)
    {
        string name = Names.Of(body.Type(type));
        return type.GetMembers("Finalize").OfType<IMethodSymbol>().Any(static m => m.Parameters.IsEmpty) && type.SpecialType != SpecialType.System_Object
            ? $"new {name}, which also waits for its finalizer"
            : $"new {name}";
    }
}
