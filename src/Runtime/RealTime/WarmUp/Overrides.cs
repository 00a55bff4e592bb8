using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace TopHalf;

/// <summary>Which method of a type a virtual, interface or constrained call runs.</summary>
[RequiresUnreferencedCode("Looks at the methods of types.")]
[RequiresDynamicCode("Makes instances of generic methods.")]
internal sealed class Overrides
{
    private readonly Dictionary<Type, Dictionary<MethodKey, MethodInfo>> _classes = [];
    private readonly Dictionary<(Type, Type), Dictionary<MethodKey, MethodInfo>> _interfaces = [];

    /// <summary>The method that a call of <paramref name="called"/> runs on a <paramref name="type"/>; null where it cannot be told.</summary>
    public MethodInfo? Of(Type type, MethodInfo called)
    {
        MethodInfo slot = called.IsGenericMethod ? called.GetGenericMethodDefinition() : called;
        MethodInfo? found = called.DeclaringType is { IsInterface: true } declared
            ? OfInterface(type, declared, slot)
            : (_classes.TryGetValue(type, out var methods) ? methods : _classes[type] = Methods(type))
                .GetValueOrDefault(MethodKey.Of(slot.GetBaseDefinition()));
        return found is { IsGenericMethodDefinition: true } ? found.MakeGenericMethod(called.GetGenericArguments()) : found;
    }

    private MethodInfo? OfInterface(Type type, Type declared, MethodInfo slot)
    {
        if (!_interfaces.TryGetValue((type, declared), out var map))
        {
            _interfaces[(type, declared)] = map = Map(type, declared);
        }

        return map.GetValueOrDefault(MethodKey.Of(slot));
    }

    private static Dictionary<MethodKey, MethodInfo> Methods(Type type)
    {
        // What is reflected is of each slot the last override, inherited ones included.
        var methods = new Dictionary<MethodKey, MethodInfo>();
        foreach (MethodInfo method in type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
        {
            if (method.IsVirtual)
            {
                methods.TryAdd(MethodKey.Of(method.GetBaseDefinition()), method);
            }
        }

        return methods;
    }

    private static Dictionary<MethodKey, MethodInfo> Map(Type type, Type declared)
    {
        var map = new Dictionary<MethodKey, MethodInfo>();
        foreach (Type implemented in type.GetInterfaces())
        {
            // With variance an IEnumerable<string> is called as one of objects: the same method of another instance of the interface.
            if (implemented == declared || (declared.IsGenericType && implemented.IsGenericType
                && implemented.GetGenericTypeDefinition() == declared.GetGenericTypeDefinition() && declared.IsAssignableFrom(implemented)))
            {
                InterfaceMapping mapping = type.GetInterfaceMap(implemented);
                for (int i = 0; i < mapping.InterfaceMethods.Length; i++)
                {
                    if (mapping.TargetMethods[i] is { } target)
                    {
                        map.TryAdd(KeyIn(declared, implemented, mapping.InterfaceMethods[i]), target);
                    }
                }
            }
        }

        return map;
    }

    private static MethodKey KeyIn(Type declared, Type implemented, MethodInfo slot)
        => MethodKey.Of(implemented == declared ? slot : declared.GetMemberWithSameMetadataDefinitionAs(slot) as MethodInfo ?? slot);
}
