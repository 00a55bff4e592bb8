using Microsoft.CodeAnalysis;

namespace TopHalf.Declarations;

/// <summary>Compares symbols with names. A namespace is written with dots and without any <c>@</c>.</summary>
internal static class TypeNames
{
    extension(INamespaceSymbol? space)
    {
        /// <summary>The namespace's full name; empty for the global one.</summary>
        public string FullName
        {
            get
            {
                if (space is null || space.IsGlobalNamespace)
                {
                    return "";
                }

                string outer = space.ContainingNamespace.FullName;
                return outer.Length == 0 ? space.Name : outer + "." + space.Name;
            }
        }
    }

    extension(ITypeSymbol type)
    {
        /// <summary>A type directly in a namespace.</summary>
        public bool IsIn(string space) => type.ContainingType is null && type.ContainingNamespace.FullName == space;

        /// <summary>The type with this full name, not nested and not generic.</summary>
        public bool IsNamed(string fullName)
            => type is INamedTypeSymbol { Arity: 0, ContainingType: null }
                && fullName.EndsWith(type.Name, StringComparison.Ordinal)
                && fullName == type.ContainingNamespace.FullName + "." + type.Name;
    }
}
