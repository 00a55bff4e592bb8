namespace TopHalf;

/// <summary>A vector that arrives as a bit in memory. Its receiver owns the memory.</summary>
/// <param name="state">What the receiver waits for.</param>
/// <param name="userVector">The bit.</param>
internal sealed unsafe class PostedLine(UserInterruptState* state, int userVector) : VectorLine
{
    public override void Signal() => Signal(1);

    /// <summary>Signals it several times.</summary>
    public void Signal(long signals)
    {
        Count(signals);
        PostedWait.Post(state, userVector);
    }

    /// <summary>The first half of a signal, where an interrupt is the second.</summary>
    public void Count(long signals) => Interlocked.Add(ref state->Signals[userVector], signals);

    public override void Dispose()
    {
    }
}
