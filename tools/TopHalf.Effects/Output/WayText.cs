using Mono.Cecil;

namespace TopHalf.Effects;

/// <summary>A way as it is read behind the name of the member that it begins at: <c>AddWithResize → Grow → new T[]</c>.</summary>
internal static class WayText
{
    private const int MaximalHops = 4;

    public static string Of(MethodDefinition method, IReadOnlyList<Hop> way)
    {
        var hops = new List<string>();
        string before = TypeNames.Of(method);
        string type = TypeNames.OfDeclaring(method);
        foreach (Hop hop in way)
        {
            string name = hop.Method is { } called ? TypeNames.Of(called) : hop.Text;
            string last = before;
            before = name;

            // From one overload to the next there is nothing to read.
            if (name == last)
            {
                continue;
            }

            string prefix = type + ".";
            hops.Add(hop.Method is not null && name.StartsWith(prefix, StringComparison.Ordinal) ? name[prefix.Length..] : name);
            type = hop.Method is { } next ? TypeNames.OfDeclaring(next) : type;
        }

        // The hops between are of use to nobody: where it begins, and what is done in the end.
        return string.Join(" → ", hops.Count <= MaximalHops ? hops : [.. hops[..2], "…", hops[^1]]);
    }
}
