using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace TopHalf.Analyzers.Effects;

/// <summary>The classes and structs of the compilation below each class and interface.</summary>
internal sealed class Hierarchy(Compilation compilation)
{
    private readonly Lazy<Dictionary<ISymbol, List<INamedTypeSymbol>>> _below = new(() => Collect(compilation.Assembly.GlobalNamespace));

    private readonly ConcurrentDictionary<ISymbol, bool> _closed = new(SymbolEqualityComparer.Default);

    /// <summary>The types that derive from a class or implement an interface, by its definition.</summary>
    public IReadOnlyList<INamedTypeSymbol> Below(INamedTypeSymbol type)
        => _below.Value.TryGetValue(type.OriginalDefinition, out List<INamedTypeSymbol>? types) ? types : [];

    /// <summary>
    /// Whether all types below it are in this compilation; of an interface all that name it, whose members others may override yet.
    /// </summary>
    public bool IsClosed(INamedTypeSymbol type)
        => type.IsSealed || type.IsValueType || _closed.GetOrAdd(type.OriginalDefinition, t => IsClosedWithAllBelow((INamedTypeSymbol)t));

    /// <summary>Whether an object of this type is of this very class: no other derives from it.</summary>
    public bool IsLeaf(INamedTypeSymbol type) => type.IsSealed || type.IsValueType || (IsClosed(type) && Below(type).Count == 0);

    private bool IsClosedWithAllBelow(INamedTypeSymbol type)
        => IsClosedItself(type) && (type.TypeKind == TypeKind.Interface || Below(type).All(IsClosedItself));

    // Nobody outside can derive from this very type.
    private bool IsClosedItself(INamedTypeSymbol type)
        => type.IsSealed
            || type.IsValueType
            || (SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly)
                && (!IsVisibleOutside(type)
                    || (type.TypeKind == TypeKind.Class && type.InstanceConstructors.All(static c => !IsVisible(c.DeclaredAccessibility)))));

    /// <summary>Whether code outside the assembly can name the type or member.</summary>
    public static bool IsVisibleOutside(ISymbol symbol)
    {
        for (ISymbol? current = symbol; current is not null and not INamespaceSymbol; current = current.ContainingSymbol)
        {
            if (!IsVisible(current.DeclaredAccessibility))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a member is called, set or subscribed to through an interface, too.</summary>
    public bool IsOfInterface(ISymbol member) => member switch
    {
        IMethodSymbol { ExplicitInterfaceImplementations.IsEmpty: false } or IPropertySymbol { ExplicitInterfaceImplementations.IsEmpty: false }
            or IEventSymbol { ExplicitInterfaceImplementations.IsEmpty: false } => true,
        _ => Below(member.ContainingType).Append(member.ContainingType).Any(type => type.AllInterfaces
            .SelectMany(i => i.GetMembers(member.Name))
            .Any(m => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(m)?.OriginalDefinition, member))),
    };

    private static bool IsVisible(Accessibility accessibility)
        => accessibility is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal or Accessibility.NotApplicable;

    private static Dictionary<ISymbol, List<INamedTypeSymbol>> Collect(INamespaceSymbol root)
    {
        var below = new Dictionary<ISymbol, List<INamedTypeSymbol>>(SymbolEqualityComparer.Default);
        var containers = new Stack<INamespaceOrTypeSymbol>();
        containers.Push(root);
        while (containers.Count > 0)
        {
            foreach (INamespaceOrTypeSymbol member in containers.Pop().GetMembers().OfType<INamespaceOrTypeSymbol>())
            {
                containers.Push(member);
                if (member is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } type)
                {
                    for (INamedTypeSymbol? up = type.BaseType; up is not null && up.SpecialType == SpecialType.None; up = up.BaseType)
                    {
                        Add(below, up, type);
                    }

                    foreach (INamedTypeSymbol up in type.AllInterfaces)
                    {
                        Add(below, up, type);
                    }
                }
            }
        }

        return below;
    }

    private static void Add(Dictionary<ISymbol, List<INamedTypeSymbol>> below, INamedTypeSymbol up, INamedTypeSymbol type)
    {
        if (!below.TryGetValue(up.OriginalDefinition, out List<INamedTypeSymbol>? types))
        {
            below.Add(up.OriginalDefinition, types = []);
        }

        if (types.Count == 0 || !SymbolEqualityComparer.Default.Equals(types[types.Count - 1], type))
        {
            types.Add(type);
        }
    }
}
