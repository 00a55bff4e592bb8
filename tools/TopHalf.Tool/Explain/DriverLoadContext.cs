using System.Reflection;
using System.Runtime.Loader;

namespace TopHalf.Tool;

/// <summary>
/// Where a driver's assembly is loaded, and thrown away again. What it needs comes from its own folder, but for TopHalf.dll: the
/// manifest must be of the type that this tool knows.
/// </summary>
internal sealed class DriverLoadContext : AssemblyLoadContext
{
    private readonly string _folder;
    private readonly AssemblyDependencyResolver? _packages;

    public DriverLoadContext(string path)
        : base(path, isCollectible: true)
    {
        _folder = Path.GetDirectoryName(path)!;
        try
        {
            _packages = new AssemblyDependencyResolver(path);
        }
        catch (InvalidOperationException)
        {
            // Its .deps.json cannot be read. The folder may be enough.
        }
    }

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name == nameof(TopHalf))
        {
            return typeof(DriverManifest).Assembly;
        }

        // A program that brings its own .NET has these in its folder too, made for the core library of that .NET.
        if (IsOfTheFramework(assemblyName.Name))
        {
            return null;
        }

        string beside = Path.Combine(_folder, assemblyName.Name + ".dll");
        string? path = File.Exists(beside) ? beside : _packages?.ResolveAssemblyToPath(assemblyName);
        return path is null ? null : LoadFromAssemblyPath(path);
    }

    private static bool IsOfTheFramework(string? name)
        => File.Exists(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, name + ".dll"));
}
