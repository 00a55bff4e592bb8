using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TopHalf.Analyzers.Effects;

/// <summary>The data races of handlers: found once for a driver, by the first of its handlers that is asked for.</summary>
internal sealed class Races(EffectModel model)
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, Lazy<IReadOnlyDictionary<IMethodSymbol, ImmutableArray<Race>.Builder>>> _found = new(SymbolEqualityComparer.Default);

    /// <summary>What is to be told of a handler.</summary>
    public IEnumerable<Diagnostic> Of(IMethodSymbol handler)
    {
        var races = _found.GetOrAdd(handler.ContainingType, driver => new(() => Find(driver)));
        return races.Value.TryGetValue(handler, out ImmutableArray<Race>.Builder? found) ? found.Select(r => RaceText.ToDiagnostic(r, handler)) : [];
    }

    private IReadOnlyDictionary<IMethodSymbol, ImmutableArray<Race>.Builder> Find(INamedTypeSymbol driver)
    {
        try
        {
            return new RaceFinder(model).Find(driver);
        }
        catch (InsufficientExecutionStackException)
        {
            // Said by TH6007, where the same code is read for its effects.
            return new Dictionary<IMethodSymbol, ImmutableArray<Race>.Builder>(SymbolEqualityComparer.Default);
        }
    }
}
