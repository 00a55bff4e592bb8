using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using TopHalf.CompilerTesting;

namespace TopHalf.CodeFixes.Tests;

/// <summary>Editors ask for fixes while code is being typed: none may throw, whatever is missing yet.</summary>
public sealed class BrokenCodeTests
{
    private const int Stride = 11;

    public static TheoryData<string> Ids => [.. AllFixes.Instances.SelectMany(static f => f.FixableDiagnosticIds).Distinct().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_page_that_is_cut_off_anywhere(string id)
    {
        string page = RulePage.Code(id, "Non-compliant");
        int offered = 0;
        for (int length = page.Length; length > 0; length -= Stride)
        {
            offered += await ApplyAll(page[..length]);
        }

        Assert.NotEqual(0, offered);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_page_with_a_hole_anywhere(string id)
    {
        string page = RulePage.Code(id, "Non-compliant");
        int offered = 0;
        for (int start = 0; start + Stride <= page.Length; start += Stride)
        {
            offered += await ApplyAll(page.Remove(start, Stride));
        }

        Assert.NotEqual(0, offered);
    }

    private static async Task<int> ApplyAll(string source)
    {
        using var workspace = new FixWorkspace([[source]]);
        ImmutableArray<Diagnostic> found = await FixWorkspace.Analyze(workspace.First.Project);
        int offered = 0;
        foreach ((DriverCodeFix fix, Diagnostic diagnostic) in AllFixes.Instances.SelectMany(f => found.Where(d => f.FixableDiagnosticIds.Contains(d.Id)).Select(d => (f, d))))
        {
            var actions = new List<CodeAction>();
            await fix.RegisterCodeFixesAsync(new CodeFixContext(workspace.First, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
            foreach (CodeAction action in actions)
            {
                Assert.Single(await action.GetOperationsAsync(CancellationToken.None));
                offered++;
            }
        }

        return offered;
    }
}
