namespace TopHalf;

/// <summary>Consecutive vectors of one handler.</summary>
/// <param name="First">The number of the first vector.</param>
/// <param name="Count">How many.</param>
/// <param name="Thread">The receive thread's name; empty for the default thread.</param>
public readonly record struct VectorRange(int First, int Count = 1, string Thread = "")
{
    /// <summary>The number after the last vector.</summary>
    public int End => First + Count;
}
