using System.Collections.Immutable;

namespace TopHalf.Analyzers.Effects;

/// <summary>A write of a handler, and what else uses the same storage at the same time.</summary>
/// <param name="Write">What the handler does.</param>
/// <param name="Uses">What others do, at least one.</param>
internal sealed record Race(Access Write, ImmutableArray<RaceUse> Uses);

/// <summary>The other side of a race.</summary>
/// <param name="Who">The member that others call, or the other handler.</param>
/// <param name="Thread">The thread of the other handler; nothing where it is none.</param>
/// <param name="How">What it does.</param>
/// <param name="Place">Where.</param>
internal sealed record RaceUse(string Who, string? Thread, AccessKind How, Place Place);
