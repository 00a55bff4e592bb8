using TopHalf.CompilerTesting;

namespace TopHalf.LibraryCalls.Tests;

/// <summary>Members that run otherwise than the analyzer says, and stay so: <c>id; reason</c>, of one method or of all its overloads.</summary>
internal sealed class KnownDisagreements(string path)
{
    private readonly string[] _ids = [.. Repository.Read(path).Split('\n').Where(static l => l.Length > 0 && l[0] != '#').Select(static l => l.Split("; ", 2)[0])];
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    /// <summary>Lines that nothing needs.</summary>
    public IEnumerable<string> Unused => _ids.Except(_used);

    /// <summary>Whether a member is one of them.</summary>
    public bool Has(string member)
    {
        string? id = _ids.FirstOrDefault(i => i == member || i == member.Split('(')[0].Split("``")[0]);
        return id is not null && (_used.Add(id) || true);
    }
}
