using Microsoft.CodeAnalysis;

namespace TopHalf.Analyzers.Effects;

/// <summary>What was found in one driver.</summary>
internal sealed class DriverRaces
{
    private readonly Dictionary<IMethodSymbol, List<Race>> _byHandler = new(SymbolEqualityComparer.Default);

    /// <summary>The members whose races an [InterruptUnsafe] hides.</summary>
    public HashSet<ISymbol> Excused { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>The races of a handler, in the order of its code.</summary>
    public IReadOnlyList<Race> Of(IMethodSymbol handler) => _byHandler.TryGetValue(handler, out List<Race>? races) ? races : [];

    /// <summary>Adds a race.</summary>
    public void Add(IMethodSymbol handler, Race race)
    {
        if (!_byHandler.TryGetValue(handler, out List<Race>? races))
        {
            _byHandler.Add(handler, races = []);
        }

        races.Add(race);
    }
}
