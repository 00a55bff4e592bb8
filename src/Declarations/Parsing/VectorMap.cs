using Microsoft.CodeAnalysis;

namespace TopHalf.Declarations;

/// <summary>Which handlers have which vectors, in the order in which they were declared.</summary>
internal sealed class VectorMap
{
    private readonly List<(VectorRangeModel Range, IMethodSymbol Method, DescriptorSet Own, bool IsLine)> _claims = [];

    /// <summary>
    /// Gives a range to a handler; false, with a fault on the attribute, where a part of it is taken by a handler that has it for
    /// itself, or where the driver has the other kind of interrupt.
    /// </summary>
    public bool Claim(VectorRangeModel range, IMethodSymbol method, DescriptorSet own, AttributeData attribute, FaultSink faults)
    {
        bool isLine = attribute.Kind == AttributeKind.Line;
        Anchor anchor = isLine ? Anchor.Attribute(attribute) : Anchor.Argument(attribute, KnownNames.VectorArgument);
        foreach ((VectorRangeModel earlier, IMethodSymbol handler, DescriptorSet descriptors, bool isEarlierLine) in _claims)
        {
            if (isLine != isEarlierLine)
            {
                faults.Add(DeclarationRules.LineAndVectors, Anchor.Attribute(attribute), method.Name, handler.Name);
                return false;
            }

            bool isOther = !SymbolEqualityComparer.Default.Equals(handler, method);
            bool canShare = isOther && own.Bits is not null && descriptors.Bits is not null;
            if (earlier.Overlaps(range) && !canShare)
            {
                faults.Add(
                    DeclarationRules.VectorTaken, anchor, isLine ? "the line" : $"vector {Math.Max(earlier.First, range.First)}", method.Name, handler.Name);
                return false;
            }
        }

        _claims.Add((range, method, own, isLine));
        return true;
    }
}
