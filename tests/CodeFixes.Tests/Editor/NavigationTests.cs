using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FindSymbols;
using Microsoft.CodeAnalysis.Text;

namespace TopHalf.CodeFixes.Tests.Editor;

/// <summary>"Go to definition" of what is generated shows the generated document.</summary>
public sealed class NavigationTests
{
    private const string Driver = """
        using TopHalf;

        [InterruptDriver]
        internal sealed partial class EduDriver
        {
            [MsiVector(0)]
            private void OnDone(in Interrupt irq) { }
        }
        """;

    private const string Program = """
        using TopHalf;

        internal static class Program
        {
            public static void Start(PciDevice device)
            {
                new EduDriver().EnableInterrupts(device).Dispose();
                new EduDriver().RunInterrupts(device);
                System.GC.KeepAlive(EduDriver.Manifest);
            }
        }
        """;

    [Theory]
    [InlineData("EnableInterrupts")]
    [InlineData("RunInterrupts")]
    [InlineData("Manifest")]
    public async Task A_generated_member_is_found_in_the_generated_document(string name)
    {
        using EditorProject project = await EditorProject.With(Driver, Program);
        Document program = project[1].Document;
        ISymbol member = (await SymbolFinder.FindSymbolAtPositionAsync(program, (await project[1].SpanOf(name)).Start))!;
        ISymbol source = (await SymbolFinder.FindSourceDefinitionAsync(member, program.Project.Solution))!;
        foreach (Location location in source.Locations)
        {
            SourceGeneratedDocument generated = Assert.IsType<SourceGeneratedDocument>(program.Project.Solution.GetDocument(location.SourceTree), exactMatch: false);
            Assert.Contains("EduDriver", generated.HintName, StringComparison.Ordinal);
            SourceText text = await generated.GetTextAsync();
            Assert.Equal(name, text.ToString(location.SourceSpan));
        }

        Assert.Empty(await EditorProject.Build());
    }

    [Fact]
    public async Task A_generated_document_is_there_while_its_driver_is()
    {
        using EditorProject project = await EditorProject.With(Driver);
        SourceGeneratedDocument first = Assert.Single(await project[0].Document.Project.GetSourceGeneratedDocumentsAsync());
        Assert.Contains("EduDriver", first.HintName, StringComparison.Ordinal);

        await project[0].Type("class EduDriver", "class RenamedDriver");
        SourceGeneratedDocument renamed = Assert.Single(await project[0].Document.Project.GetSourceGeneratedDocumentsAsync());
        Assert.Contains("RenamedDriver", renamed.HintName, StringComparison.Ordinal);
        await project[0].Type("[InterruptDriver]", "");
        Assert.Empty(await project[0].Document.Project.GetSourceGeneratedDocumentsAsync());
    }

    [Fact]
    public async Task Who_enables_interrupts_is_found_from_the_generated_document()
    {
        using EditorProject project = await EditorProject.With(Driver, Program);
        Document program = project[1].Document;
        ISymbol member = (await SymbolFinder.FindSymbolAtPositionAsync(program, (await project[1].SpanOf("RunInterrupts")).Start))!;
        IEnumerable<ReferencedSymbol> references = await SymbolFinder.FindReferencesAsync(member, program.Project.Solution);
        Assert.Contains(references.SelectMany(static r => r.Locations), l => l.Document.Id == program.Id && !l.IsImplicit);
    }
}
