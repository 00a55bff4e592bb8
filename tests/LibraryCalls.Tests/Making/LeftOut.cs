using TopHalf.CompilerTesting;

namespace TopHalf.LibraryCalls.Tests;

/// <summary>
/// What is not run, and why: <c>id; reason</c>, with the id of a member, of all its overloads, of a type or of a namespace, as in
/// InterruptEffects.txt.
/// </summary>
internal sealed class LeftOut
{
    private readonly Dictionary<string, string> _reasons;
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    public LeftOut(string path) => _reasons = Repository.Read(path).Split('\n')
        .Where(static l => l.Length > 0 && l[0] != '#')
        .Select(static l => l.Split("; ", 2))
        .ToDictionary(static p => p[0], static p => p[1], StringComparer.Ordinal);

    /// <summary>Lines that left nothing out.</summary>
    public IEnumerable<string> Unused => _reasons.Keys.Except(_used);

    /// <summary>The reason for a member; none, if it is run.</summary>
    public string? Reason(Microsoft.CodeAnalysis.IMethodSymbol method)
    {
        foreach (string id in Ids(method))
        {
            if (_reasons.TryGetValue(id, out string? reason))
            {
                _used.Add(id);
                return reason;
            }
        }

        return null;
    }

    private static IEnumerable<string> Ids(Microsoft.CodeAnalysis.IMethodSymbol method)
    {
        string id = method.GetDocumentationCommentId() ?? "";
        yield return id;
        yield return id.Split('(')[0].Split("``")[0];
        if (method.AssociatedSymbol?.GetDocumentationCommentId() is { } property)
        {
            yield return property.Split('(')[0];
        }

        yield return method.ContainingType.GetDocumentationCommentId() ?? "";
        yield return "N:" + method.ContainingNamespace.ToDisplayString();
    }
}
