namespace TopHalf;

/// <summary>
/// The method, <c>void M(InterruptBinding binding)</c>, is called when the kernel has granted the vectors and no source is unmasked yet: here
/// the driver tells its card which message each source sends (<see cref="InterruptBinding.VectorOf"/>).
/// </summary>
/// <remarks>
/// Called once, on the thread that enables interrupts, after the vectors are enabled and before every <see cref="IrqEnableAttribute"/>; it may
/// block and allocate. An exception ends the binding and arrives where interrupts were to be enabled. The binding, and its device, cannot be
/// disposed from here.
/// </remarks>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class VectorsGrantedAttribute : Attribute
{
}
