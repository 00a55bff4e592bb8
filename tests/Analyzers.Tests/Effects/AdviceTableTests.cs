using Microsoft.CodeAnalysis;
using TopHalf.Analyzers.Effects;
using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>Advice on members of the library: told behind what such a member does, and about something that it does.</summary>
public sealed class AdviceTableTests
{
    private static readonly string[] Lines =
        [.. Repository.Read("src/Analyzers/Effects/Library/LibraryAdvice.txt").Split('\n').Where(static l => !EffectLine.IsComment(l))];

    private static readonly Compilation Project = DriverProject.Create(ProjectOptions.Default);

    public static TheoryData<string> All => [.. Lines];

    [Theory]
    [MemberData(nameof(All))]
    public void A_line_is_told_of_a_member_that_has_the_effect(string line)
    {
        (string id, EffectEntry advice) = EffectLine.Parse(line, out string error) ?? throw new InvalidOperationException(error);
        string path = id[2..].Split('(')[0];
        INamedTypeSymbol type = Project.GetTypeByMetadataName(id[0] == 'T' ? path : path[..path.LastIndexOf('.')])!;
        IEnumerable<IMethodSymbol> members = type.GetMembers().OfType<IMethodSymbol>()
            .Where(m => id[0] == 'T' || m.GetDocumentationCommentId() == id || (id == $"M:{path}" && m.Name == path[(path.LastIndexOf('.') + 1)..]));
        Assert.Contains(members, m => LibraryTable.Find(m) is { } known && known.Any(e => LibraryTable.AdviceOn(m, e) == advice.Why));
    }

    [Fact]
    public Task It_follows_the_way_and_the_words() => AnalyzerTest.Verify(
        EffectSource.Handler(
            "_items.{|TH2012:Enqueue|}(irq.Vector);",
            "private readonly Queue<int> _items = new();"),
        "'OnRx' allocates: OnRx → Queue<int>.Enqueue → Grow → SetCapacity → new T[] (a SpscRing<T> does not, and refuses where it is full)");
}
