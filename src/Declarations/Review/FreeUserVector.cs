using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TopHalf.Declarations;

/// <summary>What can stand in place of a user vector that another vector of its thread has. For code fixes.</summary>
/// <param name="Attributes">Where it has to be written: several where handlers share the vectors.</param>
/// <param name="UserVector">The number, which is free whatever else is mended.</param>
public sealed record FreeUserVector(ImmutableArray<AttributeData> Attributes, int UserVector)
{
    /// <summary>All of a driver.</summary>
    public static IEnumerable<FreeUserVector> Of(INamedTypeSymbol driver)
    {
        foreach (UserVectorConflict conflict in UserVectorConflict.In(DeclaredDriver.Read(driver).Vectors))
        {
            if (conflict.Free is int free)
            {
                yield return new FreeUserVector([.. conflict.Claims.Select(static c => c.Source)], free);
            }
        }
    }
}
