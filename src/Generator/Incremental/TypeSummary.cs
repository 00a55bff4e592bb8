namespace TopHalf.Generator;

/// <summary>
/// A declaration of a type, or a namespace, in one file, as far as it can matter to a driver somewhere else in the project.
/// </summary>
/// <param name="name">The simple name, without any <c>@</c>.</param>
/// <param name="hash">Of all but bodies and the initial values of what is no constant.</param>
/// <param name="mentions">The names by which the meaning of the declaration depends on others.</param>
internal sealed class TypeSummary(string name, ulong hash, HashSet<string> mentions)
{
    public string Name { get; } = name;

    public ulong Hash { get; } = hash;

    public HashSet<string> Mentions { get; } = mentions;

    /// <summary>Whether somebody who refers to it sees no difference.</summary>
    public bool IsSame(TypeSummary other) => Hash == other.Hash && Name == other.Name;
}
