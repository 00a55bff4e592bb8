using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>What the library calls of a comparer that it is given, by a call or when a collection is made.</summary>
internal static class Comparers
{
    /// <summary>
    /// Visits the members of the comparers that a call may use, by the name of their interface: the one that it is given, else those that
    /// its collection was made with. Whether the elements' own may be asked as well, since there may be no comparer, or the default one.
    /// </summary>
    public static bool Visit(
        string @interface, ImmutableArray<string> members, IMethodSymbol method, IOperation? instance, ImmutableArray<IArgumentOperation> arguments, Place place, Body body)
    {
        foreach (IArgumentOperation argument in arguments)
        {
            if (InterfaceOf(argument, body.Code.Env, body)?.Name == @interface || argument.Parameter?.OriginalDefinition.Type.Name == "Comparison")
            {
                return argument.Parameter?.Type.Name != "Comparison" && VisitAll(argument, body.Code.Env, members, place, body);
            }
        }

        if ((instance ?? arguments.FirstOrDefault()?.Value) is not { } collection || method.ContainingType.Name is "Comparer" or "EqualityComparer" or "HashCode")
        {
            return true;
        }

        bool ownToo = false;
        foreach ((IOperation origin, Env scope) in Origins.Of(collection, body.Code.Env, body.Model))
        {
            (ImmutableArray<IArgumentOperation> given, Env env) = GivenTo(origin, scope, body.Model);
            ownToo |= given.FirstOrDefault(a => InterfaceOf(a, env, body)?.Name == @interface) is not { } comparer
                || VisitAll(comparer, env, members, place, body);
        }

        return ownToo;
    }

    /// <summary>Visits what a call does with the comparers that it is given, where no table says that it compares.</summary>
    public static void VisitGiven(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments, Place place, Body body)
    {
        foreach (IArgumentOperation argument in arguments)
        {
            if (InterfaceOf(argument, body.Code.Env, body) is { } @interface)
            {
                ImmutableArray<string> members = @interface.Name == "IComparer" ? ["Compare"]
                    : method.ContainingType.Name == "HashCode" ? ["GetHashCode"]
                    : method.ContainingType.Name == "MemoryExtensions" || method.Name is "Contains" or "SequenceEqual" ? ["Equals"]
                    : ["Equals", "GetHashCode"];
                VisitAll(argument, body.Code.Env, members, place, body);
            }
        }
    }

    /// <summary>Visits a call of a comparer whose code is in the library: of the default one, or of one that was made of delegates.</summary>
    public static bool VisitCall(IMethodSymbol method, IOperation? instance, Place place, Body body)
    {
        if (instance is null || !IsComparer(method.ContainingType) || IsDefault(instance))
        {
            return false;
        }

        ImmutableArray<(IOperation Value, Env Env)> origins = Origins.Of(instance, body.Code.Env, body.Model);
        if (origins.IsEmpty || !origins.All(static o => IsDefault(o.Value) || IsMade(o.Value)))
        {
            return false;
        }

        foreach ((IOperation value, Env env) in origins)
        {
            if (IsMade(value))
            {
                VisitMade((IInvocationOperation)value, env, [method.Name], place, body);
            }
            else if (method.ContainingType.TypeArguments is [{ } compared])
            {
                bool hashes = method.Name == "GetHashCode";
                if ((hashes || method.Name == "Equals") && KeyTypes.IsBoxed(compared, hashes))
                {
                    body.Report(
                        EffectRules.Keys, place, hashes ? "hashes by Object.GetHashCode, which boxes" : "compares by Object.Equals, which boxes",
                        Names.Of(method, method.ContainingType, null));
                }

                ElementMembers.Visit(compared, method.Name == "Compare" ? "CompareTo" : method.Name, place, body);
            }
        }

        return true;
    }

    /// <summary>Whether it makes a comparer of delegates, and does not call them.</summary>
    public static bool IsMade(IMethodSymbol method)
        => method is { Name: "Create", ContainingType: { Name: "Comparer" or "EqualityComparer", Arity: 1 } type } && LibraryCalls.IsPlatform(type.ContainingAssembly);

    private static bool IsMade(IOperation value) => value is IInvocationOperation call && IsMade(call.TargetMethod);

    private static bool IsDefault(IOperation value)
        => value is IPropertyReferenceOperation { Property: { Name: "Default", ContainingType: { Name: "Comparer" or "EqualityComparer", Arity: 1 } type } }
            && LibraryCalls.IsPlatform(type.ContainingAssembly);

    private static bool IsComparer(INamedTypeSymbol type)
        => type is { Name: "IComparer" or "IEqualityComparer" or "Comparer" or "EqualityComparer", ContainingNamespace: { Name: "Generic", ContainingNamespace: { Name: "Collections", ContainingNamespace.Name: "System" } } };

    // What a collection is made with, by its constructor or by a method that ends in one; of a class below it, what that hands on.
    private static (ImmutableArray<IArgumentOperation> Arguments, Env Env) GivenTo(IOperation made, Env env, EffectModel model)
    {
        for (int depth = 0; depth < Env.MaximalDepth; depth++)
        {
            (IMethodSymbol? target, ImmutableArray<IArgumentOperation> arguments) = made switch
            {
                IObjectCreationOperation creation => (creation.Constructor, creation.Arguments),
                IInvocationOperation call => (call.TargetMethod, call.Arguments),
                _ => (null, []),
            };
            if (target is null || LibraryCalls.IsPlatform(target.ContainingAssembly))
            {
                return (arguments, env);
            }

            if (target.MethodKind != MethodKind.Constructor || ConstructorCode.HandedOn(target, model) is not { } handedOn)
            {
                break;
            }

            env = model.Substitution.Enter(target.ContainingType, env);
            made = handedOn;
        }

        return ([], env);
    }

    // The interface of a comparer, also where a method takes any type that has it.
    private static INamedTypeSymbol? InterfaceOf(IArgumentOperation argument, Env env, Body body)
    {
        ITypeSymbol? declared = argument.Parameter?.OriginalDefinition.Type;
        if (declared is ITypeParameterSymbol parameter)
        {
            return parameter.ConstraintTypes.FirstOrDefault(static c => c.Name is "IComparer" or "IEqualityComparer") is { } constraint && argument.Parameter?.Type is { } given
                ? body.Model.Substitution.Apply(given, env) is var type && type is INamedTypeSymbol { TypeKind: TypeKind.Interface } itself && itself.Name == constraint.Name
                    ? itself
                    : type.AllInterfaces.FirstOrDefault(i => i.Name == constraint.Name && i.Arity == 1)
                : null;
        }

        return declared is INamedTypeSymbol { TypeKind: TypeKind.Interface, Name: "IComparer" or "IEqualityComparer" } && argument.Parameter?.Type is { } constructed
            ? body.Model.Substitution.Apply(constructed, env) as INamedTypeSymbol
            : null;
    }

    private static bool VisitAll(IArgumentOperation argument, Env env, ImmutableArray<string> members, Place place, Body body)
    {
        bool ownToo = false;
        INamedTypeSymbol @interface = InterfaceOf(argument, env, body)!;
        foreach ((IOperation value, Env scope) in Origins.Of(argument.Value, env, body.Model))
        {
            if (value is IDefaultValueOperation { Type.IsValueType: false } || Patterns.IsNull(value) || IsDefault(value))
            {
                ownToo = true;
            }
            else if (IsMade(value))
            {
                VisitMade((IInvocationOperation)value, scope, members, place, body);
            }
            else if (!IsOfLibrary(value))
            {
                foreach (IMethodSymbol member in members.SelectMany(m => @interface.GetMembers(m).OfType<IMethodSymbol>()))
                {
                    VisitMember(member, value, scope, place, body);
                }
            }
        }

        return ownToo;
    }

    private static void VisitMember(IMethodSymbol member, IOperation comparer, Env env, Place place, Body body)
    {
        if (comparer.Type is not { } type || body.Model.Substitution.Apply(type, env) is not { IsValueType: false } receiver
            || Receivers.Of(comparer, receiver, body, env) is not { } exact)
        {
            Calls.Visit(member, comparer, isVirtual: true, [], place, null, body);
            return;
        }

        foreach (IMethodSymbol answer in exact.Select(t => Answer(member, t)).OfType<IMethodSymbol>())
        {
            body.Dispatch(() => Calls.VisitExactly(answer, null, [], place, null, body));
        }
    }

    // What callers hand in may name type parameters of theirs: what it is here, the interface tells.
    private static IMethodSymbol? Answer(IMethodSymbol member, INamedTypeSymbol type)
        => Implementations.Find(member, type)
            ?? (Implementations.Instantiate(type.OriginalDefinition, member.ContainingType) is { } meant ? Implementations.Find(member, meant) : null);

    private static void VisitMade(IInvocationOperation creation, Env env, ImmutableArray<string> members, Place place, Body body)
    {
        foreach (IArgumentOperation argument in creation.Arguments)
        {
            string member = argument.Parameter?.Name switch { "comparison" => "Compare", "equals" => "Equals", _ => "GetHashCode" };
            if (members.Contains(member) && !Patterns.IsNull(argument.Value) && argument.Value is not IDefaultValueOperation)
            {
                DelegateCalls.VisitCallback(argument.Value, env, Names.Of(creation.TargetMethod, creation.TargetMethod.ContainingType, null), place, body);
            }
        }
    }

    // StringComparer.Ordinal, ReferenceEqualityComparer.Instance: what making one costs is told where that is.
    private static bool IsOfLibrary(IOperation value) => value switch
    {
        IMemberReferenceOperation reference => LibraryCalls.IsPlatform(reference.Member.ContainingAssembly),
        IObjectCreationOperation { Constructor: { } constructor } => LibraryCalls.IsPlatform(constructor.ContainingAssembly),
        IInvocationOperation call => LibraryCalls.IsPlatform(call.TargetMethod.ContainingAssembly),
        _ => false,
    };
}
