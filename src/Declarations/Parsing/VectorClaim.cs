using Microsoft.CodeAnalysis;

namespace TopHalf.Declarations;

/// <summary>A range of vectors that a handler was given, or the line. Lives only while a driver is parsed.</summary>
/// <param name="Range">The vectors.</param>
/// <param name="Method">The handler.</param>
/// <param name="Own">The handler's descriptors.</param>
/// <param name="Source">The attribute that says so.</param>
internal sealed record VectorClaim(VectorRangeModel Range, IMethodSymbol Method, DescriptorSet Own, AttributeData Source)
{
    /// <summary>It is the line.</summary>
    public bool IsLine => Source.Kind == AttributeKind.Line;
}
