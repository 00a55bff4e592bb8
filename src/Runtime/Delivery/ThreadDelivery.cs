namespace TopHalf;

/// <summary>How the interrupts of one receive thread arrive.</summary>
/// <param name="Thread">The thread's name in <see cref="MsiVectorAttribute.Thread"/>; empty for the default thread.</param>
/// <param name="Delivery">The way that is used; never <see cref="InterruptDelivery.Auto"/>.</param>
/// <param name="Reason">One sentence: why it is not user interrupts, or what carries them here.</param>
public readonly record struct ThreadDelivery(string Thread, InterruptDelivery Delivery, string Reason)
{
    /// <summary>All of it in one line, for a log.</summary>
    public override string ToString() => $"{(string.IsNullOrEmpty(Thread) ? "interrupts" : $"interrupts of thread '{Thread}'")} arrive by {Name}: {Reason}";

    private string Name => Delivery switch
    {
        InterruptDelivery.Software => "a bit in memory",
        InterruptDelivery.UserInterrupt => "user interrupts",
        _ => "eventfd",
    };
}
