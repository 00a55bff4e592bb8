using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TopHalf.CompilerTesting;
using TopHalf.Declarations;

namespace TopHalf.Generator.Tests.Incremental;

/// <summary>Edits of every kind in a project of five files, and what each makes the pipeline do: models, and files written.</summary>
public sealed class EditTests
{
    private static readonly string[] Files =
    [
        """
        using TopHalf;
        using R = Lib.Regs;
        namespace App;
        [InterruptDriver]
        public partial class First
        {
            [MsiVector(0)]
            [IrqPending(RegisterType.Mmio32, 0, R.Status, 0x01)]
            private void OnDone(in Interrupt irq) { }
        }
        """,
        """
        using TopHalf;
        namespace App;
        [InterruptDriver]
        public partial class Second
        {
            [MsiVector(0)] private void OnDone(in Interrupt irq) { }
        }
        """,
        """
        namespace App;
        public partial class Second
        {
            [TopHalf.MsiVector(1)] private void OnMore(in TopHalf.Interrupt irq) { }
            private int Count() => 1;
        }
        """,
        "namespace Lib; public class Regs { public const uint Status = 0x10; int _x = 1; }",
        "class Unrelated { int M() { return 1; } }",
    ];

    [Theory]
    [InlineData(4, "return 1", "return 2", "")]
    [InlineData(4, "class", "// A comment.\nclass", "")]
    [InlineData(4, "M()", "M(int x)", "")]
    [InlineData(4, "class Unrelated", "namespace N; enum E { A } class Other", "")]
    [InlineData(4, "class Unrelated { int M() { return 1; } }", "", "")]
    [InlineData(3, "_x = 1", "_x = 2", "")]
    [InlineData(3, "int _x", "void M() { } int _x", "")]
    [InlineData(3, "0x10", "8 + 8", "")]
    [InlineData(3, "0x10", "0x20", "First")]
    [InlineData(3, "public const", "private const", "First")]
    [InlineData(3, "Regs", "Registers", "First")]
    [InlineData(2, "=> 1", "=> 2", "")]
    [InlineData(2, "(1)", "(2)", "Second")]
    [InlineData(2, "private int", "void EnableInterrupts(TopHalf.PciDevice d, TopHalf.InterruptOptions o) { } private int", "Second")]
    [InlineData(1, "{ }", "{ System.Console.Beep(); }", "")]
    [InlineData(1, "private void", "/* A comment. */ void", "")]
    [InlineData(1, "private", "static", "Second")]
    [InlineData(1, "MsiVector(0)", "MsiVector(0, Count = 1)", "")]
    [InlineData(1, "MsiVector(0)", "MsiVector(0, Thread = \"rx\")", "Second")]
    [InlineData(1, "MsiVector(0)", "MsiVector(0, UserVector = 63)", "Second")]
    [InlineData(1, "MsiVector(0)", "MsiVector(0, UserVector = -1)", "")]
    [InlineData(2, "MsiVector(1)", "MsiVector(1, UserVector = 0)", "Second")]
    [InlineData(1, "[InterruptDriver]", "[InterruptDriver(DeviceId = 7)]", "Second")]
    [InlineData(1, "{ }", "{ } private void Helper() { }", "")]
    [InlineData(1, "{ }", "{ } [MsiVector(7)] private void OnSeventh(in Interrupt irq) { }", "Second")]
    [InlineData(0, "R = Lib.Regs;", "R = Lib.Regs; using System;", "")]
    [InlineData(0, "R = Lib.Regs", "R = Lib.Missing", "First")]
    [InlineData(0, "{ }", "{ } } [InterruptDriver] partial class Third { [MsiVector(0)] static void OnDone(in Interrupt irq) { }", "Third")]
    public void Exactly_the_drivers_that_an_edit_is_about_are_written(int file, string before, string after, string written)
    {
        GeneratorRun run = GeneratorRun.Generate(ProjectOptions.Default, Files);
        Assert.Contains(before, Files[file], StringComparison.Ordinal);
        SyntaxTree tree = run.Input.SyntaxTrees[file];
        SyntaxTree edited = CSharpSyntaxTree.ParseText(
            Files[file].Replace(before, after, StringComparison.Ordinal), DriverProject.ParseOptions(ProjectOptions.Default), tree.FilePath);
        GeneratorRunResult result = run.Driver.RunGenerators(run.Input.ReplaceSyntaxTree(tree, edited)).GetRunResult().Results.Single();

        string[] expected = written.Length == 0 ? [] : [written];
        Assert.Equal(expected, Awake(result.TrackedSteps[TrackingNames.Drivers]).Select(static m => ((DriverModel)m).Shell.Name));
        Assert.Equal(expected.Length, Awake(result.TrackedOutputSteps.SelectMany(static s => s.Value)).Count());
    }

    [Fact]
    public void Another_runtime_reaches_every_driver_through_the_facts()
    {
        GeneratorRun run = GeneratorRun.Generate(ProjectOptions.Default, Files);
        MetadataReference[] others = [.. run.Input.References.Where(static r => !r.Display!.EndsWith("TopHalf.dll", StringComparison.Ordinal))];
        CSharpCompilation edited = run.Input.WithReferences([.. others, DriverProject.Create(ProjectOptions.Default).ToMetadataReference()]);
        GeneratorRunResult result = run.Driver.RunGenerators(edited).GetRunResult().Results.Single();
        // Without a runtime there is no attribute, so no driver.
        Assert.Empty(result.GeneratedSources);
        Assert.Equal(
            [IncrementalStepRunReason.Modified],
            result.TrackedSteps[TrackingNames.Facts].SelectMany(static s => s.Outputs).Select(static o => o.Reason));
    }

    [Fact]
    public void An_older_language_writes_every_driver_again()
    {
        GeneratorRun run = GeneratorRun.Generate(ProjectOptions.Default, Files);
        var older = new ProjectOptions { Language = LanguageVersion.CSharp11 };
        CSharpCompilation edited = run.Input.RemoveAllSyntaxTrees().AddSyntaxTrees(
            run.Input.SyntaxTrees.Select(t => CSharpSyntaxTree.ParseText(t.GetText(), DriverProject.ParseOptions(older), t.FilePath)));
        GeneratorRunResult result = run.Driver
            .WithUpdatedParseOptions(DriverProject.ParseOptions(older)).RunGenerators(edited).GetRunResult().Results.Single();
        Assert.Equal(2, result.GeneratedSources.Length);
        Assert.All(result.GeneratedSources, static s => Assert.DoesNotContain("switch", s.SourceText.ToString(), StringComparison.Ordinal));
    }

    private static IEnumerable<object> Awake(IEnumerable<IncrementalGeneratorRunStep> steps) => steps
        .SelectMany(static s => s.Outputs)
        .Where(static o => o.Reason is not (IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged))
        .Select(static o => o.Value);
}
