namespace TopHalf;

/// <summary>Why a step is there: the role of the descriptor that it was made from.</summary>
public enum StepRole : byte
{
    /// <summary>From <see cref="IrqPendingAttribute"/>, <see cref="StatusBitsAttribute"/> and <see cref="StatusBankAttribute"/>.</summary>
    Pending,

    /// <summary>From <see cref="IrqDisableAttribute"/>.</summary>
    Disable,

    /// <summary>From <see cref="IrqAckAttribute"/>, or the clear of a <see cref="StatusBankAttribute"/>.</summary>
    Acknowledge,

    /// <summary>The handler itself.</summary>
    Handle,

    /// <summary>From <see cref="IrqEnableAttribute"/>.</summary>
    Enable,

    /// <summary>From <see cref="IrqReleaseAttribute"/>.</summary>
    Release,

    /// <summary>From <see cref="IrqUnclaimedAttribute"/>.</summary>
    Unclaimed,

    /// <summary>From <see cref="IntxLineAttribute"/>.</summary>
    Line,
}
