using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TopHalf.Declarations;

/// <summary>A driver as its author wrote it: attributes, not steps. Lives only while it is reviewed, so it may hold symbols.</summary>
internal sealed class DeclaredDriver
{
    private DeclaredDriver(INamedTypeSymbol symbol, DescriptorSet shared, ImmutableArray<HandlerGroup> groups, IReadOnlyList<VectorClaim> vectors)
    {
        Symbol = symbol;
        Shared = shared;
        Groups = groups;
        Vectors = vectors;
    }

    public INamedTypeSymbol Symbol { get; }

    /// <summary>The descriptors of the class.</summary>
    public DescriptorSet Shared { get; }

    /// <summary>The handlers, those of the same vectors together.</summary>
    public ImmutableArray<HandlerGroup> Groups { get; }

    /// <summary>Which vectors were given to which handlers, in the order of the declaration.</summary>
    public IReadOnlyList<VectorClaim> Vectors { get; }

    public IEnumerable<ParsedHandler> Handlers => Groups.SelectMany(static g => g.Handlers);

    /// <summary>Every descriptor once, with the name of what it is on: those of the class first.</summary>
    public IEnumerable<(Descriptor Descriptor, string Owner)> Descriptors
        => Shared.All.Select(d => (d, Symbol.Name)).Concat(Handlers.SelectMany(static h => h.Own.All.Select(d => (d, h.Method.Name))));

    /// <summary>Reads a driver that has no faults.</summary>
    public static DeclaredDriver Read(INamedTypeSymbol driver)
    {
        // The parser has told of all that is wrong with them.
        var told = new FaultFlag();
        var shared = DescriptorSet.Read(driver.GetAttributes(), told);
        var vectors = new VectorMap();
        IEnumerable<ParsedHandler> handlers = driver.GetMembers().OfType<IMethodSymbol>()
            .Where(static m => m.IsHandler)
            .Select(m => HandlerParser.Parse(m, vectors, told))
            .OfType<ParsedHandler>();
        return new DeclaredDriver(driver, shared, HandlerGroup.Make(handlers, shared), vectors.Claims);
    }
}
