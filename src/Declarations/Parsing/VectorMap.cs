using Microsoft.CodeAnalysis;

namespace TopHalf.Declarations;

/// <summary>Which handler has which vectors, in the order in which they were declared.</summary>
internal sealed class VectorMap
{
    private readonly List<(VectorRangeModel Range, string Handler)> _claims = [];

    /// <summary>Gives a range to a handler; false, with a fault on the attribute, where a part of it is taken.</summary>
    public bool Claim(VectorRangeModel range, IMethodSymbol method, AttributeData attribute, FaultSink faults)
    {
        foreach ((VectorRangeModel earlier, string handler) in _claims)
        {
            if (earlier.Overlaps(range))
            {
                faults.Add(
                    DeclarationRules.VectorTaken,
                    Anchor.Argument(attribute, KnownNames.VectorArgument),
                    Math.Max(earlier.First, range.First),
                    method.Name,
                    handler);
                return false;
            }
        }

        _claims.Add((range, method.Name));
        return true;
    }
}
