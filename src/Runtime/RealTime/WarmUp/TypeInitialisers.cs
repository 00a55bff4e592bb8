using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace TopHalf;

/// <summary>Runs the type initialisers that reached code would run at its first use of a type.</summary>
/// <param name="ran">Gets each type that is initialised.</param>
[RequiresUnreferencedCode("Runs type initialisers.")]
internal sealed class TypeInitialisers(Action<Type> ran)
{
    private readonly HashSet<Type> _done = [];

    /// <summary>What a call of the method runs: of a type with a static constructor, its own (ECMA-335, II.10.5.3.3).</summary>
    public void RunFor(MethodBase method)
    {
        if ((method.IsStatic || method.IsConstructor) && method.DeclaringType is { } type
            && !type.Attributes.HasFlag(TypeAttributes.BeforeFieldInit))
        {
            Run(type);
        }
    }

    /// <summary>Runs that of a type, which is at once where it has none or has run.</summary>
    public void Run(Type? type)
    {
        if (type is null || type.ContainsGenericParameters || !_done.Add(type))
        {
            return;
        }

        try
        {
            RuntimeHelpers.RunClassConstructor(type.TypeHandle);
            ran(type);
        }
        catch (TypeInitializationException)
        {
            // The runtime keeps it, and throws it at whoever uses the type.
        }
    }
}
