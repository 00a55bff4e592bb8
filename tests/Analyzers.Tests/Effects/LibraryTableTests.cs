using Microsoft.CodeAnalysis;
using TopHalf.Analyzers.Effects;
using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>How the effects of a member of the platform are found: what was reviewed, what was computed, what is usual around.</summary>
public sealed class LibraryTableTests
{
    private static readonly Compilation Project = DriverProject.Create(ProjectOptions.Default);

    private static readonly ComputedTable Table = new(
        """
        # What is computed
        T:System.Char
        none CompareTo IsDigit(System.Char) get_
        ToString; string; String.CreateFromChar → new string
        Parse; throws; throws whenever it is called
        Parse; string first; A → new string
        T:System.Collections.Generic.List`1
        none #ctor()
        #ctor(System.Int32); array; new T[]
        ConvertAll; object; new List<TOutput>
        """.ReplaceLineEndings("\n"));

    // Documents, pictures and designers: no line, and a handler that calls them is told that nothing is known.
    private static readonly string[] NotForHandlers = ["System.Private.Xml", "System.Drawing", "System.ComponentModel"];

    [Theory]
    [InlineData("M:System.Char.CompareTo(System.Char)", "")]
    [InlineData("M:System.Char.CompareTo(System.Object)", "")]
    [InlineData("M:System.Char.IsDigit(System.Char)", "")]
    [InlineData("M:System.Char.IsDigit(System.String,System.Int32)", null)]
    [InlineData("M:System.Char.ToString", "String.CreateFromChar → new string")]
    [InlineData("M:System.Char.ToString(System.IFormatProvider)", "String.CreateFromChar → new string")]
    [InlineData("M:System.Char.Parse(System.String)", "throws whenever it is called, A → new string")]
    [InlineData("M:System.Char.IsLetter(System.Char)", null)]
    [InlineData("M:System.Collections.Generic.List`1.#ctor", "")]
    [InlineData("M:System.Collections.Generic.List`1.#ctor(System.Int32)", "new T[]")]
    [InlineData("M:System.Collections.Generic.List`1.#ctor(System.Collections.Generic.IEnumerable{`0})", null)]
    [InlineData("M:System.Collections.Generic.List`1.ConvertAll``1(System.Converter{`0,``0})", "new List<TOutput>")]
    [InlineData("M:System.Int32.ToString", null)]
    public void Found_by_its_overload_or_its_name(string id, string? expected)
    {
        var method = (IMethodSymbol)DocumentationCommentId.GetFirstSymbolForDeclarationId(id, Project)!;
        Assert.Equal(expected, Table.Find(method) is { } entries ? string.Join(", ", entries.Select(static e => e.Way)) : null);
    }

    [Fact]
    public void Of_every_public_member_of_the_platform_it_is_known_what_it_does()
    {
        IMethodSymbol[] members =
        [
            .. Project.References.Select(Project.GetAssemblyOrModuleSymbol).OfType<IAssemblySymbol>()
                .Where(static a => a.Name.StartsWith("System.", StringComparison.Ordinal) && !Array.Exists(NotForHandlers, a.Name.StartsWith))
                .SelectMany(static a => Types(a.GlobalNamespace))
                .SelectMany(static t => t.GetMembers().OfType<IMethodSymbol>())
                .Where(static m => m.DeclaredAccessibility == Accessibility.Public && m is { IsAbstract: false, IsImplicitlyDeclared: false }),
        ];
        string[] unknown = [.. members.Where(static m => LibraryTable.Find(m) is null).Select(static m => m.GetDocumentationCommentId()!)];
        Assert.True(members.Length > 10_000, $"Only {members.Length} members were found.");
        Assert.True(unknown.Length == 0, $"{unknown.Length} of {members.Length} are unknown:\n{string.Join('\n', unknown)}");
    }

    [Fact]
    public Task The_way_that_was_computed_is_told() => AnalyzerTest.Verify(
        EffectSource.Handler("System.Diagnostics.SwitchAttribute.{|TH2001:GetAll|}(_assembly);", "private readonly System.Reflection.Assembly _assembly = typeof(MyDriver).Assembly;"),
        "'OnRx' allocates: OnRx → SwitchAttribute.GetAll → new List<object>");

    private static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol scope)
        => scope.GetMembers().OfType<INamespaceOrTypeSymbol>()
            .SelectMany(static m => m is INamedTypeSymbol { DeclaredAccessibility: Accessibility.Public } type ? [type, .. Types(type)] : m is INamespaceSymbol ? Types(m) : []);
}
