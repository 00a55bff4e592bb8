using System.Globalization;
using System.Text;
using Mono.Cecil;

namespace TopHalf.Effects;

/// <summary>An InterruptEffects.txt for somebody else's assembly.</summary>
internal static class EffectsFile
{
    private const string Nothing = "nothing in its instructions that a handler should not do";

    /// <summary>
    /// Looks at an assembly, and at those beside it that it needs; writes of its public members what they do. What others can override or
    /// implement is left out: of that nobody knows.
    /// </summary>
    /// <exception cref="BadImageFormatException">It is no .NET assembly.</exception>
    public static string Of(string file)
    {
        string platform = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        using AssemblySet assemblies = AssemblySet.Read(Dependencies.Beside(file), platform);
        ModuleDefinition module = assemblies.Modules.Single(m => m.FileName == Path.GetFullPath(file));
        var corrections = Corrections.Own();
        var known = new LibraryKnowledge(corrections, ComputedLines.Own());
        var map = EffectMap.Compute(assemblies, corrections, known.Of);

        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# What the public members of {module.Assembly.Name.Name} {module.Assembly.Name.Version} do in a handler, computed from their instructions by `tophalf effects`.\n");
        text.Append("# It is believed: look it through, and write down what you know better.\n");
        foreach (TypeDefinition type in module.GetTypes().Where(Hierarchy.IsVisible).OrderBy(DocumentationIds.Of, StringComparer.Ordinal))
        {
            Write(type, map, text);
        }

        return text.ToString();
    }

    private static void Write(TypeDefinition type, EffectMap map, StringBuilder text)
    {
        MethodDefinition[] visible = [.. type.Methods.Where(static m => m.Name != ".cctor" && Hierarchy.IsVisible(m))];
        MethodDefinition[] known = [.. visible.Where(static m => !m.IsAbstract && (!m.IsVirtual || Hierarchy.IsClosed(m)))];
        var effects = known.Select(m => (Id: DocumentationIds.OfMethod(m), Effects: Choice.Of(m, map))).OrderBy(static m => m.Id, StringComparer.Ordinal).ToList();
        if (effects.Count == 0)
        {
            return;
        }

        text.Append('\n');
        WriteNotes(type, known, map, text);
        bool isWhole = known.Length == visible.Length;
        if (isWhole && effects.Any(static m => m.Effects.Count == 0))
        {
            text.Append(CultureInfo.InvariantCulture, $"{DocumentationIds.Of(type)}; none; {Nothing}\n");
        }

        foreach ((string id, IReadOnlyList<ToldEffect> told) in effects)
        {
            if (told.Count == 0 && !isWhole)
            {
                text.Append(CultureInfo.InvariantCulture, $"{id}; none; {Nothing}\n");
            }

            foreach (ToldEffect effect in told)
            {
                text.Append(CultureInfo.InvariantCulture, $"{id}; {effect.Effect}; {effect.Why}\n");
            }
        }
    }

    // What is no effect of a call that goes well: the first use of a type, and what a member refuses.
    private static void WriteNotes(TypeDefinition type, MethodDefinition[] known, EffectMap map, StringBuilder text)
    {
        if (TypeInitializers.Of(type) is { } initializer && Choice.Of(initializer, map) is { Count: > 0 } first)
        {
            text.Append(CultureInfo.InvariantCulture, $"# The type initialiser of {TypeNames.Of(type)}, once: {string.Join(", ", first.Select(static e => $"{e.Effect} ({e.Why})"))}\n");
        }

        string[] refusing = [.. known.Where(map.Refuses).Select(DocumentationIds.OfMethod).Order(StringComparer.Ordinal)];
        if (refusing.Length > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"# May throw on bad arguments or in a bad state, which is not counted: {string.Join(", ", refusing)}\n");
        }
    }
}
