using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TopHalf.CompilerTesting;

namespace TopHalf.Generator.Tests.Incremental;

/// <summary>
/// A project in which what a driver says depends on other files in every way that C# has: usings, aliases, constants of
/// constants, enumerations, base classes, other parts, types around it, names that are hidden. Each place has several texts,
/// and an edit turns one of these dials.
/// </summary>
internal sealed class DialProject(Random random)
{
    private static readonly string[] Numbers =
    [
        "Lib.Regs.Status", "0x10", "Status", "Regs.Status", "R.Status", "Regs.Deep.Status", "(uint)Kind.Second", "sizeof(Kind) * 4",
        "Base.Inherited", "Inherited", "Hidden.Status", "global::Lib.More.Value", "More.Value << 2", "Missing", "Status + 4", "",
    ];

    private static readonly string[] Usings =
    [
        "using TopHalf;\n", "using TopHalf; using Lib;\n", "using TopHalf; using static Lib.Regs;\n", "using TopHalf; using R = Lib.Regs;\n",
        "using TopHalf; using IrqPending = TopHalf.IrqAckAttribute;\n", "using TopHalf; using static Lib.Kind; using Lib;\n", "",
    ];

    // Every file is a list of places, each with the texts that can stand there.
    private static readonly string[][][] Files =
    [
        [
            Usings,
            ["namespace App.Drivers;\n", "namespace App;\n", "namespace Lib;\n", ""],
            ["[InterruptDriver]", "[InterruptDriver(VendorId = (ushort)Kind.Second)]", "[TopHalf.InterruptDriver(DeviceId = 7)]", ""],
            ["partial class A", "class A", "partial class A : Base", "partial class A : Lib.Base", "sealed partial class A : Generic<A>"],
            ["{ "],
            ["", "const uint Status = 0x20; ", "const uint Status = More.Value; ", "class Hidden { public const uint Status = 12; } ", "enum Kind { Second = 3 } "],
            ["", "[System.Diagnostics.CodeAnalysis.Experimental(\"Y\")] "],
            ["", "uint _own = 4; ", "readonly int _own = 4; ", "static uint _own => 4; ", "Word _own; ", "long _own; ", "const uint _own = 4; ", "[System.Obsolete] uint _own = 4; "],
            ["", "[DeviceRequest] void OnAsked() { } ", "[DeviceRequest, System.Diagnostics.CodeAnalysis.Experimental(\"Z\")] void OnAsked() { } ", "[DeviceRequest] partial void OnAsked(); ", "[DeviceError, DeviceRequest] extern void OnAsked(); "],
            ["[MsiVector(0", "[MsiVector((int)Kind.Second", "[MsiVector(0, Thread = nameof(Lib.Regs)", "[MsiVector(0, Count = Regs.Count", "[MsiVector(0, UserVector = Regs.Count", "[IntxLine(Thread = nameof(Lib.Regs)", "[IntxLine(Thread = \"\""],
            [")] ", ")] [StatusBits(1)] ", ")] [StatusBits(Regs.Mask)] ", ")] [StatusBits((ulong)Kind.Second, Each = true)] "],
            ["[IrqPending(RegisterType.Mmio32, 0, "],
            Numbers,
            [", 1", ", Regs.Mask"],
            ["", ", OffsetFrom = \"_start\"", ", OffsetFrom = nameof(_own)", ", StrideFrom = \"Step\"", ", Recheck = Regs.Count"],
            [")] void OnA(in Interrupt irq)", ")] static void OnA(in Interrupt irq)", ")] public override void OnA(in Interrupt irq)", ")] partial void OnA(in Interrupt irq)"],
            [" { }", " { int x = 0; }", ";"],
            [" }"],
        ],
        [
            Usings,
            ["namespace App.Drivers;\n", "namespace App;\n"],
            ["partial class A { ", "partial class A : Base { ", "partial class Outer { ", "class Unrelated { "],
            ["", "const uint Status = 0x30; ", "partial void OnAsked() { } ", "extern partial void OnAsked(); ", "async partial void OnAsked() { } ", "[MsiVector(1)] void OnA2(in Interrupt irq) { } ", "void EnableInterrupts(PciDevice d, InterruptOptions o) { } "],
            ["", "[IrqAck(RegisterType.Mmio32, 0, "],
            Numbers,
            ["", ", 1)] void OnMore() { }", ", 1)] [MsiVector(5)] void OnMore(in Interrupt irq) { }", ", 1)] [MsiVector(5, Count = 2, UserVector = Regs.Count)] void OnMore(in Interrupt irq) { }", ", 1)] [MsiVector(0)] [StatusBits(2)] void OnMore(in Interrupt irq) { }", ", 1)] [IntxLine, StatusBits(Regs.Mask)] void OnMore(in Interrupt irq) { }", ", 1)] partial void OnA(in Interrupt irq) { }"],
            [" }"],
        ],
        [
            ["", "using Elsewhere;\n", "using M = Elsewhere.More;\n"],
            ["namespace Lib;\n", "namespace Lib.Inner;\n", "namespace App;\n"],
            ["public static partial class Regs { ", "internal class Regs { ", "class Regs { "],
            ["public const uint Status = ", "const uint Status = ", "public static uint Status = "],
            ["0x20", "0x24", "More.Value", "M.Value", "Other.Value"],
            ["; ", "; int _x = 1; ", "; int _x = 2; ", "; int Method() { return 1; } ", "; int Method(int x) => x; "],
            ["public const int Count = 1; ", "public const int Count = 2; ", "public const byte Count = 2; ", ""],
            ["public const ulong Mask = 1; ", "public const ulong Mask = 3; ", "public const byte Mask = 2; ", "public const ulong Mask = More.Value; ", ""],
            ["public class Deep { public const uint Status = 8; } ", "class Deep { public const uint Status = 16; } ", ""],
            ["} "],
        ],
        [
            ["namespace Lib { ", "namespace App { ", "namespace Elsewhere { "],
            ["public class More { public const uint Value = ", "static class More { public const uint Value = ", "class Moore { public const uint Value = "],
            ["4", "8", "Other.Value * 2", "(uint)Kind.Second"],
            ["; } public enum Kind { First, Second } }", "; } public enum Kind { First, Between, Second } }", "; } public enum Kind : ushort { Second = 4 } }", "; } }"],
        ],
        [
            ["namespace App { ", "namespace Lib { ", "namespace TopHalf { ", ""],
            ["public class Other { public const uint Value = 4; } ", "class Other { public const uint Value = 16; public void M() { } } ", ""],
            ["", "class Interrupt { } ", "class IrqPendingAttribute : System.Attribute { public IrqPendingAttribute(int a) { } } ", "enum RegisterType { Mmio32 } ", "class MsiVectorAttribute : System.Attribute { public MsiVectorAttribute(int x) { } } "],
            ["}", "} }"],
        ],
        [
            Usings,
            ["namespace App; ", "namespace Lib; "],
            ["public class Base : Root { ", "[InterruptDriver] public partial class Base : Root { ", "class Base { "],
            ["", "public const uint Inherited = 0x40; ", "protected const uint Inherited = Regs.Status; ", "public void Manifest() { } ", "protected void RunInterrupts(PciDevice d, InterruptOptions o, System.Threading.CancellationToken t) { } "],
            ["", "protected uint _start; ", "protected Word _start; ", "protected UInt32 _start; ", "public static System.Int32 _start => 4; ", "private uint _start; ", "public string _start = \"\"; ", "public uint Step { get; set; } ", "public uint Step { private get; set; } ", "public uint Step { [System.Obsolete] get; set; } ", "public static int Step() => 4; "],
            ["", "public void EnableInterrupts(P d, InterruptOptions o) { } ", "public virtual void OnA(in Interrupt irq) { } ", "[System.Obsolete] public virtual void OnA(in Interrupt irq) { } ", "[MsiVector(9)] public void OnBase(in Interrupt irq) { } ", "public override void OnA(in Interrupt irq) { } "],
            ["} public class Root { public const uint Inherited = 0x44; } ", "} public class Root { private class TopHalfDispatcher { } } ", "} public class Root { [System.Obsolete] public virtual void OnA(in Interrupt irq) { } } ", "} public class Root { public int Manifest; } ", "} public class Root { public uint _start, Step; } "],
            ["public class Generic<T> { public const uint Inherited = 0x48; }", ""],
        ],
        [
            ["", "global using TopHalf;\n", "global using Lib;\n", "global using R = Lib.Regs;\n", "global using static Lib.Regs;\n", "global using Word = System.UInt32;\n", "global using System;\n", "global using P = TopHalf.PciDevice;\n", "[assembly: System.Diagnostics.CodeAnalysis.Experimental(\"X\")]\n"],
            ["namespace App.TopHalf { class X { } }", "namespace App { class UInt32 { } }", "namespace Lib { struct Word { } }", "namespace App.Lib { class Y { } }", "class P { }", "System.Console.Beep();", "int Status = 1, Lib = 2; System.Console.Beep();", ""],
        ],
        [
            ["using TopHalf; namespace App { "],
            ["partial class Outer { ", "class Outer { ", "public partial class Outer<T> { ", "file partial class Outer { "],
            ["const uint Status = 0x50; ", ""],
            ["[InterruptDriver] partial class B { [MsiVector(0)] [IrqAck(RegisterType.Mmio32, 0, "],
            Numbers,
            [", 3)] void OnB(in Interrupt irq) { } } } }"],
        ],
        [
            ["class Unrelated { void M() { int x = 1; } }", "class Unrelated { void M() { int x = 2; } }", "class Unrelated { void M2() { } }", "class Unrelated2 { public const int Status = 1; }"],
        ],
    ];

    private readonly int[][] _dials = [.. Files.Select(file => file.Select(place => Turn(random, place)).ToArray())];

    /// <summary>The project as its dials are.</summary>
    public CSharpCompilation Create()
        => DriverProject.Create(ProjectOptions.Default, [.. Files.Select((_, i) => Text(i))]);

    /// <summary>Turns a dial, or breaks, moves or removes a file.</summary>
    public CSharpCompilation Edit(CSharpCompilation project)
    {
        int file = random.Next(Files.Length);
        SyntaxTree? tree = project.SyntaxTrees.FirstOrDefault(t => t.FilePath == Path(file));
        switch (random.Next(20))
        {
            case 0 when tree is not null:
                return project.RemoveSyntaxTrees(tree);
            case 1 when tree is not null:
                return project.RemoveSyntaxTrees(tree).AddSyntaxTrees(tree);
            case 2:
                string text = Text(file);
                int at = random.Next(text.Length + 1);
                return Replace(project, tree, Parse(text.Remove(at, random.Next(Math.Min(6, text.Length - at + 1))), file));
            default:
                int[] dials = _dials[file];
                int place = random.Next(dials.Length);
                dials[place] = Turn(random, Files[file][place]);
                return Replace(project, tree, Parse(Text(file), file));
        }
    }

    // The first texts of all places are a project without faults. Where everything is at random, everything is wrong.
    private static int Turn(Random random, string[] place) => random.Next(5) < 3 ? 0 : random.Next(place.Length);

    private static CSharpCompilation Replace(CSharpCompilation project, SyntaxTree? tree, SyntaxTree by)
        => tree is null ? project.AddSyntaxTrees(by) : project.ReplaceSyntaxTree(tree, by);

    private static string Path(int file) => file == 0 ? "Driver.cs" : $"Driver{file + 1}.cs";

    private static SyntaxTree Parse(string text, int file)
        => CSharpSyntaxTree.ParseText(text, DriverProject.ParseOptions(ProjectOptions.Default), Path(file));

    private string Text(int file) => string.Concat(Files[file].Select((place, i) => place[_dials[file][i]]));
}
