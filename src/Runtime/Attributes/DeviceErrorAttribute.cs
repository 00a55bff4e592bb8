namespace TopHalf;

/// <summary>
/// The method, <c>void M()</c>, is called when the kernel reports an error of the device that it cannot mend (PCI Express advanced
/// error reporting). Afterwards the binding ends and faults with <see cref="DeviceErrorException"/>; that is also what happens
/// without such a method.
/// </summary>
/// <remarks>Called once, on a thread of the binding's own, beside the handlers. It may block, but not for the end of the binding.</remarks>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class DeviceErrorAttribute : Attribute
{
}
