namespace TopHalf;

/// <summary>
/// The method handles an MSI or MSI-X vector, or a range of them. Several on one method add up; a vector belongs to one
/// handler. The method is <c>void M(in Interrupt irq)</c>, instance or static, of any accessibility.
/// </summary>
/// <param name="vector">The number of the first vector, as the device counts them: 0 to 2047.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class MsiVectorAttribute(int vector) : Attribute
{
    /// <summary>The number of the first vector, as the device counts them: 0 to 2047.</summary>
    public int Vector { get; } = vector;

    /// <summary>How many consecutive vectors, one or more. <see cref="Interrupt.Index"/> tells them apart.</summary>
    public int Count { get; set; } = 1;

    /// <summary>
    /// The name of the receive thread that runs the handler; null for the default thread.
    /// <see cref="InterruptOptions.Threads"/> configures it.
    /// </summary>
    public string? Thread { get; set; }

    /// <summary>
    /// The user vector of the first vector, 0 to 63, the others having the next lower ones; -1, the default: assigned. It counts only where the
    /// thread's interrupts arrive by user interrupts or by software, and then it is a priority: of those that wait, the highest is handled first.
    /// A thread has each user vector once. Those of its vectors that declare none get what is free from 63 down, the lowest vector the highest.
    /// </summary>
    public int UserVector { get; set; } = -1;
}
