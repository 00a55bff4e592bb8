using Mono.Cecil;

namespace TopHalf.Effects.Tests;

/// <summary>Which ids are about members that are computed, and which about members that are not.</summary>
internal sealed class LinePlaces
{
    private readonly HashSet<string> _computed = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unread = new(StringComparer.Ordinal);

    public LinePlaces(AssemblySet assemblies, EffectMap map)
    {
        foreach (TypeDefinition type in assemblies.Types.Where(Hierarchy.IsVisible))
        {
            foreach (MethodDefinition method in type.Methods.Where(static m => Hierarchy.IsVisible(m) || m.HasOverrides))
            {
                HashSet<string> place = LibraryTable.IsTold(type) && map.IsRead(method) ? _computed : _unread;
                place.UnionWith(DocumentationIds.Of(method));
                place.Add(DocumentationIds.Of(type));
                place.Add("N:" + NamespaceOf(type));
            }
        }
    }

    /// <summary>Whether some member that a line is about is computed, so that the line corrects something.</summary>
    public bool IsCorrection(string id) => _computed.Contains(id);

    /// <summary>Whether some member that a line is about is not computed; packages are in no assembly that is read.</summary>
    public bool IsUnread(string id) => _unread.Contains(id) || !_computed.Contains(id);

    private static string NamespaceOf(TypeDefinition type) => type.IsNested ? NamespaceOf(type.DeclaringType) : type.Namespace;
}
