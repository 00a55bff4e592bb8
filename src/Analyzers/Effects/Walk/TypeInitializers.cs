using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>Uses of a type that may be the first, which runs its type initialiser under a lock.</summary>
internal static class TypeInitializers
{
    /// <summary>A call: of a type with a static constructor it may be the first use, and an auto-property is a field.</summary>
    public static void VisitUse(IMethodSymbol method, Place place, Body body)
    {
        if (method.ContainingType is not { } type || method.MethodKind is MethodKind.LocalFunction or MethodKind.AnonymousFunction)
        {
            return;
        }

        Initializers.Kind kind = body.Model.IsSource(method) ? body.Model.Initializers.Of(type) : Initializers.Kind.None;
        bool isUse = kind switch
        {
            // A struct may exist without its constructor; the object of a class cannot.
            Initializers.Kind.Constructor => method.IsStatic || method.MethodKind == MethodKind.Constructor || type.TypeKind != TypeKind.Class,
            Initializers.Kind.Fields => method.IsStatic && Initializers.IsAuto(method),
            _ => false,
        };
        if (isUse)
        {
            Report(type, kind, place, body);
        }
    }

    /// <summary>An event that the compiler keeps in a static field.</summary>
    public static void VisitUse(IEventSymbol @event, Place place, Body body)
    {
        if (@event is { IsStatic: true, ContainingType: { } type } && body.Model.IsSource(@event))
        {
            Report(type, body.Model.Initializers.Of(type), place, body);
        }
    }

    /// <summary>A static field.</summary>
    public static void VisitUse(IFieldSymbol field, Place place, Body body)
    {
        if (!field.IsStatic || field.IsConst || field.ContainingType is not { } type)
        {
            return;
        }

        if (body.Model.IsSource(field))
        {
            Report(type, body.Model.Initializers.Of(type), place, body);
        }
        else if (field.IsReadOnly && !LibraryCalls.IsPlatform(field.ContainingAssembly) && !body.Model.Contracts.IsSettled(type))
        {
            // Its initial value is code that is not seen here.
            Report(type, Initializers.Kind.Fields, place, body);
        }
    }

    /// <summary>RunClassConstructor of a type that is named in the call: its first use, if nothing was before.</summary>
    public static bool VisitRun(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments, Place place, Body body)
    {
        if (method is not { Name: "RunClassConstructor", ContainingType.Name: "RuntimeHelpers" }
            || arguments is not [{ Value: IPropertyReferenceOperation { Instance: ITypeOfOperation { TypeOperand: INamedTypeSymbol type } } }])
        {
            return false;
        }

        Report(type, body.Model.IsSource(type) ? body.Model.Initializers.Of(type) : Initializers.Kind.Fields, place, body);
        return true;
    }

    private static void Report(INamedTypeSymbol type, Initializers.Kind kind, Place place, Body body)
    {
        type = body.Type(type) as INamedTypeSymbol ?? type;
        if (kind == Initializers.Kind.None || IsRunBefore(type, kind, body))
        {
            return;
        }

        string name = Names.Of(type);
        body.ReportFirstUse(
            EffectRules.TypeInitializer, place,
            $"its type initialiser, under a lock; RuntimeHelpers.RunClassConstructor(typeof({name}).TypeHandle) in the driver's constructor runs it before", name, name);
    }

    // Generated code runs that of the driver when interrupts are enabled; and what has a static constructor ran it before any code of
    // its own, or of a class below it, once there is an object: its constructor calls the one above.
    private static bool IsRunBefore(INamedTypeSymbol type, Initializers.Kind kind, Body body)
    {
        if (body.Model.Contracts.IsDriver(type))
        {
            return true;
        }

        IMethodSymbol reader = body.Code.Method;
        if (kind != Initializers.Kind.Constructor || reader.ContainingType is null)
        {
            return false;
        }

        for (INamedTypeSymbol? current = reader.ContainingType; current is not null; current = reader.IsStatic || reader.MethodKind == MethodKind.Constructor ? null : current.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(body.Type(current), type))
            {
                return true;
            }
        }

        return false;
    }
}
