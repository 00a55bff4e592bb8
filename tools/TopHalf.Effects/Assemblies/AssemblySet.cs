using Mono.Cecil;

namespace TopHalf.Effects;

/// <summary>Implementation assemblies, read together so that a call from one to another can be followed. One thread only.</summary>
internal sealed class AssemblySet : IDisposable
{
    private readonly FolderResolver _resolver;
    private readonly List<ModuleDefinition> _modules = [];
    private readonly Dictionary<MethodReference, MethodDefinition?> _resolved = [];

    private AssemblySet(FolderResolver resolver) => _resolver = resolver;

    /// <summary>The modules that were asked for, in the order of their files' names.</summary>
    public IReadOnlyList<ModuleDefinition> Modules => _modules;

    /// <summary>Every type of every module, nested ones too.</summary>
    public IEnumerable<TypeDefinition> Types => _modules.SelectMany(static m => m.GetTypes());

    /// <summary>Reads assemblies. What they refer to is looked for beside them, and in <paramref name="folders"/>.</summary>
    /// <exception cref="BadImageFormatException">A file is no .NET assembly.</exception>
    public static AssemblySet Read(IEnumerable<string> files, params string[] folders)
    {
        string[] sorted = [.. files.Order(StringComparer.Ordinal)];
        var resolver = new FolderResolver([.. sorted.Select(static f => Path.GetDirectoryName(Path.GetFullPath(f))!).Concat(folders).Distinct()]);
        var set = new AssemblySet(resolver);
        try
        {
            set._modules.AddRange(sorted.Select(resolver.Read));
            return set;
        }
        catch
        {
            set.Dispose();
            throw;
        }
    }

    /// <summary>The definition that a reference means; null where its assembly or the member is not there, or what has no definition.</summary>
    public MethodDefinition? Resolve(MethodReference reference)
    {
        if (reference is MethodDefinition definition)
        {
            return definition;
        }

        if (!_resolved.TryGetValue(reference, out MethodDefinition? resolved))
        {
            try
            {
                resolved = reference.Resolve();
            }
            catch (AssemblyResolutionException)
            {
                resolved = null;
            }

            _resolved.Add(reference, resolved);
        }

        return resolved;
    }

    /// <summary>The definition of a type; null where it cannot be had.</summary>
    public static TypeDefinition? Resolve(TypeReference? reference)
    {
        try
        {
            return reference switch
            {
                null or GenericParameter or ArrayType or PointerType or FunctionPointerType or ByReferenceType => null,
                _ => reference.Resolve(),
            };
        }
        catch (AssemblyResolutionException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _resolver.Dispose();
}
