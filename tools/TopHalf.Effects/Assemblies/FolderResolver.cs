using Mono.Cecil;

namespace TopHalf.Effects;

/// <summary>Finds assemblies by their simple names in a list of folders, and reads each of them once.</summary>
internal sealed class FolderResolver(IReadOnlyList<string> folders) : IAssemblyResolver
{
    private readonly Dictionary<string, AssemblyDefinition?> _assemblies = new(StringComparer.Ordinal);

    public ModuleDefinition Read(string file)
    {
        // In memory: a file that stays open could not be built again meanwhile.
        AssemblyDefinition assembly = AssemblyDefinition.ReadAssembly(file, new ReaderParameters(ReadingMode.Deferred) { AssemblyResolver = this, InMemory = true });
        if (_assemblies.TryGetValue(assembly.Name.Name, out AssemblyDefinition? earlier) && earlier is not null)
        {
            assembly.Dispose();
            return earlier.MainModule;
        }

        _assemblies[assembly.Name.Name] = assembly;
        return assembly.MainModule;
    }

    public AssemblyDefinition Resolve(AssemblyNameReference name) => Resolve(name, new ReaderParameters());

    public AssemblyDefinition Resolve(AssemblyNameReference name, ReaderParameters parameters)
    {
        if (!_assemblies.TryGetValue(name.Name, out AssemblyDefinition? assembly))
        {
            string? file = folders.Select(f => Path.Combine(f, name.Name + ".dll")).FirstOrDefault(File.Exists);
            assembly = file is null ? null : Read(file).Assembly;
            _assemblies[name.Name] = assembly;
        }

        return assembly ?? throw new AssemblyResolutionException(name);
    }

    public void Dispose()
    {
        foreach (AssemblyDefinition? assembly in _assemblies.Values)
        {
            assembly?.Dispose();
        }
    }
}
