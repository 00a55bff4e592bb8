using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TopHalf.CompilerTesting;

namespace TopHalf.Generator.Tests.Incremental;

/// <summary>
/// One edit in another file than the driver's, which changes what the driver means: it must be seen. Each case is one way by
/// which a declaration depends on another.
/// </summary>
public sealed class DependencyTests
{
    private const string Driver = """
        using TopHalf;
        using Lib;
        namespace App;
        [InterruptDriver]
        partial class MyDriver
        {
            [MsiVector(0)]
            [IrqPending(RegisterType.Mmio32, 0, $, 1)]
            public void OnDone(in Interrupt irq) { }
        }
        """;

    private const string Regs = "namespace Lib { public class Regs { public const uint Status = 4; } }";

    [Theory]
    [InlineData("Regs.Status", Regs, "= 4", "= 8")]
    [InlineData("Regs.Status", Regs, "const", "static")]
    [InlineData("Regs.Status", Regs, "public const", "private const")]
    [InlineData("Regs.Status", Regs, "Regs", "Registers")]
    [InlineData("Regs.Status", Regs, "namespace Lib", "namespace Other")]
    [InlineData("Regs.Status", Regs, "} }", "} } namespace App { class Regs { public const uint Status = 16; } }")]
    [InlineData("(uint)Kind.Second", "namespace Lib { enum Kind { First, Second = 4 } }", "= 4", "= 8")]
    [InlineData("(uint)Kind.Second", "namespace Lib { enum Kind { First, B, C, D, Second } }", "First", "A, X, Y, Z, First")]
    [InlineData("sizeof(Kind)", "namespace Lib { enum Kind : int { First } }", "int", "long")]
    [InlineData("Regs.Status", "namespace Lib { class Regs { public const uint Status = More.Value; } class More { public const uint Value = 4; } }", "= 4", "= 8")]
    [InlineData("Regs.Status", "namespace Lib { class Regs { public const uint Status = More.Value; } class More { public const uint Value = (uint)Kind.B; } enum Kind { A, B = 4 } }", "= 4", "= 8")]
    [InlineData("Regs.Status", "namespace Lib { class Regs : Base { } class Base { public const uint Status = 4; } }", "= 4", "= 8")]
    [InlineData("Regs.Status", "namespace Lib { class Regs : Base { } class Base { public const uint Status = 4; } }", "Regs : Base", "Regs")]
    [InlineData("Regs.Deep.Status", "namespace Lib { class Regs { public class Deep { public const uint Status = 4; } } }", "= 4", "= 8")]
    [InlineData("Regs.Deep.Status", "namespace Lib { class Regs { public const uint X = 4; public class Deep { public const uint Status = X; } } }", "= 4", "= 8")]
    [InlineData("G", "global using static Lib.Regs; namespace Lib { public class Regs { public const uint G = 4; } public class Regs2 { public const uint G = 8; } }", "Lib.Regs;", "Lib.Regs2;")]
    [InlineData("G.Status", "global using G = Lib.Regs; namespace Lib { public class Regs { public const uint Status = 4; } }", "= 4", "= 8")]
    [InlineData("Regs.Status", "namespace Lib { using M = More; class Regs { public const uint Status = M.Value; } class More { public const uint Value = 4; } class More2 { public const uint Value = 8; } }", "= More;", "= More2;")]
    [InlineData("Regs.Status", "namespace Lib { using M = More; class Regs { public const uint Status = M.Value; } class More { public const uint Value = 4; } }", "= 4", "= 8")]
    [InlineData("Status", "namespace App { partial class MyDriver { const uint Status = 4; } }", "= 4", "= 8")]
    [InlineData("4", "namespace App { partial class MyDriver { [TopHalf.MsiVector(1)] void OnMore(in TopHalf.Interrupt irq) { } } }", "(1)", "(2)")]
    [InlineData("4", "namespace App { partial class MyDriver { [TopHalf.MsiVector(7, UserVector = 9)] void OnMore(in TopHalf.Interrupt irq) { } } }", "= 9", "= 8")]
    [InlineData("4", "namespace App { partial class MyDriver { [TopHalf.MsiVector(7, UserVector = 9), TopHalf.MsiVector(8, UserVector = 8)] void OnMore(in TopHalf.Interrupt irq) { } } }", "= 8", "= 9")]
    [InlineData("4, 1)] [MsiVector(7, UserVector = (int)Regs.Status)] [IrqDisable(RegisterType.Mmio32, 0, 8", Regs, "= 4", "= 8")]
    [InlineData("4, 1)] [MsiVector(7, UserVector = (int)Regs.Status)] [IrqDisable(RegisterType.Mmio32, 0, 8", Regs, "= 4", "= 64")]
    [InlineData("4", "namespace App { partial class MyDriver { } }", "{ } }", "{ void Manifest() { } } }")]
    [InlineData("4", "namespace App { partial class MyDriver : Base { } class Base { void Manifest() { } } }", "void Manifest", "public void Manifest")]
    [InlineData("4", "namespace App { partial class MyDriver { } }", "{ } }", "{ class Manifest { } } }")]
    [InlineData("4", "namespace App { partial class MyDriver { } }", "{ } }", "{ delegate void RunInterrupts(); } }")]
    [InlineData("4", "namespace App { partial class MyDriver { class Manifest { } } }", "class Manifest", "class Manifest2")]
    [InlineData("4", "namespace App { partial class MyDriver : Base { } class Base { } }", "class Base { }", "class Base { public class TopHalfDispatcher { } }")]
    [InlineData("4", "namespace App { partial class MyDriver : Base { } class Base { private class Manifest { } } }", "private class", "public class")]
    [InlineData("4", "namespace App { partial class MyDriver : Base { } class Base { public enum Manifest { } } }", "enum Manifest", "enum Other")]
    [InlineData("4", "namespace App { partial class MyDriver : Base { } class Base { public void EnableInterrupts(TopHalf.PciDevice d, TopHalf.InterruptOptions o) { } }  }", "}  }", "} class Unrelated { }  namespace TopHalf { class PciDevice { } class InterruptOptions { } } }")]
    [InlineData("4", "namespace App { partial class MyDriver : Base { } class Base : Root { } class Root { } }", "class Root {", "class Root { [TopHalf.MsiVector(3)] public void OnRoot(in TopHalf.Interrupt irq) { }")]
    [InlineData("4", "namespace App { partial class MyDriver : Base { } class Base { } }", "class Base", "[TopHalf.InterruptDriver] class Base")]
    [InlineData("4", "using Mark = System.ObsoleteAttribute; namespace App { partial class MyDriver : Base { } [Mark] class Base { } }", "System.Obsolete", "TopHalf.InterruptDriver")]
    [InlineData("4", "", "", "namespace App { class Interrupt { } }")]
    [InlineData("4", "", "", "namespace App.TopHalf { class X { } } namespace App { enum RegisterType { Mmio32 } }")]
    [InlineData("4", "", "", "namespace App { class IrqPending : System.Attribute { public IrqPending(params object[] x) { } } }")]
    [InlineData("4", "", "", "namespace App { class IrqPendingAttribute : System.Attribute { public IrqPendingAttribute(params object[] x) { } } }")]
    [InlineData("4", "", "", "namespace TopHalf { public class IrqPendingAttribute : System.Attribute { public IrqPendingAttribute(params object[] x) { } } }")]
    [InlineData("Lib.Regs.Status", Regs, "namespace", "int Lib = 1; namespace")]
    [InlineData("4, 1)] [IrqAck(RegisterType.Mmio32, 0, 0, 1, OffsetFrom = \"Start\")] [IrqDisable(RegisterType.Mmio32, 0, 8", "namespace App { partial class MyDriver { uint Start; } }", "uint", "long")]
    [InlineData("4, 1)] [IrqAck(RegisterType.Mmio32, 0, 0, 1, OffsetFrom = \"Start\")] [IrqDisable(RegisterType.Mmio32, 0, 8", "namespace App { partial class MyDriver { uint Start; } }", "uint", "static uint")]
    [InlineData("4, 1)] [IrqAck(RegisterType.Mmio32, 0, 0, 1, OffsetFrom = \"Start\")] [IrqDisable(RegisterType.Mmio32, 0, 8", "namespace App { partial class MyDriver : Base { } class Base { public uint Start; } }", "public", "private")]
    [InlineData("4, 1)] [IrqAck(RegisterType.Mmio32, 0, 0, 1, OffsetFrom = \"Start\")] [IrqDisable(RegisterType.Mmio32, 0, 8", "namespace App { partial class MyDriver : Base { } class Base { public uint Start { get; set; } } }", "get;", "private get;")]
    [InlineData("4, 1)] [IrqAck(RegisterType.Mmio32, 0, 0, 1, OffsetFrom = \"Start\")] [IrqDisable(RegisterType.Mmio32, 0, 8", "namespace App { partial class MyDriver : Base { } class Base { public uint Start => 4; } }", "Start => 4;", "Start { set { } }")]
    [InlineData("4, 1)] [IrqAck(RegisterType.Mmio32, 0, 0, 1, OffsetFrom = \"Start\")] [IrqDisable(RegisterType.Mmio32, 0, 8", "namespace App { partial class MyDriver : Base { } class Base : Root { } class Root { public int Start; } }", "int Start", "int Begin")]
    [InlineData("4, 1)] [IrqAck(RegisterType.Mmio32, 0, 0, 1, OffsetFrom = \"Start\")] [IrqDisable(RegisterType.Mmio32, 0, 8", "namespace App { partial class MyDriver : Base { } class Base : Root { } class Root { public int Start; } }", "Base : Root { }", "Base : Root { public string Start; }")]
    [InlineData("4, 15)] [StatusBits(Regs.Status, Each = true)] [IrqDisable(RegisterType.Mmio32, 0, 8", Regs, "= 4", "= 1")]
    [InlineData("4, 15)] [StatusBits(Regs.Status)] [IrqDisable(RegisterType.Mmio32, 0, 8", Regs, "= 4", "= 8")]
    [InlineData("4, 15)] [StatusBank(RegisterType.Mmio32, 0, 8, Regs.Status)] [IrqDisable(RegisterType.Mmio32, 0, 8", Regs, "= 4", "= 8")]
    [InlineData("4, 15)] [StatusBits(1)] [IrqDisable(RegisterType.Mmio32, 0, 8", "namespace App { partial class MyDriver { [TopHalf.MsiVector(0), TopHalf.StatusBits(2)] void OnMore(in TopHalf.Interrupt irq) { } } }", "StatusBits(2)", "StatusBits(6)")]
    [InlineData("4, 15)] [StatusBits(1)] [IrqDisable(RegisterType.Mmio32, 0, 8", "namespace App { partial class MyDriver { [TopHalf.MsiVector(0), TopHalf.StatusBits(2)] void OnMore(in TopHalf.Interrupt irq) { } } }", "MsiVector(0)", "IntxLine")]
    public void An_edit_elsewhere_that_changes_the_driver_is_seen(string offset, string other, string before, string after)
    {
        string driver = Driver.Replace("$", offset, StringComparison.Ordinal);
        string edited = before.Length == 0 ? other + after : other.Replace(before, after, StringComparison.Ordinal);
        Assert.NotEqual(other, edited);
        string[] fresh = Models(driver, edited);
        Assert.Equal(fresh, AfterEdit(edited, driver, other));
    }

    /// <summary>What the type of a member means is decided in the file of a base class, and by what is declared elsewhere.</summary>
    [Theory]
    [InlineData("using System; namespace App { class Base { public UInt32 Start; } }", "namespace App { class Unrelated { } struct UInt32 { } }")]
    [InlineData("using System; namespace App { class Base { public Int32 Start => 4; } }", "namespace App { class Unrelated { } enum Int32 { } }")]
    [InlineData("namespace App { class Base { public System.UInt32 Start; } }", "namespace App { class Unrelated { } namespace System { struct UInt32 { } } }")]
    [InlineData("namespace App { using Word = System.UInt32; class Base { public Word Start; } }", "namespace App { class Unrelated { } namespace System { struct UInt32 { } } }")]
    public void What_the_type_of_a_member_means_in_a_base_class_is_seen(string root, string edited)
    {
        string driver = Driver.Replace("$", "4, 1)] [IrqAck(RegisterType.Mmio32, 0, 0, 1, OffsetFrom = \"Start\")] [IrqDisable(RegisterType.Mmio32, 0, 8", StringComparison.Ordinal)
            .Replace("class MyDriver", "class MyDriver : Base", StringComparison.Ordinal);
        Assert.Equal(Models(driver, edited, root), AfterEdit(edited, driver, "namespace App { class Unrelated { } }", root));
    }

    [Theory]
    [InlineData("namespace App { class Vec : System.Attribute { public Vec(int x) { } } }")]
    [InlineData("namespace App { class VecAttribute : System.Attribute { public VecAttribute(int x) { } } }")]
    public void What_an_attribute_means_in_the_file_of_a_base_class_is_seen(string edited)
    {
        const string Base = """
            using Vec = TopHalf.MsiVectorAttribute;
            namespace App { class Base { [Vec(3)] public void OnRoot(in TopHalf.Interrupt irq) { } } }
            """;
        string driver = Driver.Replace("$", "4", StringComparison.Ordinal).Replace("class MyDriver", "class MyDriver : Base", StringComparison.Ordinal);
        Assert.Equal(Models(driver, edited, Base), AfterEdit(edited, driver, "", Base));
    }

    [Fact]
    public void What_holds_for_the_assembly_is_seen()
    {
        const string Edited = "[assembly: System.Diagnostics.CodeAnalysis.Experimental(\"Y\")]";
        string driver = Driver.Replace("$", "4", StringComparison.Ordinal)
            .Replace("public void", "[System.Diagnostics.CodeAnalysis.Experimental(\"X\")] public void", StringComparison.Ordinal);
        Assert.Equal(Models(driver, Edited), AfterEdit(Edited, driver, ""));
    }

    [Theory]
    [InlineData("class Regs { public const uint Status = 4; void M() { int x = 1; } }", "x = 1", "x = 2")]
    [InlineData("class Regs { public const uint Status = 4; int _x = 1; }", "_x = 1", "_x = 2")]
    [InlineData("class Regs { public const uint Status = 4; int X => 1; int Y { get { return 1; } } = 1; }", "1", "2")]
    [InlineData("class Regs { public const uint Status = 4; } class Other { void M() { } }", "void M()", "public int N(int x)")]
    [InlineData("class Regs { public const uint Status = 4; } class Other { }", "Other", "Another")]
    [InlineData("class Regs { public const uint Status = 4; } class Other { const int X = 1; enum E { A } }", "A", "A, B")]
    [InlineData("class Regs { public const uint Status = 4; } /* comment */", "comment", "word")]
    public void An_edit_elsewhere_that_cannot_matter_is_known_not_to(string other, string before, string after)
    {
        CSharpCompilation project = Project(Driver.Replace("$", "Regs.Status", StringComparison.Ordinal), other);
        CSharpCompilation edited = Replace(project, other.Replace(before, after, StringComparison.Ordinal));
        Assert.False(State(edited).IsAffected("MyDriver", State(project)));
    }

    [Fact]
    public void Another_reference_or_option_can_always_matter()
    {
        CSharpCompilation project = Project(Driver, Regs);
        CSharpCompilation[] others =
        [
            project.WithReferences(project.References.Skip(1)),
            project.WithOptions(project.Options.WithOverflowChecks(true)),
            project.WithAssemblyName("Friend"),
        ];
        Assert.All(others, other => Assert.True(State(other).IsAffected("MyDriver", State(project))));
        Assert.False(State(project.Clone()).IsAffected("MyDriver", State(project)));
    }

    private static ProjectState State(Compilation compilation) => ProjectState.Of(compilation, CancellationToken.None);

    private static string[] Models(params string[] sources) => Run(Project(sources)).Models;

    // Replaces the second of the files.
    private static string[] AfterEdit(string after, params string[] before)
    {
        CSharpCompilation project = Project(before);
        (string[] first, GeneratorDriver generator, ModelsGenerator models) = Run(project);
        generator.RunGenerators(Replace(project, after));
        string[] second = Tell(models);
        Assert.NotEqual(first, second);
        return second;
    }

    private static (string[] Models, GeneratorDriver Driver, ModelsGenerator Generator) Run(CSharpCompilation project)
    {
        var generator = new ModelsGenerator();
        GeneratorDriver driver = CSharpGeneratorDriver.Create(generator).RunGenerators(project);
        return (Tell(generator), driver, generator);
    }

    private static string[] Tell(ModelsGenerator generator) => [.. generator.Models.Select(static m =>
        $"{m.Namespace}.{m.Shell.Name} {m.IsFaulty} {m.Taken} {m.IsLine} {string.Join(' ', m.Members)} {string.Join(' ', m.Handlers.Select(static h => $"{h.Name} {string.Join(' ', h.Vectors)} {string.Join(' ', h.Program)}"))}")];

    private static CSharpCompilation Project(params string[] sources) => DriverProject.Create(ProjectOptions.Default, sources);

    private static CSharpCompilation Replace(CSharpCompilation project, string text) => project.ReplaceSyntaxTree(
        project.SyntaxTrees[1],
        CSharpSyntaxTree.ParseText(text, DriverProject.ParseOptions(ProjectOptions.Default), project.SyntaxTrees[1].FilePath));
}
