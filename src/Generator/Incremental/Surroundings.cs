namespace TopHalf.Generator;

/// <summary>What is around a declaration: usings, namespaces, types.</summary>
/// <param name="Hash">Of their texts.</param>
/// <param name="Mentions">The names in them.</param>
/// <param name="IsReserved">They are our namespace, or <c>System</c>, whose types are meant without being named.</param>
/// <param name="IsGlobal">There is no namespace around.</param>
internal sealed record Surroundings(ulong Hash, HashSet<string> Mentions, bool IsReserved, bool IsGlobal)
{
    public static readonly Surroundings None = new(0, [], IsReserved: false, IsGlobal: true);
}
