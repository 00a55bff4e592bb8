using TopHalf.CompilerTesting;

namespace TopHalf.Effects.Tests;

/// <summary>The tables of the platform's library: that which is computed is what the tool computes, and that which is written is needed.</summary>
public sealed class LibraryTableTests(LibraryTableTests.Platform platform) : IClassFixture<LibraryTableTests.Platform>
{
    private const string File = "src/Analyzers/Effects/Library/ComputedEffects.txt";
    private const string Reviewed = "src/Analyzers/Effects/Library/LibraryEffects.txt";
    private const string Unread = "src/Analyzers/Effects/Library/UnreadEffects.txt";

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
    public void Abstract_members_are_told_where_only_the_runtime_answers()
    {
        bool IsRead(string type, string method)
            => platform.Map.IsRead(platform.Assemblies.Types.Single(t => t.FullName == type).Methods.First(m => m.Name == method && m.IsAbstract));
        Assert.True(IsRead("System.Reflection.MemberInfo", "get_Name"));
        Assert.True(IsRead("System.Type", "get_Namespace"));
        Assert.False(IsRead("System.IO.Stream", "Flush"));
    }

    /// <summary>A line without parameters is about all overloads: also about one that is abstract, and of which nothing is computed.</summary>
    [Fact]
    public void Lines_of_all_overloads_are_about_computed_ones()
    {
        HashSet<string> unread = [];
        foreach (Mono.Cecil.TypeDefinition type in platform.Assemblies.Types.Where(LibraryTable.IsTold))
        {
            unread.UnionWith(type.Methods.Where(m => !platform.Map.IsRead(m)).Select(static m => "T" + DocumentationIds.WithoutParameters(DocumentationIds.OfMethod(m))[1..]));
        }

        AssertNone(TableText.Read(Repository.Read(File)).Select(static e => e.Id).Where(unread.Contains));
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

    /// <summary>So that they stay few. Run with TOPHALF_ACCEPT=1 to take those lines out that are; reviewed.txt beside this program says what each other one is needed for.</summary>
    [Fact]
    public void No_reviewed_line_says_what_is_computed()
    {
        string reviewed = Repository.Read(Reviewed);
        string needed = WithoutSuperfluous(reviewed);
        if (Environment.GetEnvironmentVariable("TOPHALF_ACCEPT") == "1")
        {
            Repository.Write(Reviewed, needed);
            return;
        }

        AssertNone(reviewed.Split('\n').Except(needed.Split('\n')));
    }

    // What is computed without one line may make another one superfluous, or necessary.
    private string WithoutSuperfluous(string reviewed)
    {
        var kept = new HashSet<string>();
        var corrections = Corrections.Read(reviewed);
        var lines = new ReviewedLines(platform.Assemblies, EffectMap.Compute(platform.Assemblies, corrections), corrections);
        while (true)
        {
            HashSet<(string Id, string)> superfluous = [.. lines.Superfluous().Where(s => !kept.Contains(s.Id)).Select(static s => (s.Id, $"{s.Line.Effect} {s.Line.Condition}".Trim()))];
            if (superfluous.Count == 0)
            {
                System.IO.File.WriteAllLines(Path.Combine(AppContext.BaseDirectory, "reviewed.txt"), lines.Differences());
                return reviewed;
            }

            while (true)
            {
                string shorter = string.Join('\n', reviewed.Split('\n').Where(l => l.Split("; ") is not [var id, var effect, ..] || !superfluous.Contains((id, effect))));
                var fewer = Corrections.Read(shorter);
                EffectMap map = EffectMap.Compute(platform.Assemblies, fewer);
                string[] needed = [.. lines.Changed(map, fewer, superfluous.Select(static s => s.Id).ToHashSet())];
                if (needed.Length == 0)
                {
                    reviewed = shorter;
                    lines = new ReviewedLines(platform.Assemblies, map, fewer);
                    break;
                }

                kept.UnionWith(needed);
                superfluous.RemoveWhere(s => kept.Contains(s.Id));
            }
        }
    }

    /// <summary>Corrections are of what is computed, and the rest is not among them.</summary>
    [Fact]
    public void What_is_not_computed_stands_in_a_file_of_its_own()
    {
        var places = new LinePlaces(platform.Assemblies, platform.Map);
        AssertNone(Lines(Reviewed).Where(l => !places.IsCorrection(l.Split(';')[0])));
        AssertNone(Lines(Unread).Where(l => !places.IsUnread(l.Split(';')[0])));
        AssertNone(Lines(Reviewed).Select(static l => l.Split(';')[0]).Intersect(Lines(Unread).Select(static l => l.Split(';')[0])));
    }

    /// <summary>Also of what does nothing: why that is known.</summary>
    [Theory]
    [InlineData(Reviewed)]
    [InlineData(Unread)]
    public void Every_reviewed_line_has_a_reason(string file)
        => AssertNone(Lines(file).Where(static l => l.Split("; ", 3) is not [_, _, var why] || why.Trim().Length == 0));

    private static IEnumerable<string> Lines(string file) => Repository.Read(file).Split('\n').Where(static l => l.Length > 0 && l[0] != '#');

    private static void AssertNone(IEnumerable<string> wrong)
    {
        string[] lines = [.. wrong];
        Assert.True(lines.Length == 0, string.Join('\n', lines));
    }
}
