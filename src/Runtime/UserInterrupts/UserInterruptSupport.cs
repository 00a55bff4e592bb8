namespace TopHalf;

/// <summary>Whether a machine has user interrupts.</summary>
/// <param name="IsSupported">They can be received and sent.</param>
/// <param name="HasWaitPackage">A wait can sleep outside the kernel (UMWAIT); else it spins with PAUSE.</param>
/// <param name="Reason">One sentence: what is missing, or what there is.</param>
public readonly record struct UserInterruptSupport(bool IsSupported, bool HasWaitPackage, string Reason);
