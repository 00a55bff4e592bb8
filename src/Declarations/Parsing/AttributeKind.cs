namespace TopHalf.Declarations;

/// <summary>What an attribute means to us.</summary>
internal enum AttributeKind
{
    /// <summary>Not one of ours.</summary>
    None,
    Driver,
    Bar,
    Vector,
    Line,
    Request,
    Error,
    Granted,
    Bits,
    Bank,
    Pending,
    Acknowledge,
    Disable,
    Enable,
    Release,
    Unclaimed,
}
