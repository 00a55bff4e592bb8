using Mono.Cecil;

namespace TopHalf.Effects;

/// <summary>Finds assemblies by their simple names in a list of folders, and reads each of them once.</summary>
internal sealed class FolderResolver(IReadOnlyList<string> folders) : IAssemblyResolver
{
    private readonly Dictionary<string, AssemblyDefinition?> _assemblies = new(StringComparer.Ordinal);

    public ModuleDefinition Read(string file)
    {
        // Read at once and not when it is needed: the walk touches nearly all of it, and a lazy reader locks.
        AssemblyDefinition assembly = AssemblyDefinition.ReadAssembly(file, new ReaderParameters(ReadingMode.Deferred) { AssemblyResolver = this, InMemory = true });
        if (!_assemblies.TryAdd(assembly.Name.Name, assembly))
        {
            assembly.Dispose();
            assembly = _assemblies[Path.GetFileNameWithoutExtension(file)] ?? throw new BadImageFormatException($"{file} was read under another name.");
        }

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
