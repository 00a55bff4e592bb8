namespace TopHalf;

/// <summary>What is done where a device, or the system, has fewer vectors than a driver declares.</summary>
public enum VectorShortage : byte
{
    /// <summary>The driver is not bound: an exception says how many there are.</summary>
    Fail,

    /// <summary>
    /// Vectors share: of n that there are, the declared vector v arrives with v modulo n. Every handler of one that arrives looks at its
    /// pending register, and an interrupt that was another's is counted as spurious.
    /// </summary>
    Share,

    /// <summary>
    /// As <see cref="Share"/>, for cards that have no pending register for each source: a handler without one is called for every message
    /// of its vector, and looks itself whether there is something for it, as a completion queue's phase tells.
    /// </summary>
    CallAll,
}
