using Microsoft.CodeAnalysis;
using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>
/// Every block of C# on every page is compiled, with what is generated for it, and our analyzers find nothing in it. The pages of rules have
/// tests of their own (<see cref="RulePageTests"/>): what they show is wrong on purpose.
/// </summary>
public sealed class PageBlockTests
{
    // What tests on a page use of xunit, which is no part of what drivers are compiled against.
    private const string Xunit = """
        global using Xunit;

        namespace Xunit;

        public sealed class FactAttribute : Attribute;

        public static class Assert
        {
            public static void True(bool condition) { }
            public static void False(bool condition) { }
            public static void Equal<T>(T expected, T actual) { }
            public static void Equal<T>(IEnumerable<T> expected, IEnumerable<T> actual) { }
            public static T IsType<T>(object? value) => (T)value!;
            public static T Throws<T>(Func<object?> code) where T : Exception => throw new NotSupportedException();
            public static Task<T> ThrowsAsync<T>(Func<Task> code) where T : Exception => throw new NotSupportedException();
        }
        """;

    public static TheoryData<string> Pages
        => [.. Repository.Pages().Where(static page => !page.StartsWith("docs/rules/TH", StringComparison.Ordinal) && PageBlock.Of(page).Length > 0)];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_block_compiles_and_is_not_reported(string page)
    {
        string[] found = await Find(page, PageBlock.Of(page));
        Assert.True(found.Length == 0, string.Join('\n', found));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_excerpt_is_in_its_file(string page)
        => Assert.All(
            PageBlock.Of(page).Where(static block => block.Kind == PageBlockKind.Excerpt),
            block => Assert.True(
                block.MissingFrom(Repository.Read(block.Context)) is null,
                $"{page}({block.Line}): {block.Context} does not have: {block.MissingFrom(Repository.Read(block.Context))}"));

    [Fact]
    public void Every_block_that_is_not_compiled_says_why()
        => Assert.All(
            Repository.Pages().SelectMany(PageBlock.Of).Where(static block => block.Kind == PageBlockKind.None),
            static block => Assert.True(block.Context.Length > 0, $"{block.Page}({block.Line})"));

    /// <summary>What the others would find.</summary>
    [Fact]
    public async Task A_block_that_is_wrong_is_found_with_its_page_and_line()
    {
        const string Page = """
            # A page

            ```csharp
            using TopHalf;

            [InterruptDriver]
            public partial class Card
            {
                private object? _last;

                [MsiVector(0)]
                private void OnDone(in Interrupt irq) => _last = new object();
            }
            ```
            <!-- code: statements; Card driver -->
            ```csharp
            driver.EnableInterrupt();
            ```

            - in a list

              <!-- code: members; class Model() : SimulatedDevice(new()); int _count; -->
              ```csharp
              protected override ulong ReadRegister(in RegisterAccess access) => _counts;
              ```
            """;
        string[] found = await Find("a.md", PageBlock.Parse("a.md", Page.ReplaceLineEndings("\n") + "\n"));
        Assert.Equal(
            ["a.md(12): warning TH2001", "a.md(17): error CS1061", "a.md(24): error CS0103"],
            found.Select(static text => string.Join(": ", text.Split(": ")[..2])).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_excerpt_has_the_lines_of_its_file_in_their_order()
    {
        const string File = "class A\n{\n    int _a;    // one\n\n    void M()\n    {\n    }\n}\n";
        Assert.Null(Excerpt("class A\n…\n    void M() …\n").MissingFrom(File));
        Assert.Null(Excerpt("int _a;    // another comment\n").MissingFrom(File));
        Assert.Equal("int _a;", Excerpt("void M()\nint _a;\n").MissingFrom(File));
        Assert.Equal("int _b;", Excerpt("int _b;\n").MissingFrom(File));

        static PageBlock Excerpt(string code) => new("a.md", 1, PageBlockKind.Excerpt, "A.cs", code);
    }

    private static async Task<string[]> Find(string page, PageBlock[] blocks)
    {
        PageBlock[] compiled = [.. blocks.Where(static block => block.Kind is not (PageBlockKind.Excerpt or PageBlockKind.None))];
        List<string> sources = [PageBlock.ImplicitUsings, .. compiled.Select(static (block, i) => block.ToSource(i))];
        if (compiled.Any(static block => block.Code.Contains("[Fact]", StringComparison.Ordinal)))
        {
            sources.Add(Xunit);
        }

        // The driver of the first page stands for "a driver" on all others.
        if (page != "README.md" && !compiled.Any(static block => block.Code.Contains("class EduDriver", StringComparison.Ordinal)))
        {
            sources.Add(PageBlock.Of("README.md")[0].ToSource(0));
        }

        GeneratorRun run = GeneratorRun.Generate(ProjectOptions.Default, [.. sources]);
        IEnumerable<Diagnostic> errors = run.Output.GetDiagnostics().Where(static d => d.Severity == DiagnosticSeverity.Error);
        return [.. errors.Concat(await AnalyzerTest.Analyze(run.Output)).Select(Describe)];
    }

    private static string Describe(Diagnostic diagnostic)
    {
        FileLinePositionSpan place = diagnostic.Location.GetMappedLineSpan();
        return $"{place.Path}({place.StartLinePosition.Line + 1}): {diagnostic.Severity.ToString().ToLowerInvariant()} {diagnostic.Id}: {diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}";
    }
}
