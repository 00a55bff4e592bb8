using Microsoft.CodeAnalysis;

namespace TopHalf.LibraryCalls.Tests;

/// <summary>The public members of the platform that a handler may plausibly use: of these namespaces, in a fixed order.</summary>
internal static class PlatformMembers
{
    private static readonly HashSet<string> Namespaces = new(StringComparer.Ordinal)
    {
        "System", "System.Buffers", "System.Buffers.Binary", "System.Buffers.Text", "System.Collections", "System.Collections.Concurrent",
        "System.Collections.Frozen", "System.Collections.Generic", "System.Collections.Immutable", "System.Collections.ObjectModel",
        "System.Collections.Specialized", "System.Diagnostics", "System.Globalization", "System.IO", "System.IO.Pipelines", "System.Linq", "System.Net",
        "System.Numerics", "System.Runtime", "System.Runtime.CompilerServices", "System.Runtime.InteropServices", "System.Runtime.Intrinsics",
        "System.Text", "System.Text.Json", "System.Text.RegularExpressions", "System.Text.Unicode",
        "System.Threading", "System.Threading.Channels", "System.Threading.Tasks", "System.Threading.Tasks.Sources",
    };

    /// <summary>All of them: methods, accessors, operators, and constructors of structs (that of a class allocates, as C# itself says).</summary>
    public static IEnumerable<IMethodSymbol> In(Compilation compilation)
        => AllTypes(compilation.GlobalNamespace)
            .OrderBy(static t => t.ToDisplayString(), StringComparer.Ordinal)
            .SelectMany(static t => t.GetMembers())
            .OfType<IMethodSymbol>()
            .Where(static m => m.DeclaredAccessibility == Accessibility.Public
                && !(m.IsStatic && m.ContainingType.TypeKind == TypeKind.Interface)
                && (m.MethodKind is MethodKind.Ordinary or MethodKind.PropertyGet or MethodKind.PropertySet or MethodKind.UserDefinedOperator or MethodKind.Conversion
                    || (m is { MethodKind: MethodKind.Constructor, IsImplicitlyDeclared: false, ContainingType.IsValueType: true })));

    private static IEnumerable<INamedTypeSymbol> AllTypes(INamespaceSymbol space)
    {
        foreach (INamespaceOrTypeSymbol member in space.GetMembers())
        {
            IEnumerable<INamedTypeSymbol> types = member switch
            {
                INamespaceSymbol inner => AllTypes(inner),
                INamedTypeSymbol type when Namespaces.Contains(space.ToDisplayString()) => WithNested(type),
                _ => [],
            };
            foreach (INamedTypeSymbol type in types)
            {
                yield return type;
            }
        }
    }

    private static IEnumerable<INamedTypeSymbol> WithNested(INamedTypeSymbol type)
        => type.DeclaredAccessibility == Accessibility.Public && type.TypeKind is TypeKind.Class or TypeKind.Struct or TypeKind.Interface
            ? [type, .. type.GetTypeMembers().SelectMany(WithNested)]
            : [];
}
