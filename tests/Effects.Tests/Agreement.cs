using System.Globalization;
using Mono.Cecil;

namespace TopHalf.Effects.Tests;

/// <summary>How many of the public members that have a reviewed line would be told to allocate, and to block, without it too.</summary>
/// <param name="Members">That have a line of their own.</param>
/// <param name="Same">In both.</param>
/// <param name="Fewer">That the instructions do not show what the line says: native code does it, or an argument decides.</param>
/// <param name="More">That the line leaves out: it is not done with usual arguments.</param>
/// <param name="Differences">The members that are told otherwise.</param>
internal sealed record Agreement(int Members, int Same, int Fewer, int More, IReadOnlyList<string> Differences)
{
    private static readonly HashSet<string> Allocation = [.. EffectWords.Allocation, EffectWords.Growth];
    private static readonly HashSet<string> Blocking = [.. EffectWords.Blocking];

    public static Agreement Of(AssemblySet assemblies, EffectMap map, Corrections corrections)
    {
        int members = 0, same = 0, fewer = 0, more = 0;
        var differences = new List<string>();
        foreach (MethodDefinition method in assemblies.Types.Where(LibraryTable.IsTold).SelectMany(static t => t.Methods))
        {
            if (!method.IsPublic || method.IsAbstract || corrections.OfMember(method) is not { } lines || lines[0].IsInternal)
            {
                continue;
            }

            members++;
            string[] reviewed = [.. lines.Where(static l => l.Condition != "first").Select(static l => l.Effect)];
            string[] computed = [.. map.Unreviewed(method).Where(static k => !k.IsFirst).Select(static k => k.Effect)];
            bool isFewer = Has(reviewed, Allocation) && !Has(computed, Allocation) || Has(reviewed, Blocking) && !Has(computed, Blocking);
            bool isMore = !Has(reviewed, Allocation) && Has(computed, Allocation) || !Has(reviewed, Blocking) && Has(computed, Blocking);
            same += isFewer || isMore ? 0 : 1;
            fewer += isFewer ? 1 : 0;
            more += isMore ? 1 : 0;
            if (isFewer || isMore)
            {
                differences.Add($"{DocumentationIds.OfMethod(method)}: reviewed {string.Join(", ", lines.Select(static l => $"{l.Effect} {l.Condition}".Trim()))}; computed {string.Join(", ", computed.Order(StringComparer.Ordinal))}");
            }
        }

        return new Agreement(members, same, fewer, more, differences);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"Of {Members} members with a reviewed line {Same} are told alike by their instructions, {Fewer} lack something there, {More} have more there.");

    /// <summary>The sum, and all differences.</summary>
    public string Report() => string.Join('\n', [ToString(), .. Differences.Order(StringComparer.Ordinal)]) + "\n";

    private static bool Has(string[] effects, HashSet<string> kind) => effects.Any(kind.Contains);
}
