using System.IO.Compression;
using System.Reflection;

[assembly: AssemblyFixture(typeof(TopHalf.Package.Tests.Packages))]

namespace TopHalf.Package.Tests;

/// <summary>
/// The packages as users get them: packed once, under a version that never was, so that no earlier package can stand in for them, and
/// restored from a folder into projects outside the repository.
/// </summary>
public sealed class Packages : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("tophalf-package-");

    public Packages()
    {
        // No build: what is packed is what the other tests have tested.
        foreach (string project in (string[])["RuntimeProject", "ToolProject", "TemplatesProject"])
        {
            Sdk.Succeed(
                _root.FullName, "pack", Metadata(project), "--no-build", "-c", Metadata("Configuration"), "-o", Feed, "-nologo", $"-p:PackageVersion={Version}");
        }

        // What a driver needs must come from the package alone; what .NET itself is made of, and test runners, from where the machine has them.
        Restored = Sdk.Succeed(_root.FullName, "nuget", "locals", "global-packages", "--list").Split(": ")[1].Trim();
        Configure(Directory.CreateDirectory(Path.Combine(_root.FullName, "alone")), "<clear />");
        Configure(Directory.CreateDirectory(Path.Combine(_root.FullName, "registry")), "");
    }

    /// <summary>The version of the packages.</summary>
    public string Version { get; } = $"0.1.0-test.{DateTimeOffset.UtcNow.ToUnixTimeMilliseconds()}";

    /// <summary>The folder of the packages.</summary>
    public string Feed => Path.Combine(_root.FullName, "feed");

    /// <summary>The machine's folder of restored packages.</summary>
    public string Restored { get; }

    /// <summary>An empty folder under which restores find the packages, and the registry's.</summary>
    public string Folder(string name) => Directory.CreateDirectory(Path.Combine(_root.FullName, "registry", name)).FullName;

    /// <summary>A package, opened to be read.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="extension">nupkg, or snupkg for that of its symbols.</param>
    public ZipArchive Open(string id, string extension = "nupkg") => ZipFile.OpenRead(PathOf(id, extension));

    /// <summary>A package's file.</summary>
    public string PathOf(string id, string extension = "nupkg") => Path.Combine(Feed, $"{id}.{Version}.{extension}");

    /// <summary>A fresh copy of the consumer project, changed by <paramref name="edit"/>; restores find our package and nothing else.</summary>
    /// <param name="name">The folder's.</param>
    /// <param name="edit">Of the program's text.</param>
    /// <param name="framework">That the project is built for.</param>
    /// <param name="registry">Whether restores find the registry's packages too.</param>
    public string Create(string name, Func<string, string>? edit = null, string framework = "net10.0", bool registry = false)
    {
        string folder = Directory.CreateDirectory(Path.Combine(_root.FullName, registry ? "registry" : "alone", name)).FullName;
        foreach (string file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Consumer")))
        {
            string text = File.ReadAllText(file);
            string edited = Path.GetExtension(file) switch
            {
                ".cs" when edit is not null => edit(text),
                ".csproj" => text.Replace("net10.0", framework, StringComparison.Ordinal).Replace("$(TopHalfVersion)", Version, StringComparison.Ordinal),
                _ => text,
            };
            File.WriteAllText(Path.Combine(folder, Path.GetFileName(file)), edited);
        }

        return folder;
    }

    public void Dispose()
    {
        Sdk.EndCompiler(_root.FullName);
        _root.Delete(recursive: true);
        foreach (string id in (string[])["tophalf", "tophalf.tool", "tophalf.templates"])
        {
            string restored = Path.Combine(Restored, id, Version);
            if (Directory.Exists(restored))
            {
                Directory.Delete(restored, recursive: true);
            }
        }
    }

    /// <summary>What the build left for this project.</summary>
    public static string Metadata(string key)
        => typeof(Packages).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;

    private void Configure(DirectoryInfo folder, string sources) => File.WriteAllText(Path.Combine(folder.FullName, "NuGet.config"), $"""
        <configuration>
          <packageSources>{sources}<add key="packed" value="{Feed}" /></packageSources>
        </configuration>
        """);
}
