namespace TopHalf;

/// <summary>Addresses that a device may be given, from the first to the last.</summary>
internal readonly record struct IovaRange(ulong First, ulong Last);
