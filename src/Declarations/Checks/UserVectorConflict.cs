using System.Collections.Immutable;

namespace TopHalf.Declarations;

/// <summary>A range whose user vectors an earlier one of its thread has.</summary>
/// <param name="Claims">The range as it was declared: once, or by each of the handlers that share it.</param>
/// <param name="Other">The earlier range.</param>
/// <param name="UserVector">The highest that both have.</param>
/// <param name="Free">What the range can have in its place, whatever becomes of the other conflicts; null where nothing is free.</param>
internal sealed record UserVectorConflict(ImmutableArray<VectorClaim> Claims, VectorClaim Other, int UserVector, int? Free)
{
    /// <summary>Of all threads, each in the order of the declaration.</summary>
    public static IEnumerable<UserVectorConflict> In(IEnumerable<VectorClaim> claims) => claims
        .Where(static c => c.Range.UserVector != VectorRangeModel.Assigned)
        .GroupBy(static c => c.Range.Thread, StringComparer.Ordinal)
        .SelectMany(static thread => OfThread([.. thread.GroupBy(static c => c.Range).Select(static g => g.ToImmutableArray())]));

    private static IEnumerable<UserVectorConflict> OfThread(ImmutableArray<VectorClaim>[] ranges)
    {
        var kept = new List<VectorClaim>();
        var late = new List<(ImmutableArray<VectorClaim> Claims, VectorClaim Other)>();
        ulong taken = 0;
        foreach (ImmutableArray<VectorClaim> claims in ranges)
        {
            ulong own = UserVectorSet.Of(claims[0].Range);
            if (kept.Find(k => (UserVectorSet.Of(k.Range) & own) != 0) is { } other)
            {
                late.Add((claims, other));
            }
            else
            {
                kept.Add(claims[0]);
                taken |= own;
            }
        }

        // After all that are kept, so that mending one conflict makes no other.
        foreach ((ImmutableArray<VectorClaim> claims, VectorClaim other) in late)
        {
            VectorRangeModel range = claims[0].Range;
            int? free = UserVectorSet.FindFree(taken, range.Count, range.UserVector);
            taken |= free is int highest ? UserVectorSet.Run(highest, range.Count) : 0;
            yield return new UserVectorConflict(
                claims, other, UserVectorSet.Highest(UserVectorSet.Of(other.Range) & UserVectorSet.Of(range)), free);
        }
    }
}
