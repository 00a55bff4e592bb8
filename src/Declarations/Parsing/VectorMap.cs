using Microsoft.CodeAnalysis;

namespace TopHalf.Declarations;

/// <summary>Which handlers have which vectors, in the order in which they were declared.</summary>
internal sealed class VectorMap
{
    private readonly List<VectorClaim> _claims = [];

    /// <summary>What was given so far.</summary>
    public IReadOnlyList<VectorClaim> Claims => _claims;

    /// <summary>
    /// Gives a range to a handler; false, with a fault on the attribute, where a part of it is taken by a handler that has it for
    /// itself, or where the driver has the other kind of interrupt.
    /// </summary>
    public bool Claim(VectorRangeModel range, IMethodSymbol method, DescriptorSet own, AttributeData attribute, FaultSink faults)
    {
        var claim = new VectorClaim(range, method, own, attribute);
        Anchor anchor = claim.IsLine ? Anchor.Attribute(attribute) : Anchor.Argument(attribute, KnownNames.VectorArgument);
        foreach (VectorClaim earlier in _claims)
        {
            if (claim.IsLine != earlier.IsLine)
            {
                faults.Add(DeclarationRules.LineAndVectors, Anchor.Attribute(attribute), method.Name, earlier.Method.Name);
                return false;
            }

            bool isOther = !SymbolEqualityComparer.Default.Equals(earlier.Method, method);
            bool canShare = isOther && own.Bits is not null && earlier.Own.Bits is not null;
            if (earlier.Range.Overlaps(range) && !canShare)
            {
                faults.Add(
                    DeclarationRules.VectorTaken,
                    anchor,
                    claim.IsLine ? "the line" : $"vector {Math.Max(earlier.Range.First, range.First)}",
                    method.Name,
                    earlier.Method.Name);
                return false;
            }
        }

        _claims.Add(claim);
        return true;
    }
}
