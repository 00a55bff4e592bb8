using System.Globalization;
using TopHalf.CompilerTesting;

namespace TopHalf.Effects.Tests;

/// <summary>The tables of the platform's library: that which is computed is what the tool computes, and that which is written is needed.</summary>
public sealed class LibraryTableTests(LibraryTableTests.Platform platform) : IClassFixture<LibraryTableTests.Platform>
{
    private const string File = "src/Analyzers/Effects/Library/ComputedEffects.txt";

    /// <summary>All of the platform's assemblies, read once.</summary>
    public sealed class Platform : IDisposable
    {
        internal AssemblySet Assemblies { get; } = AssemblySet.Read(LibraryTable.Files());

        internal Corrections Corrections { get; } = Corrections.Own();

        internal EffectMap Map => field ??= EffectMap.Compute(Assemblies, Corrections);

        public void Dispose() => Assemblies.Dispose();
    }

    /// <summary>Run with TOPHALF_ACCEPT=1 to write the table.</summary>
    [Fact]
    public void The_table_is_what_is_computed()
    {
        string computed = LibraryTable.Write(platform.Assemblies, platform.Map, platform.Corrections);
        string written = Repository.Read(File);
        if (Environment.GetEnvironmentVariable("TOPHALF_ACCEPT") == "1")
        {
            Repository.Write(File, computed);
            return;
        }

        string version = written.Split('\n')[0];
        TableChanges changes = TableChanges.Between(written, computed);
        Assert.SkipUnless(
            version == computed.Split('\n')[0],
            $"The table was computed from another version of .NET ({version.TrimStart('#', ' ')}) than runs here, {Environment.Version}; {changes.Lines.Count} lines differ.");
        Assert.True(changes.Lines.Count == 0, "TOPHALF_ACCEPT=1 writes the table anew. What changes:\n" + changes);
    }

    [Fact]
    public void What_is_said_of_internals_is_about_something()
    {
        HashSet<string> ids = [];
        foreach (Mono.Cecil.TypeDefinition type in platform.Assemblies.Types)
        {
            ids.Add(DocumentationIds.Of(type));
            foreach (Mono.Cecil.MethodDefinition method in type.Methods)
            {
                ids.UnionWith(DocumentationIds.Of(method));
            }
        }

        string[] lines = [.. Resources.Read("InternalEffects.txt").Split('\n').Where(static l => l.Length > 0 && l[0] != '#')];
        AssertNone(lines.Select(static l => l.Split(';')[0]).Where(id => !ids.Contains(id)));
    }

    [Fact]
    public void No_line_says_of_a_type_what_is_computed_of_all_its_members()
        => AssertNone(platform.Assemblies.Types
            .Where(t => LibraryTable.IsTold(t) && !t.IsInterface && platform.Corrections.OfType(t) is [{ Effect: "none", IsInternal: false }])
            .Where(t => t.Methods.Where(Hierarchy.IsVisible)
                .All(m => !m.IsAbstract && (platform.Corrections.OfMember(m) is not null || platform.Map.Of(m).Count == 0)))
            .Select(static t => DocumentationIds.Of(t) + "; none"));

    /// <summary>In how far what was written by hand is what the tool finds: agreement.txt beside this program lists where it is not.</summary>
    [Fact]
    public void What_was_reviewed_agrees_with_what_is_computed()
    {
        var agreement = Agreement.Of(platform.Assemblies, platform.Map, platform.Corrections);
        System.IO.File.WriteAllText(Path.Combine(AppContext.BaseDirectory, "agreement.txt"), agreement.Report());
        Assert.True(agreement.Same > agreement.Members * 3 / 4, agreement.ToString());
        Assert.True(agreement.Members > 4_000, string.Create(CultureInfo.InvariantCulture, $"{agreement.Members} members have a reviewed line."));
    }

    private static void AssertNone(IEnumerable<string> wrong)
    {
        string[] lines = [.. wrong];
        Assert.True(lines.Length == 0, string.Join('\n', lines));
    }
}
