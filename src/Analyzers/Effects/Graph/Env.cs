using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace TopHalf.Analyzers.Effects;

/// <summary>
/// What a piece of code is called with: the types that its type parameters stand for, the code behind its delegate parameters, and the
/// class of <c>this</c> where that is known exactly. A struct argument is not boxed where the call is constrained, and a lambda that
/// is handed down is not unknown.
/// </summary>
internal sealed class Env : IEquatable<Env>
{
    /// <summary>Delegates that are handed down further are left unknown, so that recursion ends.</summary>
    public const int MaximalDepth = 4;

    /// <summary>Code that is called with nothing of its own.</summary>
    public static readonly Env Empty = new([], [], null);

    private readonly ImmutableArray<(ITypeParameterSymbol Parameter, ITypeSymbol Argument)> _types;
    private readonly ImmutableArray<(IParameterSymbol Parameter, ImmutableArray<Code> Targets)> _delegates;
    private readonly int _hash;

    public Env(
        ImmutableArray<(ITypeParameterSymbol Parameter, ITypeSymbol Argument)> types,
        ImmutableArray<(IParameterSymbol Parameter, ImmutableArray<Code> Targets)> delegates,
        INamedTypeSymbol? self)
    {
        _types = types;
        _delegates = delegates;
        This = self;
        Depth = delegates.IsEmpty ? 0 : 1 + delegates.Max(static d => d.Targets.IsEmpty ? 0 : d.Targets.Max(static t => t.Env.Depth));
        _hash = Hash();
    }

    /// <summary>The class of the object that a method is called on, where it is known exactly.</summary>
    public INamedTypeSymbol? This { get; }

    /// <summary>How many delegates were handed down from one to the next.</summary>
    public int Depth { get; }

    /// <summary>All type arguments, in the order of their declaration.</summary>
    public ImmutableArray<(ITypeParameterSymbol Parameter, ITypeSymbol Argument)> Types => _types;

    /// <summary>The delegates that were handed in.</summary>
    public ImmutableArray<(IParameterSymbol Parameter, ImmutableArray<Code> Targets)> Delegates => _delegates;

    /// <summary>What a type parameter stands for; itself, where that is open.</summary>
    public ITypeSymbol Find(ITypeParameterSymbol parameter)
    {
        foreach ((ITypeParameterSymbol candidate, ITypeSymbol argument) in _types)
        {
            if (SymbolEqualityComparer.Default.Equals(candidate, parameter))
            {
                return argument;
            }
        }

        return parameter;
    }

    /// <summary>The code behind a delegate parameter; nothing, where that is unknown.</summary>
    public ImmutableArray<Code>? Find(IParameterSymbol parameter)
    {
        foreach ((IParameterSymbol candidate, ImmutableArray<Code> targets) in _delegates)
        {
            if (SymbolEqualityComparer.Default.Equals(candidate, parameter))
            {
                return targets;
            }
        }

        return null;
    }

    /// <summary>Whether a lambda is among what was handed in, or around that.</summary>
    public bool Holds(SyntaxNode lambda)
        => _delegates.Any(d => d.Targets.Any(t => t.Lambda == lambda || t.Env.Holds(lambda)));

    /// <inheritdoc/>
    public bool Equals(Env? other)
    {
        if (other is null || _hash != other._hash || _types.Length != other._types.Length || _delegates.Length != other._delegates.Length
            || !SymbolEqualityComparer.Default.Equals(This, other.This))
        {
            return false;
        }

        for (int i = 0; i < _types.Length; i++)
        {
            if (!SymbolEqualityComparer.Default.Equals(_types[i].Parameter, other._types[i].Parameter)
                || !SymbolEqualityComparer.Default.Equals(_types[i].Argument, other._types[i].Argument))
            {
                return false;
            }
        }

        for (int i = 0; i < _delegates.Length; i++)
        {
            if (!SymbolEqualityComparer.Default.Equals(_delegates[i].Parameter, other._delegates[i].Parameter)
                || !_delegates[i].Targets.SequenceEqual(other._delegates[i].Targets))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Env);

    /// <inheritdoc/>
    public override int GetHashCode() => _hash;

    private int Hash()
    {
        int hash = SymbolEqualityComparer.Default.GetHashCode(This);
        foreach ((ITypeParameterSymbol parameter, ITypeSymbol argument) in _types)
        {
            hash = unchecked((hash * 31 + SymbolEqualityComparer.Default.GetHashCode(parameter)) * 31
                + SymbolEqualityComparer.Default.GetHashCode(argument));
        }

        foreach ((IParameterSymbol parameter, ImmutableArray<Code> targets) in _delegates)
        {
            hash = unchecked((hash * 31 + SymbolEqualityComparer.Default.GetHashCode(parameter)) * 31 + targets.Length);
            foreach (Code target in targets)
            {
                hash = unchecked(hash * 31 + RuntimeHelpers.GetHashCode(target));
            }
        }

        return hash;
    }
}
