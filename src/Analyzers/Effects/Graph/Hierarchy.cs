using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TopHalf.Analyzers.Effects;

/// <summary>The classes and structs of the compilation below each class and interface.</summary>
internal sealed class Hierarchy
{
    private readonly EffectModel _model;
    private readonly Lazy<ILookup<string, TypeDeclarationSyntax>> _named;
    private readonly Lazy<ILookup<string, string>> _aliases;
    private readonly Lazy<INamedTypeSymbol[]> _derived;
    private readonly ConcurrentDictionary<ISymbol, IReadOnlyList<INamedTypeSymbol>> _below = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, bool> _closed = new(SymbolEqualityComparer.Default);

    public Hierarchy(EffectModel model)
    {
        _model = model;
        _named = new(() => Heads().SelectMany(static h => h.Bases).ToLookup(static b => b.Base, static b => b.Type, StringComparer.Ordinal));
        _aliases = new(() => Heads().SelectMany(static h => h.Aliases).Distinct().ToLookup(static a => a.Target, static a => a.Alias, StringComparer.Ordinal));
        _derived = new(() => [.. _named.Value.SelectMany(static n => n).Distinct().Select(Symbol).OfType<INamedTypeSymbol>().Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default)]);

        IEnumerable<TypeHeads> Heads() => model.Compilation.SyntaxTrees.Select(TypeHeads.Of);
    }

    /// <summary>The types that derive from a class or implement an interface, by its definition.</summary>
    public IReadOnlyList<INamedTypeSymbol> Below(INamedTypeSymbol type)
        => _below.GetOrAdd(type.OriginalDefinition, t => _model.IsSource(t) ? OfSource((INamedTypeSymbol)t) : OfLibrary((INamedTypeSymbol)t));

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
            || (SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, _model.Compilation.Assembly)
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

    // Whoever derives from a class of this compilation names it, or one that does.
    private List<INamedTypeSymbol> OfSource(INamedTypeSymbol root)
    {
        var seen = new HashSet<ISymbol>(SymbolEqualityComparer.Default) { root };
        var types = new List<INamedTypeSymbol> { root };
        for (int i = 0; i < types.Count; i++)
        {
            INamedTypeSymbol above = types[i];
            foreach (INamedTypeSymbol type in Naming(above.Name).Select(Symbol).OfType<INamedTypeSymbol>())
            {
                if (IsDirectlyBelow(type, above) && seen.Add(type))
                {
                    types.Add(type);
                }
            }
        }

        types.RemoveAt(0);
        types.RemoveAll(static t => t.TypeKind is not (TypeKind.Class or TypeKind.Struct));
        return types;
    }

    // Between a type and one of a library there may be others of the library.
    private List<INamedTypeSymbol> OfLibrary(INamedTypeSymbol above)
        => [.. _derived.Value.Where(t => t.TypeKind is TypeKind.Class or TypeKind.Struct && (t.AllInterfaces.Any(i => IsSame(i, above)) || Above(t).Any(b => IsSame(b, above))))];

    private static IEnumerable<INamedTypeSymbol> Above(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? up = type.BaseType; up is not null && up.SpecialType == SpecialType.None; up = up.BaseType)
        {
            yield return up;
        }
    }

    private static bool IsDirectlyBelow(INamedTypeSymbol type, INamedTypeSymbol above)
        => (type.BaseType is { } @base && IsSame(@base, above)) || type.Interfaces.Any(i => IsSame(i, above));

    private static bool IsSame(INamedTypeSymbol type, ISymbol definition) => SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, definition);

    // By its name, or by another that it goes by.
    private IEnumerable<TypeDeclarationSyntax> Naming(string name) => _aliases.Value[name].Append(name).SelectMany(n => _named.Value[n]);

    private INamedTypeSymbol? Symbol(TypeDeclarationSyntax declaration) => _model.GetModel(declaration.SyntaxTree).GetDeclaredSymbol(declaration);
}
