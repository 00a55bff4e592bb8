namespace TopHalf;

/// <summary>A source that interrupts without a cause that a handler could remove, and was masked for it.</summary>
/// <param name="Device">The device's name.</param>
/// <param name="Handler">The handler of the vector.</param>
/// <param name="Vector">The vector; 0 for the line.</param>
/// <param name="IsMasked">
/// It was masked, by <see cref="IrqDisableAttribute"/> or, for the line, at the kernel. Without either it goes on.
/// </param>
public readonly record struct InterruptStorm(string Device, string Handler, int Vector, bool IsMasked);
