using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TopHalf.CompilerTesting;

namespace TopHalf.Generator.Tests.Incremental;

/// <summary>What an edit makes the pipeline do again.</summary>
public sealed class IncrementalTests
{
    private const string First = """
        using TopHalf;
        [InterruptDriver]
        public partial class First
        {
            [MsiVector(0)]
            [IrqPending(RegisterType.Mmio32, 0, 0x10, 0x01)]
            private void OnDone(in Interrupt irq) { }
        }
        """;

    private const string Second = """
        using TopHalf;
        [InterruptDriver]
        public partial class Second
        {
            [MsiVector(0)] private void OnDone(in Interrupt irq) { }
        }
        """;

    [Theory]
    [InlineData("{ }", "{ System.Console.Beep(); }")]
    [InlineData("private void", "// A comment.\n    public void")]
    [InlineData("0x10, 0x01", "16, mask: 1")]
    [InlineData("public partial", "/// <summary>Text.</summary>\npublic sealed partial")]
    public void An_edit_that_means_the_same_writes_nothing(string before, string after)
        => Assert.Equal(["First: Cached", "Second: Cached"], Edit(First.Replace(before, after, StringComparison.Ordinal)));

    [Theory]
    [InlineData("0x10", "0x20")]
    [InlineData("MsiVector(0)", "MsiVector(1)")]
    [InlineData("OnDone", "OnFinished")]
    [InlineData("[InterruptDriver]", "[InterruptDriver(VendorId = 1)]")]
    [InlineData("private void", "private static void")]
    public void An_edit_of_a_declaration_writes_that_driver_only(string before, string after)
        => Assert.Equal(["First: Modified", "Second: Cached"], Edit(First.Replace(before, after, StringComparison.Ordinal)));

    [Fact]
    public void A_fault_writes_once_and_its_further_edits_nothing()
    {
        string faulty = First.Replace("0x10", "0x11", StringComparison.Ordinal);
        Assert.Equal(["First: Modified", "Second: Cached"], Edit(faulty));
        Assert.Equal(["First: Cached", "Second: Cached"], Edit(faulty.Replace("0x11", "0x12", StringComparison.Ordinal), faulty));
    }

    [Fact]
    public void Another_file_of_the_project_is_nothing_to_us()
    {
        GeneratorRun run = GeneratorRun.Generate(ProjectOptions.Default, First, Second);
        CSharpCompilation edited = run.Input.AddSyntaxTrees(
            CSharpSyntaxTree.ParseText("class Other { }", DriverProject.ParseOptions(ProjectOptions.Default)));
        GeneratorRunResult result = run.Driver.RunGenerators(edited).GetRunResult().Results.Single();
        Assert.All(Reasons(result, TrackingNames.Drivers), static r => Assert.EndsWith(": Cached", r, StringComparison.Ordinal));
        Assert.All(
            result.TrackedOutputSteps.Values.SelectMany(static s => s).SelectMany(static s => s.Outputs),
            static o => Assert.Equal(IncrementalStepRunReason.Cached, o.Reason));
    }

    [Fact]
    public void A_fact_of_the_project_reaches_every_driver()
    {
        GeneratorRun run = GeneratorRun.Generate(ProjectOptions.Default, First, Second);
        CSharpCompilation edited = run.Input.WithOptions(run.Input.Options.WithAllowUnsafe(true));
        GeneratorRunResult result = run.Driver.RunGenerators(edited).GetRunResult().Results.Single();
        Assert.Equal(
            [IncrementalStepRunReason.Modified],
            result.TrackedSteps[TrackingNames.Facts].SelectMany(static s => s.Outputs).Select(static o => o.Reason));
    }

    [Fact]
    public void An_old_compilation_is_not_kept_alive()
    {
        (GeneratorDriver driver, WeakReference old) = RunAndForget();
        for (int i = 0; i < 10 && old.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(old.IsAlive);
        GC.KeepAlive(driver);
    }

    [Fact]
    public void An_old_compilation_is_not_kept_alive_by_what_is_remembered()
    {
        (CSharpCompilation current, WeakReference old) = EditAnotherFileAndForget();
        for (int i = 0; i < 10 && old.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(old.IsAlive);
        // The driver's syntax, by which its model is remembered, is that of the current compilation.
        GC.KeepAlive(current);
    }

    [Fact]
    public void What_is_known_of_a_project_holds_nothing_of_its_compilation()
    {
        CSharpCompilation project = DriverProject.Create(ProjectOptions.Default, First, Second);
        var state = ProjectState.Of(project, CancellationToken.None);
        CSharpCompilation edited = project.RemoveSyntaxTrees(project.SyntaxTrees[1]);
        Assert.True(ProjectState.Of(edited, CancellationToken.None).IsAffected("Second", state));
        ModelWalker.RequireValues(ProjectState.Of(edited, CancellationToken.None), "state");
    }

    [Theory]
    [InlineData("node")]
    [InlineData("token")]
    [InlineData("tree")]
    [InlineData("symbol")]
    [InlineData("reference")]
    public void The_walk_finds_what_must_not_be_there(string what)
    {
        CSharpCompilation project = DriverProject.Create(ProjectOptions.Default, First);
        SyntaxNode root = project.SyntaxTrees[0].GetRoot();
        object hidden = what switch
        {
            "node" => root,
            "token" => root.GetFirstToken(),
            "tree" => project.SyntaxTrees[0],
            "symbol" => project.GlobalNamespace,
            _ => project.References.First(),
        };
        Func<object> closure = () => hidden;
        Assert.Throws<CheckFailedException>(() => ModelWalker.RequireValues(new[] { Tuple.Create(1, closure) }, "closure"));
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static (CSharpCompilation Current, WeakReference Old) EditAnotherFileAndForget()
    {
        CSharpCompilation old = DriverProject.Create(ProjectOptions.Default, First, "class Other { }");
        CSharpCompilation current = old.ReplaceSyntaxTree(
            old.SyntaxTrees[1], CSharpSyntaxTree.ParseText("class Another { }", DriverProject.ParseOptions(ProjectOptions.Default)));
        CSharpGeneratorDriver.Create(new DriverGenerator()).RunGenerators(old).RunGenerators(current);
        return (current, new WeakReference(old));
    }

    // Apart, so that no local of the test holds the compilation.
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static (GeneratorDriver Driver, WeakReference Old) RunAndForget()
    {
        // Steps that are tracked hold what they were made from; a driver as the compiler uses it does not track them.
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new DriverGenerator().AsSourceGenerator()], parseOptions: DriverProject.ParseOptions(ProjectOptions.Default));
        CSharpCompilation old = DriverProject.Create(ProjectOptions.Default, First);
        CSharpCompilation next = DriverProject.Create(ProjectOptions.Default, First.Replace("{ }", "{ ; }", StringComparison.Ordinal));
        return (driver.RunGenerators(old).RunGenerators(next), new WeakReference(old));
    }

    /// <summary>Replaces the first file, and tells what became of each driver's model.</summary>
    private static string[] Edit(string after, string before = First)
    {
        GeneratorRun run = GeneratorRun.Generate(ProjectOptions.Default, before, Second);
        CSharpCompilation edited = run.Input.ReplaceSyntaxTree(
            run.Input.SyntaxTrees[0],
            CSharpSyntaxTree.ParseText(after, DriverProject.ParseOptions(ProjectOptions.Default), run.Input.SyntaxTrees[0].FilePath));
        return Reasons(run.Driver.RunGenerators(edited).GetRunResult().Results.Single(), TrackingNames.Drivers);
    }

    private static string[] Reasons(GeneratorRunResult result, string step)
        => [.. result.TrackedSteps[step]
            .SelectMany(static s => s.Outputs)
            .Select(static o => $"{((Declarations.DriverModel)o.Value).Shell.Name}: {o.Reason}")];
}
