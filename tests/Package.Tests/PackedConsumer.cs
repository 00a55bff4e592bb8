using System.Diagnostics;
using System.IO.Compression;
using System.Reflection;

[assembly: AssemblyFixture(typeof(TopHalf.Package.Tests.PackedConsumer))]

namespace TopHalf.Package.Tests;

/// <summary>
/// The package as users get it: packed once, and restored from a folder into projects outside the repository, with a package
/// cache of their own, so that no earlier package of the same version can stand in for it.
/// </summary>
public sealed class PackedConsumer : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("tophalf-package-");

    public PackedConsumer()
    {
        // No build: what is packed is what the other tests have tested.
        (int code, string output) = Dotnet(
            _root.FullName, "pack", Metadata("RuntimeProject"), "--no-build", "-c", Metadata("Configuration"), "-o", Feed, "-nologo");
        Assert.True(code == 0, output);
        File.WriteAllText(Path.Combine(_root.FullName, "NuGet.config"), $"""
            <configuration>
              <packageSources><clear /><add key="packed" value="{Feed}" /></packageSources>
              <config><add key="globalPackagesFolder" value="{Path.Combine(_root.FullName, "cache")}" /></config>
            </configuration>
            """);
    }

    private string Feed => Path.Combine(_root.FullName, "feed");

    /// <summary>The files in the package.</summary>
    public IReadOnlyList<string> Files => FilesIn("*.nupkg");

    /// <summary>The files in the package of symbols.</summary>
    public IReadOnlyList<string> SymbolFiles => FilesIn("*.snupkg");

    /// <summary>A fresh copy of the consumer project, changed by <paramref name="edit"/>.</summary>
    public string Create(string name, Func<string, string>? edit = null)
    {
        string folder = Path.Combine(_root.FullName, name);
        Directory.CreateDirectory(folder);
        foreach (string file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Consumer")))
        {
            string text = File.ReadAllText(file);
            string edited = Path.GetExtension(file) == ".cs" && edit is not null ? edit(text) : text;
            File.WriteAllText(Path.Combine(folder, Path.GetFileName(file)), edited);
        }

        return folder;
    }

    /// <summary>Runs the SDK's command and returns its exit code and all that it printed.</summary>
    public static (int Code, string Output) Dotnet(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // The outer build's settings must not leak into a user's project.
        start.Environment.Remove("MSBuildSDKsPath");
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + errors.Result);
    }

    private string[] FilesIn(string pattern)
    {
        using ZipArchive package = ZipFile.OpenRead(Directory.GetFiles(Feed, pattern).Single());
        return [.. package.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal)];
    }

    public void Dispose() => _root.Delete(recursive: true);

    private static string Metadata(string key)
        => typeof(PackedConsumer).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
