namespace TopHalf;

/// <summary>
/// The method, <c>void M()</c>, is called when the kernel asks for the device: an administrator unbinds it, and waits. Afterwards the
/// binding ends as a disposal ends it, and the device is closed, so that the unbinding goes on; that is also what happens without
/// such a method.
/// </summary>
/// <remarks>Called once, on a thread of the binding's own, beside the handlers. It may block, but not for the end of the binding.</remarks>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class DeviceRequestAttribute : Attribute
{
}
