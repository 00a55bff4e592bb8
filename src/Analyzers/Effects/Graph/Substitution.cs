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
        var types = ImmutableArray.CreateBuilder<(ITypeParameterSymbol, ITypeSymbol)>();
        bool isLocal = method.MethodKind is MethodKind.LocalFunction or MethodKind.AnonymousFunction;
        if (isLocal)
        {
            // What is around it is the caller, or around the caller too.
            types.AddRange(caller.Types.Where(t => !method.OriginalDefinition.TypeParameters.Contains(t.Parameter, SymbolEqualityComparer.Default)));
        }
        else
        {
            for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.ContainingType)
            {
                Add(types, type.OriginalDefinition.TypeParameters, type.TypeArguments, caller);
            }
        }

        Add(types, method.OriginalDefinition.TypeParameters, method.TypeArguments, caller);
        return new Env(
            types.ToImmutable(),
            isLocal ? caller.Delegates.AddRange(delegates) : delegates,
            isLocal ? caller.This : self);
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
            if (!IsSame(argument, parameters[i]) && Depth(argument) <= Env.MaximalDepth)
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

    private static int Depth(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => 1 + Depth(array.ElementType),
        IPointerTypeSymbol pointer => 1 + Depth(pointer.PointedAtType),
        INamedTypeSymbol { TypeArguments.IsEmpty: false } named => 1 + named.TypeArguments.Max(Depth),
        _ => 0,
    };

    private static bool IsSame(ISymbol a, ISymbol b) => SymbolEqualityComparer.Default.Equals(a, b);
}
