using Mono.Cecil;
using Mono.Cecil.Rocks;

namespace TopHalf.Effects;

/// <summary>Documentation-comment ids, as the compiler writes them.</summary>
internal static class DocumentationIds
{
    public static string Of(TypeDefinition type) => DocCommentId.GetDocCommentId(type);

    /// <summary>The ids under which a table may speak of a method, the most specific first.</summary>
    public static IEnumerable<string> Of(MethodDefinition method)
    {
        string id = OfMethod(method);
        yield return id;
        yield return WithoutParameters(id);
        if (method.IsSpecialName && method.SemanticsAttributes != MethodSemanticsAttributes.None && Owner(method) is { } owner)
        {
            id = DocCommentId.GetDocCommentId(owner);
            yield return id;
            yield return WithoutParameters(id);
        }
    }

    /// <summary>The id of the method itself.</summary>
    public static string OfMethod(MethodDefinition method)
    {
        string id = DocCommentId.GetDocCommentId(method);
        if (!method.HasOverrides || !id.Contains('<', StringComparison.Ordinal))
        {
            return id;
        }

        // The name of an explicit implementation has the interface in it, with its type arguments.
        int end = id.IndexOf('(', StringComparison.Ordinal);
        string path = end < 0 ? id : id[..end];
        return string.Concat(path.Replace('<', '{').Replace('>', '}').Replace(',', '@'), id.AsSpan(path.Length));
    }

    public static string WithoutParameters(string id)
    {
        int end = id.IndexOf('(', StringComparison.Ordinal);
        string path = end < 0 ? id : id[..end];
        int arity = path.LastIndexOf("``", StringComparison.Ordinal);
        return arity > 0 ? path[..arity] : path;
    }

    private static IMemberDefinition? Owner(MethodDefinition method)
        => (IMemberDefinition?)method.DeclaringType.Properties.FirstOrDefault(p => p.GetMethod == method || p.SetMethod == method)
            ?? method.DeclaringType.Events.FirstOrDefault(e => e.AddMethod == method || e.RemoveMethod == method);
}
