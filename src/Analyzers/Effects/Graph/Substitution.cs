using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TopHalf.Analyzers.Effects;

/// <summary>Puts the types of an environment in place of type parameters.</summary>
internal sealed class Substitution(Compilation compilation)
{
    /// <summary>The type that code in this environment means.</summary>
    public ITypeSymbol Apply(ITypeSymbol type, Env env)
        => env.Types.IsEmpty ? type : type switch
        {
            ITypeParameterSymbol parameter => env.Find(parameter),
            IArrayTypeSymbol array when Apply(array.ElementType, env) is var element && !IsSame(element, array.ElementType)
                => compilation.CreateArrayTypeSymbol(element, array.Rank),
            IPointerTypeSymbol pointer when Apply(pointer.PointedAtType, env) is var target && !IsSame(target, pointer.PointedAtType)
                => compilation.CreatePointerTypeSymbol(target),
            INamedTypeSymbol { IsGenericType: true } or { ContainingType.IsGenericType: true } => ApplyToNamed((INamedTypeSymbol)type, env),
            _ => type,
        };

    /// <summary>The method that a call in this environment means.</summary>
    public IMethodSymbol Apply(IMethodSymbol method, Env env)
    {
        if (env.Types.IsEmpty || method.MethodKind is MethodKind.LocalFunction or MethodKind.AnonymousFunction)
        {
            return method;
        }

        IMethodSymbol found = method;
        if (method.ContainingType is { } type && Apply(type, env) is INamedTypeSymbol constructed && !IsSame(constructed, type))
        {
            found = constructed.GetMembers(method.Name).OfType<IMethodSymbol>()
                .FirstOrDefault(m => IsSame(m.OriginalDefinition, method.OriginalDefinition)) ?? method;
        }

        return method.TypeArguments.IsEmpty || found.TypeParameters.Length != method.TypeArguments.Length
            ? found
            : found.ConstructedFrom.Construct([.. method.TypeArguments.Select(a => Apply(a, env))]);
    }

    /// <summary>The environment of a method that is called from code in another one.</summary>
    public Env Enter(
        IMethodSymbol method,
        Env caller,
        ImmutableArray<(IParameterSymbol Parameter, ImmutableArray<Code> Targets)> delegates,
        INamedTypeSymbol? self)
    {
        IMethodSymbol definition = EffectModel.Definition(method);
        var types = ImmutableArray.CreateBuilder<(ITypeParameterSymbol, ITypeSymbol)>();
        bool isLocal = method.MethodKind is MethodKind.LocalFunction or MethodKind.AnonymousFunction;
        if (isLocal)
        {
            // What is around it is the caller, or around the caller too; what belongs to the caller alone would make recursion endless.
            types.AddRange(caller.Types.Where(t => IsAround(t.Parameter, definition)));
        }
        else
        {
            // A call is asked for with its types in place: only what is local still names those of its caller.
            AddTypes(types, method.ContainingType, Env.Empty);
        }

        Add(types, definition.TypeParameters, method.TypeArguments, isLocal ? caller : Env.Empty);
        TypeSize.Limit(types);
        return new Env(
            types.ToImmutable(),
            isLocal ? [.. caller.Delegates.Where(d => IsAround(d.Parameter, definition)), .. delegates] : delegates,
            isLocal ? caller.This : self);
    }

    /// <summary>The environment of what is written in a type, outside of its methods.</summary>
    public Env Enter(INamedTypeSymbol type, Env user)
    {
        var types = ImmutableArray.CreateBuilder<(ITypeParameterSymbol, ITypeSymbol)>();
        AddTypes(types, type, user);
        TypeSize.Limit(types);
        return types.Count == 0 ? Env.Empty : new Env(types.ToImmutable(), [], null);
    }

    private void AddTypes(ImmutableArray<(ITypeParameterSymbol, ITypeSymbol)>.Builder types, INamedTypeSymbol? type, Env caller)
    {
        for (; type is not null; type = type.ContainingType)
        {
            Add(types, type.OriginalDefinition.TypeParameters, type.TypeArguments, caller);
        }
    }

    // Whether a parameter belongs to something that a local function is in.
    private static bool IsAround(ISymbol parameter, IMethodSymbol function)
    {
        for (ISymbol? around = function.ContainingSymbol; around is not null; around = around.ContainingSymbol)
        {
            if (IsSame(around.OriginalDefinition, parameter.ContainingSymbol)
                || (around is IMethodSymbol { PartialImplementationPart: { } part } && IsSame(part, parameter.ContainingSymbol)))
            {
                return true;
            }
        }

        return false;
    }

    private void Add(
        ImmutableArray<(ITypeParameterSymbol, ITypeSymbol)>.Builder types,
        ImmutableArray<ITypeParameterSymbol> parameters,
        ImmutableArray<ITypeSymbol> arguments,
        Env caller)
    {
        for (int i = 0; i < parameters.Length && i < arguments.Length; i++)
        {
            ITypeSymbol argument = Apply(arguments[i], caller);
            if (!IsSame(argument, parameters[i]))
            {
                types.Add((parameters[i], argument));
            }
        }
    }

    private INamedTypeSymbol ApplyToNamed(INamedTypeSymbol type, Env env)
    {
        INamedTypeSymbol found = type;
        if (type.ContainingType is { IsGenericType: true } outer && ApplyToNamed(outer, env) is var container && !IsSame(container, outer))
        {
            found = container.GetTypeMembers(type.Name, type.Arity).FirstOrDefault() ?? type;
        }

        return type.TypeArguments.IsEmpty || type.IsUnboundGenericType
            ? found
            : found.ConstructedFrom.Construct([.. type.TypeArguments.Select(a => Apply(a, env))]);
    }

    private static bool IsSame(ISymbol a, ISymbol b) => SymbolEqualityComparer.Default.Equals(a, b);
}
