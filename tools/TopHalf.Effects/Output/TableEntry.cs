namespace TopHalf.Effects;

/// <summary>A member's effect in a table; of one that has none, null.</summary>
/// <param name="Type">The id of its type.</param>
/// <param name="Member">The rest of its id, or the name of all its overloads.</param>
/// <param name="Effect">What is told of it.</param>
internal sealed record TableEntry(string Type, string Member, ToldEffect? Effect)
{
    /// <summary>The type and the member.</summary>
    public string Id => $"{Type}.{Member}";
}
