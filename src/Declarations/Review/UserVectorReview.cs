namespace TopHalf.Declarations;

/// <summary>User vectors that are declared on a thread that can have none, since it has more vectors than there are.</summary>
internal static class UserVectorReview
{
    public static void Check(DeclaredDriver driver, FaultSink faults)
    {
        foreach (IGrouping<string, VectorClaim> thread in driver.Vectors.GroupBy(static c => c.Range.Thread, StringComparer.Ordinal))
        {
            if (thread.FirstOrDefault(static c => c.Range.UserVector != VectorRangeModel.Assigned) is { } declared)
            {
                // Handlers that share a vector declare it each.
                Check(declared, [.. thread.Select(static c => c.Range).Distinct().OrderBy(static r => r.First)], faults);
            }
        }
    }

    private static void Check(VectorClaim declared, VectorRangeModel[] ranges, FaultSink faults)
    {
        int left = UserVectorSet.Count;
        foreach (VectorRangeModel range in ranges)
        {
            if (range.Count > left)
            {
                faults.Add(
                    DeclarationRules.UserVectorsTooFew,
                    Anchor.Argument(declared.Source, KnownNames.UserVector),
                    range.First + left,
                    UserVectorChecks.Split(range, range.First + left),
                    UserVectorChecks.Thread(range.Thread),
                    ranges.Sum(static r => r.Count),
                    UserVectorSet.Count);
                return;
            }

            left -= range.Count;
        }
    }
}
