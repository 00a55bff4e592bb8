namespace TopHalf.Samples.Emu10k1;

/// <summary>What a channel plays.</summary>
/// <param name="Channel">0 to 63.</param>
/// <param name="LoopStart">The first sample of the loop, in the card's address space of samples.</param>
/// <param name="LoopLength">Samples.</param>
/// <param name="Pitch">How fast: 0x4000 for one sample a period.</param>
public readonly record struct Voice(int Channel, uint LoopStart, uint LoopLength, uint Pitch);
