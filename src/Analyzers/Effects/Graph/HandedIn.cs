using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>
/// What constructors and methods are called with, where all who can call them are in this compilation: what a driver hands to its parts
/// when it makes them is known in the parts.
/// </summary>
internal sealed class HandedIn(EffectModel model)
{
    private readonly ConcurrentDictionary<IParameterSymbol, ImmutableArray<IOperation>?> _known = new(SymbolEqualityComparer.Default);

    /// <summary>All that a parameter gets; nothing, if there may be more, or nobody in sight calls.</summary>
    public ImmutableArray<IOperation>? To(IParameterSymbol parameter) => _known.GetOrAdd(parameter.OriginalDefinition, Find);

    /// <summary>The same in a class or method with known type arguments: what other ones are made with is not among it.</summary>
    public ImmutableArray<IOperation>? To(IParameterSymbol parameter, Env env)
    {
        ITypeSymbol declared = parameter.OriginalDefinition.Type;
        ITypeSymbol type = model.Substitution.Apply(declared, env);
        if (To(parameter) is not { Length: > 1 } all || IsSame(declared, type) || HasTypeParameters(type))
        {
            return To(parameter);
        }

        ImmutableArray<IOperation> fitting =
            [.. all.Where(v => v.Type is not { } made || HasTypeParameters(made) || model.Compilation.HasImplicitConversion(made, type))];
        return fitting.IsEmpty ? all : fitting;
    }

    private static bool HasTypeParameters(ITypeSymbol type) => type switch
    {
        ITypeParameterSymbol => true,
        IArrayTypeSymbol array => HasTypeParameters(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(HasTypeParameters) || (named.ContainingType is { } around && HasTypeParameters(around)),
        _ => false,
    };

    private ImmutableArray<IOperation>? Find(IParameterSymbol parameter)
    {
        if (parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.EventAdd, AssociatedSymbol: IEventSymbol @event })
        {
            return Subscribed(@event);
        }

        if (parameter is not { RefKind: RefKind.None or RefKind.In, IsParams: false, ContainingSymbol: IMethodSymbol method }
            || !IsCalledByName(method)
            || model.ScopeOf(method) is not { } scopes)
        {
            return null;
        }

        bool isConstructor = method.MethodKind == MethodKind.Constructor;
        var values = ImmutableArray.CreateBuilder<IOperation>();
        foreach (SyntaxNode scope in scopes)
        {
            SemanticModel semantics = model.GetModel(scope.SyntaxTree);
            foreach (SyntaxNode site in isConstructor ? CallSites.OfConstructor(method, scope) : CallSites.OfMethod(method.Name, scope))
            {
                if (site is SimpleNameSyntax name)
                {
                    // A method that becomes a delegate is called by anyone, with anything.
                    if (semantics.GetSymbolInfo(name).Symbol is IMethodSymbol made && IsSame(EffectModel.Definition(made), method))
                    {
                        return null;
                    }
                }
                else if (Argument(semantics.GetOperation(site), method, parameter.Ordinal) is { } value)
                {
                    values.Add(value);
                }
            }
        }

        return values.Count > 0 ? values.ToImmutable() : null;
    }

    // What an accessor of an event gets is written at +=.
    private ImmutableArray<IOperation>? Subscribed(IEventSymbol @event)
    {
        if (!model.IsSource(@event) || @event.IsVirtual || @event.IsAbstract || @event.IsOverride || model.Hierarchy.IsOfInterface(@event) || model.ScopeOf(@event) is not { } scopes)
        {
            return null;
        }

        var values = ImmutableArray.CreateBuilder<IOperation>();
        foreach (IdentifierNameSyntax name in scopes.SelectMany(s => Assignments.Of(@event.Name, s)))
        {
            SemanticModel semantics = model.GetModel(name.SyntaxTree);

            // Of a partial event the text names the other part.
            if (semantics.GetSymbolInfo(name).Symbol is IEventSymbol named
                && IsSame(named.ContainingType.OriginalDefinition, @event.ContainingType)
                && Assignments.IsSet(name, out ExpressionSyntax? value)
                && value?.Parent.IsKind(SyntaxKind.AddAssignmentExpression) == true
                && semantics.GetOperation(value) is { } added)
            {
                values.Add(added);
            }
        }

        return values.Count > 0 ? values.ToImmutable() : null;
    }

    // Not through an interface, a base class, or a contract that others rely on.
    private bool IsCalledByName(IMethodSymbol method) => model.IsSource(method) && method.MethodKind switch
    {
        MethodKind.Constructor => true,
        MethodKind.Ordinary => method is { IsVirtual: false, IsAbstract: false, IsOverride: false }
            && !model.Contracts.IsChecked(method) && !model.Contracts.IsHandler(method) && !model.Hierarchy.IsOfInterface(method),
        _ => false,
    };

    private static IOperation? Argument(IOperation? call, IMethodSymbol method, int ordinal)
    {
        (IMethodSymbol? target, ImmutableArray<IArgumentOperation> arguments) = call switch
        {
            IObjectCreationOperation creation => (creation.Constructor, creation.Arguments),
            IInvocationOperation invocation => (invocation.TargetMethod, invocation.Arguments),
            _ => (null, []),
        };
        return target is not null && IsSame(EffectModel.Definition(target.ReducedFrom ?? target), method)
            ? arguments.FirstOrDefault(a => a.Parameter?.Ordinal == ordinal)?.Value
            : null;
    }

    private static bool IsSame(ISymbol a, ISymbol b) => SymbolEqualityComparer.Default.Equals(a, b);
}
