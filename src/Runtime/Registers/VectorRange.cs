namespace TopHalf;

/// <summary>Consecutive vectors of one handler.</summary>
/// <param name="First">The number of the first vector.</param>
/// <param name="Count">How many.</param>
/// <param name="Thread">The receive thread's name; empty for the default thread.</param>
/// <param name="UserVector">The user vector of the first, the others having the next lower ones; -1: assigned.</param>
public readonly record struct VectorRange(int First, int Count = 1, string Thread = "", int UserVector = -1)
{
    /// <summary>The number after the last vector.</summary>
    public int End => First + Count;
}
