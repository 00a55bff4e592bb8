using TopHalf.Declarations;

namespace TopHalf.Generator;

/// <summary>The ranges of all handlers by vector, so that the text is in the order of the numbers.</summary>
internal static class HandlerRanges
{
    public static IEnumerable<(HandlerModel Handler, VectorRangeModel Range)> InOrder(DriverModel driver) => driver.Handlers
        .SelectMany(static h => h.Vectors.Select(r => (Handler: h, Range: r)))
        .OrderBy(static p => p.Range.First);
}
