using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TopHalf.Declarations;

/// <summary>Which user vectors there can be, and that a thread has each of them once.</summary>
internal static class UserVectorChecks
{
    /// <summary>Checks those of one <c>[MsiVector]</c> whose vectors are right; false where they cannot be used.</summary>
    public static bool Check(VectorRangeModel range, AttributeData attribute, FaultSink faults)
    {
        const int Last = UserVectorSet.Count - 1;
        int first = range.UserVector;
        if (first == VectorRangeModel.Assigned || (first is >= 0 and <= Last && first - range.Count >= -1))
        {
            return true;
        }

        // The first vector that has none.
        int beyond = first is >= 0 and <= Last ? first + 1 : 0;
        faults.Add(
            DeclarationRules.UserVectorOutOfRange,
            Anchor.Argument(attribute, KnownNames.UserVector),
            range.Count switch
            {
                < UserVectorSet.Count => $"a UserVector from {range.Count - 1} to {Last}",
                UserVectorSet.Count => $"UserVector = {Last}",
                _ => $"a Count of {UserVectorSet.Count} here, and {Split(range, range.First + UserVectorSet.Count)} for the rest",
            },
            first - beyond,
            range.First + beyond);
        return false;
    }

    /// <summary>Checks those of all handlers, which share vectors as they may.</summary>
    public static void CheckTogether(IEnumerable<VectorClaim> claims, FaultSink faults)
    {
        foreach (UserVectorConflict conflict in UserVectorConflict.In(claims))
        {
            VectorRangeModel other = conflict.Other.Range;
            faults.Add(
                DeclarationRules.UserVectorTaken,
                Anchor.Argument(conflict.Claims[0].Source, KnownNames.UserVector),
                conflict.Free is int free ? $"UserVector = {free}, which is free" : "another thread, or ranges of fewer vectors",
                Thread(other.Thread),
                conflict.UserVector,
                other.First + other.UserVector - conflict.UserVector,
                conflict.Other.Method.Name);
        }
    }

    /// <summary>A receive thread in words.</summary>
    public static string Thread(string name) => name.Length == 0 ? "the default thread" : $"the thread '{name}'";

    /// <summary>What to write to have the vectors of a range from this one on on a thread of their own.</summary>
    public static string Split(VectorRangeModel range, int from)
    {
        long count = range.Last - from + 1;
        string thread = SymbolDisplay.FormatLiteral(range.Thread.Length == 0 ? "second" : range.Thread + "2", quote: true);
        return $"[MsiVector({from}{(count == 1 ? "" : $", Count = {count}")}, Thread = {thread})]";
    }
}
