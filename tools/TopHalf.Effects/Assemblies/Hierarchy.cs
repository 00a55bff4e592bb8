using Mono.Cecil;

namespace TopHalf.Effects;

/// <summary>Who overrides and implements what, in all assemblies together.</summary>
internal sealed class Hierarchy
{
    private readonly AssemblySet _assemblies;
    private readonly Dictionary<MethodDefinition, List<MethodDefinition>> _overrides = [];

    public Hierarchy(AssemblySet assemblies)
    {
        _assemblies = assemblies;
        foreach (TypeDefinition type in assemblies.Types)
        {
            foreach (MethodDefinition method in type.Methods)
            {
                foreach (MethodReference overridden in method.Overrides)
                {
                    Add(overridden, method);
                }

                if (method is { IsVirtual: true, IsNewSlot: false })
                {
                    AddInherited(type, method);
                }
            }

            if (!type.IsInterface && type.HasInterfaces)
            {
                foreach (InterfaceImplementation implementation in type.Interfaces)
                {
                    AddImplementations(type, implementation.InterfaceType);
                }
            }
        }
    }

    /// <summary>Those that override or implement a method, at any depth, without itself.</summary>
    public IReadOnlyList<MethodDefinition> OverridesOf(MethodDefinition method) => _overrides.TryGetValue(method, out List<MethodDefinition>? found) ? found : [];

    /// <summary>Whether nobody outside of these assemblies can add an override.</summary>
    public static bool IsClosed(MethodDefinition method)
    {
        TypeDefinition type = method.DeclaringType;
        return method.IsFinal || method.IsAssembly || method.IsFamilyAndAssembly || method.IsPrivate || type.IsSealed || !IsVisible(type)
            || (!type.IsInterface && type.Methods.Where(static m => m.IsConstructor && !m.IsStatic).All(static m => m.IsPrivate || m.IsAssembly || m.IsFamilyAndAssembly));
    }

    /// <summary>Whether a type can be named by other assemblies.</summary>
    public static bool IsVisible(TypeDefinition type)
        => type.IsNested ? (type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamilyOrAssembly) && IsVisible(type.DeclaringType) : type.IsPublic;

    /// <summary>Whether a member can be named by other assemblies, if its type can: by all, or by who derives from it.</summary>
    public static bool IsVisible(MethodDefinition method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    /// <summary>Whether a class derives from another one, at any depth.</summary>
    public static bool IsBelow(TypeDefinition type, TypeDefinition other)
    {
        TypeDefinition? current = AssemblySet.Resolve(type.BaseType);
        while (current is not null && current != other)
        {
            current = AssemblySet.Resolve(current.BaseType);
        }

        return current is not null;
    }

    /// <summary>The method of a struct or class that answers to a virtual or interface method; null where it inherits one that is not found.</summary>
    public MethodDefinition? ImplementationIn(TypeDefinition type, MethodDefinition method)
    {
        for (TypeDefinition? current = type; current is not null; current = AssemblySet.Resolve(current.BaseType))
        {
            if (current == method.DeclaringType)
            {
                return method;
            }

            if (OverridesOf(method).FirstOrDefault(m => m.DeclaringType == current) is { } found)
            {
                return found;
            }
        }

        return method is { IsAbstract: false } ? method : null;
    }

    private void AddInherited(TypeDefinition type, MethodDefinition method)
    {
        for (TypeDefinition? current = AssemblySet.Resolve(type.BaseType); current is not null; current = AssemblySet.Resolve(current.BaseType))
        {
            foreach (MethodDefinition candidate in current.Methods)
            {
                if (candidate.IsVirtual && IsSame(candidate, method))
                {
                    Add(candidate, method);
                }
            }
        }
    }

    private void AddImplementations(TypeDefinition type, TypeReference reference)
    {
        if (AssemblySet.Resolve(reference) is not { } contract)
        {
            return;
        }

        foreach (MethodDefinition member in contract.Methods.Where(static m => m.IsVirtual))
        {
            // An inherited method may be the implementation; an explicit one has been added already.
            for (TypeDefinition? current = type; current is not null; current = AssemblySet.Resolve(current.BaseType))
            {
                if (current.Methods.FirstOrDefault(m => m is { IsPublic: true } && IsSame(m, member)) is { } found)
                {
                    Add(member, found);
                    break;
                }
            }
        }
    }

    private void Add(MethodReference overridden, MethodDefinition method)
    {
        if (_assemblies.Resolve(overridden) is { } definition && definition != method)
        {
            if (!_overrides.TryGetValue(definition, out List<MethodDefinition>? list))
            {
                _overrides.Add(definition, list = []);
            }

            if (!list.Contains(method))
            {
                list.Add(method);
            }
        }
    }

    // By name and the number of parameters, and by the names of their types where those do not depend on type arguments.
    private static bool IsSame(MethodDefinition one, MethodDefinition other)
    {
        if (one.Name != other.Name || one.Parameters.Count != other.Parameters.Count || one.GenericParameters.Count != other.GenericParameters.Count)
        {
            return false;
        }

        for (int i = 0; i < one.Parameters.Count; i++)
        {
            TypeReference a = one.Parameters[i].ParameterType;
            TypeReference b = other.Parameters[i].ParameterType;
            if (!a.ContainsGenericParameter && !b.ContainsGenericParameter && a.FullName != b.FullName)
            {
                return false;
            }
        }

        return true;
    }
}
