using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;

namespace TopHalf.CodeFixes.Tests.Editor;

/// <summary>Somebody types, and looks at what the editor says after each key.</summary>
public sealed class TypingTests
{
    private const string Driver = """
        using System.Collections.Generic;
        using TopHalf;

        [InterruptDriver]
        internal sealed partial class EduDriver
        {
            private readonly List<ulong> _seen = new(64);

            public List<ulong> Seen => _seen;

            [MsiVector(0)]
            [IrqAck(RegisterType.Mmio32, bar: 0, offset: 0x64, mask: 0x1)]
            private void OnDone(in Interrupt irq)
            {
                // here
            }
        }
        """;

    private const string Helper = """
        using System.Collections.Generic;

        internal static class Log
        {
            public static void Add(List<ulong> seen, ulong status)
            {
                // here
            }
        }
        """;

    [Fact]
    public async Task A_wrong_offset_is_told_on_its_token_at_each_key_and_mended_where_it_is()
    {
        using EditorProject project = await EditorProject.With(Driver);
        OpenDocument document = project[0];
        Assert.Empty(await document.Squiggles());

        await document.Type("offset: 0x64", "offset: 0x6");
        Assert.Equal(["TH1302 0x6"], await document.Squiggles());
        await document.Type("offset: 0x6", "offset: 0x66");
        Diagnostic diagnostic = Assert.Single(await document.Diagnose());
        Assert.Equal("TH1302", diagnostic.Id);
        Assert.Equal(await document.SpanOf("0x66"), diagnostic.Location.SourceSpan);

        CodeAction offer = Assert.Single(await document.Offers(diagnostic));
        Assert.Equal("Use the offset 0x64, a multiple of 4", offer.Title);
        await document.Take(offer);
        Assert.Equal(Driver, await document.Read());
        Assert.Empty(await EditorProject.Build());
    }

    [Fact]
    public async Task What_is_not_C_sharp_yet_is_told_by_C_sharp_alone()
    {
        using EditorProject project = await EditorProject.With(Driver);
        OpenDocument document = project[0];
        string argument = "offset: 0x64";
        foreach (string typed in new[] { "offset: 0x", "offset: ", "offset", "off" })
        {
            await document.Type(argument + ", mask", typed + ", mask");
            argument = typed;
            string[] squiggles = await document.Squiggles();
            Assert.NotEmpty(squiggles);
            Assert.All(squiggles, static s => Assert.StartsWith("CS", s, StringComparison.Ordinal));
        }

        await document.Type("off, mask", "offset: 0x64, mask");
        Assert.Empty(await EditorProject.Build());
    }

    [Fact]
    public async Task A_handler_that_allocates_is_told_on_its_call_and_no_longer_when_the_call_is_gone()
    {
        using EditorProject project = await EditorProject.With(Driver);
        OpenDocument document = project[0];
        await document.Type("// here", "_seen.Add(irq.Status);");
        Assert.Equal(["TH2012 Add"], await document.Squiggles());

        await document.Type("_seen.Add(irq.Status);", "_seen[0] = irq.Status;");
        Assert.DoesNotContain(await document.Squiggles(), static s => s.StartsWith("TH2012", StringComparison.Ordinal));
        await document.Type("_seen[0] = irq.Status;", "// here");
        Assert.Empty(await EditorProject.Build());
    }

    [Fact]
    public async Task What_is_typed_into_another_document_is_told_at_the_handlers_call()
    {
        using EditorProject project = await EditorProject.With(Driver, Helper);
        await project[0].Type("// here", "Log.Add(_seen, irq.Status);");
        Assert.Empty(await project[0].Squiggles());

        await project[1].Type("// here", "seen.Add(status);");
        Diagnostic diagnostic = Assert.Single(await project[0].Diagnose());
        Assert.Equal("TH2012", diagnostic.Id);
        Assert.StartsWith("'OnDone' allocates: OnDone → Log.Add → List<ulong>.Add → ", diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Equal("Add", (await project[0].Read()).Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length));
        Assert.Empty(await project[1].Squiggles());
    }
}
