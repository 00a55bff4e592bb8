using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace TopHalf.Analyzers.Effects;

/// <summary>The data races of handlers: found once for a driver, by the first of its handlers that is asked for.</summary>
internal sealed class Races(EffectModel model)
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, Lazy<DriverRaces>> _found = new(SymbolEqualityComparer.Default);

    /// <summary>What is to be told of a handler.</summary>
    public IEnumerable<Diagnostic> Of(IMethodSymbol handler)
        => Find(handler.ContainingType).Of(handler).Select(r => RaceText.ToDiagnostic(r, handler));

    /// <summary>Whether [InterruptUnsafe] on a member hides a race.</summary>
    public bool IsExcused(IMethodSymbol method)
        => method.ContainingType is { } type && model.Contracts.IsDriver(type) && Find(type).Excused.Contains(method);

    private DriverRaces Find(INamedTypeSymbol driver) => _found.GetOrAdd(driver, d => new(() => Read(d))).Value;

    private DriverRaces Read(INamedTypeSymbol driver)
    {
        var races = new DriverRaces();
        try
        {
            DeepStack.Run(() => races = new RaceFinder(model).Find(driver));
        }
        catch (InsufficientExecutionStackException)
        {
            // Said by TH6007, where the same code is read for its effects.
        }

        return races;
    }
}
