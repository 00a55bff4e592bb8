using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TopHalf.Declarations;

/// <summary>A handler method as it was written. Lives only while a driver is parsed.</summary>
/// <param name="Method">The method.</param>
/// <param name="Vectors">Its vectors, by first vector; for a line, one range of one.</param>
/// <param name="IsLine">It handles the level-triggered line.</param>
/// <param name="Own">Its descriptors.</param>
internal sealed record ParsedHandler(IMethodSymbol Method, ImmutableArray<VectorRangeModel> Vectors, bool IsLine, DescriptorSet Own)
{
    /// <summary>Whether both have exactly the same vectors.</summary>
    public bool SharesAll(ParsedHandler other) => Vectors.SequenceEqual(other.Vectors);

    /// <summary>Whether some vector is both handlers'.</summary>
    public bool SharesSome(ParsedHandler other) => Vectors.Any(v => other.Vectors.Any(v.Overlaps));
}
