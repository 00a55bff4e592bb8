namespace TopHalf;

/// <summary>
/// The method handles the card's level-triggered line (INTx), which may be shared with other cards. The kernel masks the line at
/// every interrupt; it is unmasked when the handlers are done, and also when the status register says that the card did not
/// interrupt. Several handlers share the line by <see cref="StatusBitsAttribute"/>. A driver has the line or MSI vectors, not both.
/// </summary>
/// <remarks>In counts and in <see cref="Interrupt.Vector"/> the line is vector 0.</remarks>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class IntxLineAttribute : Attribute
{
    /// <summary>
    /// The name of the receive thread that runs the handler; null for the default thread.
    /// <see cref="InterruptOptions.Threads"/> configures it.
    /// </summary>
    public string? Thread { get; set; }
}
