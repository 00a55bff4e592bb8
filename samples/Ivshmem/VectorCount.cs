namespace TopHalf.Samples.Ivshmem;

/// <summary>What an exchange has brought on a vector.</summary>
/// <param name="Seen">How many numbers the peer's last one is behind: all rings, those that came together included.</param>
/// <param name="Interrupts">Interrupts with a new number.</param>
/// <param name="Late">Interrupts whose number an earlier one had found already.</param>
/// <param name="RungBack">How often the peer's doorbell was rung: once for each interrupt with a new number.</param>
/// <param name="Backwards">Numbers that were lower than one before; there must be none.</param>
public readonly record struct VectorCount(uint Seen, long Interrupts, long Late, long RungBack, long Backwards);
