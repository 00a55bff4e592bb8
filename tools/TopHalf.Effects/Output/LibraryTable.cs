using System.Text;
using Mono.Cecil;

namespace TopHalf.Effects;

/// <summary>
/// The table of the platform's libraries that the analyzers carry. A type's block begins with its id; then come the names of which no overload
/// does anything, and a line for each effect of a name of which all overloads have the same, or else of one overload, with parentheses then
/// also where it has no parameters. What was reviewed by hand is not in it.
/// </summary>
internal static class LibraryTable
{
    /// <summary>The assemblies that handlers may call, by the beginnings of their names.</summary>
    private static readonly string[] Assemblies =
    [
        "System.Private.CoreLib", "System.Private.Uri", "System.Collections", "System.Console", "System.Diagnostics.", "System.Drawing.Primitives", "System.IO", "System.Linq",
        "System.Memory", "System.Net.Primitives", "System.ObjectModel", "System.Runtime", "System.Text.", "System.Threading",
    ];

    // Nothing in them but instructions of processors.
    private static readonly string[] Omitted = ["System.Runtime.Intrinsics", "System.Runtime.InteropServices.JavaScript"];

    /// <summary>The implementation assemblies of the .NET runtime that runs this.</summary>
    public static IEnumerable<string> Files()
        => Directory.GetFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "*.dll")
            .Where(static f => Path.GetFileName(f) is var name
                && (name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.", StringComparison.Ordinal))
                && !name.Contains(".Native.", StringComparison.Ordinal) && !name.StartsWith("Microsoft.DiaSymReader", StringComparison.Ordinal));

    public static string Write(AssemblySet assemblies, EffectMap map, Corrections corrections)
    {
        var text = new StringBuilder();
        text.Append("# What the members of .NET ").Append(Environment.Version)
            .Append(" do, computed from their instructions; see docs/library-effects.md. Not written by hand.\n");
        foreach (TypeDefinition type in assemblies.Types.Where(IsTold).OrderBy(DocumentationIds.Of, StringComparer.Ordinal))
        {
            WriteType(type, map, corrections, text);
        }

        return text.ToString();
    }

    /// <summary>Whether a type's namespace is there to do something: what was reviewed knows better what to call it than the way to what does it.</summary>
    public static bool IsUsual(TypeDefinition type, Corrections corrections)
        => corrections.OfNamespace(type) is { } lines && lines[0] is { Source: CorrectionSource.Corrected, Effect: not "none" } && !IsException(type);

    // What went wrong in such a namespace does nothing of the kind.
    private static bool IsException(TypeDefinition type)
    {
        TypeDefinition? current = type;
        while (current is not null && current.FullName != "System.Exception")
        {
            current = AssemblySet.Resolve(current.BaseType);
        }

        return current is not null;
    }

    /// <summary>Whether a type is in the table: of an assembly that handlers may call, or an exception of any other.</summary>
    public static bool IsTold(TypeDefinition type)
        => Hierarchy.IsVisible(type)
            && (Assemblies.Any(type.Module.Assembly.Name.Name.StartsWith) || IsException(type))
            && !Omitted.Any(DocumentationIds.Of(type)[2..].StartsWith);

    /// <summary>Whether a type is of the platform, and of an assembly that is not in the table: no handler is taken to hold an object of it.</summary>
    public static bool LeavesOut(TypeDefinition type)
        => Path.GetDirectoryName(type.Module.FileName) == Path.GetDirectoryName(typeof(object).Assembly.Location)
            && !Assemblies.Any(type.Module.Assembly.Name.Name.StartsWith);

    private static void WriteType(TypeDefinition type, EffectMap map, Corrections corrections, StringBuilder text)
    {
        string id = DocumentationIds.Of(type);
        var free = new List<string>();
        var lines = new List<string>();

        // A line without parameters would speak for them too.
        HashSet<string> unread = [.. type.Methods.Where(m => !map.IsRead(m)).Select(m => NameOf(DocumentationIds.OfMethod(m)[(id.Length + 1)..]))];
        IEnumerable<IGrouping<string, (string Id, IReadOnlyList<ToldEffect> Effects)>> names = type.Methods
            .Where(m => (Hierarchy.IsVisible(m) || m.HasOverrides) && map.IsRead(m) && m.Name != ".cctor" && !corrections.IsReviewed(m))
            .Select(m => (Id: DocumentationIds.OfMethod(m)[(id.Length + 1)..], Effects: Choice.Of(m, map), Method: m))
            .Where(m => m.Effects.Count == 0 || !IsUsual(m.Method.DeclaringType, corrections))
            .Select(static m => (m.Id, m.Effects))
            .OrderBy(static m => m.Id, StringComparer.Ordinal)
            .GroupBy(static m => NameOf(m.Id));
        foreach (IGrouping<string, (string Id, IReadOnlyList<ToldEffect> Effects)> name in names)
        {
            (string Id, IReadOnlyList<ToldEffect> Effects)[] overloads = [.. name];
            if (!unread.Contains(name.Key) && overloads.All(o => o.Effects.Select(static e => e.Effect).SequenceEqual(overloads[0].Effects.Select(static e => e.Effect))))
            {
                overloads = [(name.Key, overloads.OrderBy(static o => o.Effects.Sum(static e => e.Why.Length)).First().Effects)];
            }
            else
            {
                overloads = [.. overloads.Select(static o => (o.Id.Contains('(', StringComparison.Ordinal) ? o.Id : o.Id + "()", o.Effects))];
            }

            foreach ((string member, IReadOnlyList<ToldEffect> effects) in overloads)
            {
                if (effects.Count == 0)
                {
                    free.Add(member);
                }

                lines.AddRange(effects.Select(e => $"{member}; {e.Effect}; {e.Why}"));
            }
        }

        if (free.Count + lines.Count > 0)
        {
            text.Append(id).Append('\n');
            if (free.Count > 0)
            {
                text.Append("none ").AppendJoin(' ', free).Append('\n');
            }

            foreach (string line in lines)
            {
                text.Append(line).Append('\n');
            }
        }
    }

    private static string NameOf(string member)
    {
        string name = member.IndexOf('(', StringComparison.Ordinal) is > 0 and var end ? member[..end] : member;
        return name.IndexOf("``", StringComparison.Ordinal) is > 0 and var arity ? name[..arity] : name;
    }
}
