using TopHalf.Declarations;

namespace TopHalf.Analyzers;

/// <summary>A read or a write of a register at a constant offset.</summary>
internal sealed class RegisterAccess(RegisterPlace place, bool isRead, Anchor offset)
{
    public RegisterPlace Place { get; } = place;

    /// <summary>A read; else a write.</summary>
    public bool IsRead { get; } = isRead;

    /// <summary>The offset in the code.</summary>
    public Anchor Offset { get; } = offset;
}
