namespace TopHalf.Package.Tests;

/// <summary>The samples, which other tests build from the sources beside them, as a user of the package builds them.</summary>
public sealed class SampleTests(Packages packages)
{
    [Fact]
    public void Samples_build_from_the_package_and_run()
    {
        string folder = packages.Folder("samples");
        string samples = Path.Combine(Packages.Metadata("Repository"), "samples");

        // One build for all: to start one costs as much as a sample.
        File.WriteAllText(Path.Combine(folder, "samples.proj"), $"""
            <Project>
              <ItemGroup><Sample Include="{samples}/*/*.csproj" /></ItemGroup>
              <Target Name="Build">
                <MSBuild Projects="@(Sample)" Targets="Restore" Properties="Step=Restore" />
                <MSBuild Projects="@(Sample)" Targets="Build" />
              </Target>
            </Project>
            """);
        Sdk.Succeed(
            folder, "build", "samples.proj", "-nologo", "-p:Configuration=Release", $"-p:TopHalfPackageVersion={packages.Version}",
            $"-p:RestoreAdditionalProjectSources={packages.Feed}", $"-p:ArtifactsPath={folder}/artifacts");

        string[] names = [.. Directory.GetFiles(samples, "*.csproj", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension)!];
        Assert.NotEmpty(names);
        foreach (string name in names)
        {
            string assets = File.ReadAllText(Path.Combine(folder, "artifacts", "obj", name, "project.assets.json"));
            Assert.Contains($"\"TopHalf/{packages.Version}\"", assets, StringComparison.Ordinal);
            Assert.True(File.Exists(Path.Combine(folder, "artifacts", "bin", name, "release", $"{name}.dll")), name);
        }

        string output = Sdk.Succeed(folder, "artifacts/bin/Edu/release/Edu.dll");
        Assert.Contains("12! = 479001600", output, StringComparison.Ordinal);
    }
}
