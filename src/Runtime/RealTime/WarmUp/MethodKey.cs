using System.Reflection;

namespace TopHalf;

/// <summary>
/// A method as one that can be compiled: what runs for two type arguments may be the same code, and yet call different methods. Two
/// reflections of it through different classes are one.
/// </summary>
internal readonly record struct MethodKey(nint Handle, Type? Declared)
{
    public static MethodKey Of(MethodBase method) => new(method.MethodHandle.Value, method.DeclaringType);
}
