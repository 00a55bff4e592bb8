using System.IO.Compression;
using System.Reflection.Metadata;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;

namespace TopHalf.Package.Tests;

/// <summary>What is in the packages.</summary>
public sealed class PackageTests(Packages packages)
{
    /// <summary>As <c>dotnet restore</c> lays it on a disk.</summary>
    [Fact]
    public void The_package_holds_the_runtime_and_the_whole_compiler_side_and_nothing_else()
        => Assert.Equal(
            [
                "README.md",
                "TopHalf.nuspec",
                "analyzers/dotnet/cs/TopHalf.Analyzers.dll",
                "analyzers/dotnet/cs/TopHalf.CodeFixes.dll",
                "analyzers/dotnet/cs/TopHalf.Declarations.dll",
                "analyzers/dotnet/cs/TopHalf.Generator.dll",
                "build/TopHalf.ProgramStart.cs",
                "build/TopHalf.targets",
                "buildTransitive/TopHalf.ProgramStart.cs",
                "buildTransitive/TopHalf.targets",
                "icon.png",
                "lib/net8.0/TopHalf.dll",
                "lib/net8.0/TopHalf.xml",
            ],
            Content("TopHalf"));

    [Fact]
    public void The_package_of_templates_holds_templates_only()
        => Assert.All(Content("TopHalf.Templates"), static file => Assert.True(
            file is "README.md" or "icon.png" or "TopHalf.Templates.nuspec" || file.StartsWith("content/tophalf-driver/", StringComparison.Ordinal), file));

    /// <summary>What a driver project downloads. The tables of .NET's members are most of it.</summary>
    [Fact]
    public void The_package_stays_small()
        => Assert.InRange(new FileInfo(packages.PathOf("TopHalf")).Length, 100_000, 900_000);

    [Fact]
    public void No_package_depends_on_another()
    {
        foreach (string id in (string[])["TopHalf", "TopHalf.Tool", "TopHalf.Templates"])
        {
            Assert.DoesNotContain("<dependency ", Specification(id).ToString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("TopHalf")]
    [InlineData("TopHalf.Tool")]
    [InlineData("TopHalf.Templates")]
    public void A_registry_can_show_what_it_is(string id)
    {
        XElement metadata = Specification(id).Root!.Elements().Single();
        string Value(string name) => metadata.Elements().Single(e => e.Name.LocalName == name).Value;
        Assert.Equal("MIT", Value("license"));
        Assert.Equal("icon.png", Value("icon"));
        Assert.Contains(Value("readme"), Content(id));
        Assert.Contains(Value("icon"), Content(id));
        Assert.True(Value("description").Length > 40);
        Assert.EndsWith("CHANGELOG.md", Value("releaseNotes"), StringComparison.Ordinal);
        Assert.StartsWith("https://github.com/", Value("projectUrl"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_debugger_gets_the_runtimes_symbols_and_finds_its_sources()
    {
        using ZipArchive symbols = packages.Open("TopHalf", "snupkg");
        ZipArchiveEntry entry = Assert.Single(symbols.Entries, static e => e.FullName.StartsWith("lib/", StringComparison.Ordinal));
        Assert.Equal("lib/net8.0/TopHalf.pdb", entry.FullName);
        using var copy = new MemoryStream();
        using (Stream stream = entry.Open())
        {
            stream.CopyTo(copy);
        }

        copy.Position = 0;
        using MetadataReaderProvider provider = MetadataReaderProvider.FromPortablePdbStream(copy);
        MetadataReader reader = provider.GetMetadataReader();
        string root = Assert.Single(SourceLinks(reader), static link => link.Url.StartsWith("https://raw.githubusercontent.com/tophalf/tophalf/", StringComparison.Ordinal)).Folder;

        // Each source is in the repository, or in the symbols themselves.
        Assert.All(reader.Documents, handle =>
        {
            string document = reader.GetString(reader.GetDocument(handle).Name);
            Assert.True(document.StartsWith(root.TrimEnd('*'), StringComparison.Ordinal) || IsEmbedded(reader, handle), document);
        });
    }

    private static IEnumerable<(string Folder, string Url)> SourceLinks(MetadataReader symbols)
    {
        // PortablePdb-Metadata.md of dotnet/runtime: the kinds of custom debug information.
        byte[] json = Information(symbols, EntityHandle.ModuleDefinition, new("CC110556-A091-4D38-9FEC-25AB9A351A6A"))
            ?? throw new InvalidOperationException("The symbols have no SourceLink.");
        using JsonDocument links = JsonDocument.Parse(Encoding.UTF8.GetString(json));
        return [.. links.RootElement.GetProperty("documents").EnumerateObject().Select(static link => (link.Name, link.Value.GetString()!))];
    }

    private static bool IsEmbedded(MetadataReader symbols, DocumentHandle document)
        => Information(symbols, document, new("0E8A571B-6926-466E-B4AD-8AB04611F5FE")) is not null;

    private static byte[]? Information(MetadataReader symbols, EntityHandle parent, Guid kind)
        => (from handle in symbols.GetCustomDebugInformation(parent)
            let information = symbols.GetCustomDebugInformation(handle)
            where symbols.GetGuid(information.Kind) == kind
            select symbols.GetBlobBytes(information.Value)).FirstOrDefault();

    private XDocument Specification(string id)
    {
        using ZipArchive package = packages.Open(id);
        using Stream specification = package.GetEntry($"{id}.nuspec")!.Open();
        return XDocument.Load(specification);
    }

    private string[] Content(string id)
    {
        using ZipArchive package = packages.Open(id);
        string[] metadata = ["[Content_Types].xml", "_rels/.rels", "package/services/metadata/core-properties/"];
        return [.. package.Entries.Select(static e => e.FullName).Where(f => !metadata.Any(m => f.StartsWith(m, StringComparison.Ordinal))).Order(StringComparer.Ordinal)];
    }
}
