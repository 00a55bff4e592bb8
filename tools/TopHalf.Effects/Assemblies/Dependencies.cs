using Mono.Cecil;

namespace TopHalf.Effects;

/// <summary>What an assembly needs of the folder that it is in.</summary>
internal static class Dependencies
{
    /// <summary>The assembly itself, and all beside it that it refers to, and they.</summary>
    public static IReadOnlyCollection<string> Beside(string file)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        var found = new HashSet<string>(StringComparer.Ordinal) { Path.GetFullPath(file) };
        var open = new Stack<string>(found);
        while (open.TryPop(out string? next))
        {
            using ModuleDefinition module = ModuleDefinition.ReadModule(next);
            foreach (string needed in module.AssemblyReferences.Select(r => Path.Combine(folder, r.Name + ".dll")))
            {
                if (File.Exists(needed) && found.Add(needed))
                {
                    open.Push(needed);
                }
            }
        }

        return found;
    }
}
