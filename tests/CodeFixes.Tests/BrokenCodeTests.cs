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

    /// <summary>What each fix mends, and the pages of the rules about declarations.</summary>
    public static TheoryData<string> Sources =>
    [
        .. AllFixes.Instances.SelectMany(static f => f.FixableDiagnosticIds).Distinct().Where(static id => !AllRules.IsEffect(id))
            .Order(StringComparer.Ordinal).Select(static id => RulePage.Code(id, "Non-compliant")),
        .. FixAllTests.Fixes.Select(static row => FixAllTests.Twice(row.Data.Item2, "A")),
    ];

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task Code_that_is_cut_off_anywhere(string source)
    {
        int offered = 0;
        for (int length = source.Length; length > 0; length -= Stride)
        {
            offered += await ApplyAll(source[..length]);
        }

        Assert.NotEqual(0, offered);
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task Code_with_a_hole_anywhere(string source)
    {
        int offered = 0;
        for (int start = 0; start + Stride <= source.Length; start += Stride)
        {
            offered += await ApplyAll(source.Remove(start, Stride));
        }

        Assert.NotEqual(0, offered);
    }

    private static async Task<int> ApplyAll(string source)
    {
        using var workspace = new FixWorkspace([[source]], CodeFixTest.Options);
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
