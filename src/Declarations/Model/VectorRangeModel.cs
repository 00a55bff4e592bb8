namespace TopHalf.Declarations;

/// <summary>Consecutive vectors of one handler, from one <c>[MsiVector]</c>.</summary>
/// <param name="First">The number of the first vector.</param>
/// <param name="Count">How many, one or more.</param>
/// <param name="Thread">The receive thread's name; empty for the default thread.</param>
/// <param name="UserVector">The user vector of the first, the others having the next lower ones; <see cref="Assigned"/> where none is declared.</param>
public sealed record VectorRangeModel(int First, int Count, string Thread, int UserVector = VectorRangeModel.Assigned)
{
    /// <summary>No user vector is declared: the runtime assigns one of those that are free.</summary>
    public const int Assigned = -1;

    /// <summary>The number of the last vector. A long, since the parser asks before it has checked the numbers.</summary>
    public long Last => (long)First + Count - 1;

    /// <summary>Whether a vector is in both.</summary>
    public bool Overlaps(VectorRangeModel other) => First <= other.Last && other.First <= Last;
}
