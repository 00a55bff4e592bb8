using Microsoft.CodeAnalysis;
using TopHalf.CompilerTesting;

namespace TopHalf.Generator.Tests;

/// <summary>Whatever the author's code is called, the generated code finds what it means. (GeneratorRun compiles it.)</summary>
public sealed class HostileNamesTests
{
    [Fact]
    public void Types_of_the_author_have_the_names_of_ours() => GeneratorRun.Of("""
        namespace Mine
        {
            class System { }
            class TopHalf { }
            class Interrupt { }
            class Bar { }
            class PciDevice { }
            class DriverManifest { }

            [global::TopHalf.InterruptDriver]
            [global::TopHalf.IrqPending(global::TopHalf.RegisterType.Mmio32, 0, 0, 1)]
            partial class MyDriver
            {
                class Step { }
                class Receiver { }
                int status, receiver, driver, e, irq, bar0, Declared, Contract, Attach, Run, Enable, Handlers, _driver;

                [global::TopHalf.MsiVector(0)]
                void OnDone(in global::TopHalf.Interrupt irq)
                    => status = receiver = driver = e = this.irq = bar0 = Declared = Contract = Attach = Run = Enable = Handlers = _driver;
            }
        }
        """);

    [Theory]
    [InlineData("Run")]
    [InlineData("Attach")]
    [InlineData("Enable")]
    [InlineData("Declared")]
    [InlineData("Contract")]
    [InlineData("Handlers")]
    [InlineData("Step")]
    [InlineData("driver")]
    [InlineData("Bar")]
    public void Driver_has_the_name_of_something_in_the_dispatcher(string name) => GeneratorRun.Of(
        $$"""
        #pragma warning disable CS8981 // Lower-case names are what is tested.
        [TopHalf.InterruptDriver]
        partial class {{name}}
        {
            [TopHalf.MsiVector(0)] static void OnA(in TopHalf.Interrupt irq) { }
            [TopHalf.MsiVector(1)] void OnB(in TopHalf.Interrupt irq) { }
            [TopHalf.MsiVector(2, Count = 80)] void Undeclared(in TopHalf.Interrupt irq) { }
        }
        """,
        new ProjectOptions { AllowUnsafe = true });

    [Theory]
    [InlineData("Run")]
    [InlineData("Attach")]
    [InlineData("Handlers")]
    [InlineData("FillHandlers")]
    [InlineData("Equals")]
    [InlineData("OnA_1")]
    [InlineData("naïve")]
    [InlineData("e")]
    public void Handler_has_the_name_of_something_in_the_dispatcher(string name) => GeneratorRun.Of(
        $$"""
        [TopHalf.InterruptDriver]
        partial class MyDriver
        {
            [TopHalf.MsiVector(0)] static void {{name}}(in TopHalf.Interrupt irq) { }
            [TopHalf.MsiVector(1, Count = 80)] void OnA(in TopHalf.Interrupt irq) { }
        }
        """,
        new ProjectOptions { AllowUnsafe = true });

    [Fact]
    public void Overloads_of_a_handler_stay_the_authors()
    {
        GeneratorRun run = GeneratorRun.Of("""
            using TopHalf;
            [InterruptDriver]
            partial class MyDriver
            {
                [MsiVector(0)] public void OnDone(in Interrupt irq) { }
                public void OnDone(Interrupt irq) { }
                public void OnDone(in Interrupt irq, int more = 0) { }
            }
            """);
        IMethodSymbol called = CallsOf(run, "OnDone").Single();
        Assert.Equal(RefKind.In, called.Parameters.Single().RefKind);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Checked_arithmetic_changes_nothing(bool isChecked) => GeneratorRun.Of(
        """
        using TopHalf;
        [InterruptDriver]
        partial class MyDriver
        {
            [MsiVector(0)]
            [IrqPending(RegisterType.Mmio64, 0, 0, ulong.MaxValue)]
            [IrqAck(RegisterType.Mmio8, 0, 0, 0xFF, Clear = IrqClear.Echo)]
            void OnDone(in Interrupt irq) { }
        }
        """,
        new ProjectOptions { Checked = isChecked });

    [Theory]
    [InlineData("static partial class Outer")]
    [InlineData("readonly ref partial struct Outer")]
    [InlineData("abstract partial class Outer<T> where T : struct")]
    [InlineData("partial record Outer(int X)")]
    [InlineData("partial interface Outer")]
    public void Types_around_the_driver(string outer) => GeneratorRun.Of($$"""
        using TopHalf;
        {{outer}} { [InterruptDriver] partial class D { [MsiVector(0)] static void OnDone(in Interrupt irq) { } } }
        """);

    /// <summary>While it is written, a class has no name yet: its file would be that of the class around it.</summary>
    [Theory]
    [InlineData("[InterruptDriver] partial class { [MsiVector(0)] void OnDone(in Interrupt irq) { } }")]
    [InlineData("partial class { [InterruptDriver] partial class { [MsiVector(0)] void OnDone(in Interrupt irq) { } } }")]
    public void A_driver_without_a_name_in_a_driver(string nameless)
    {
        GeneratorRun run = GeneratorRun.Generate(ProjectOptions.Default, $$"""
            using TopHalf;
            [InterruptDriver]
            partial class MyDriver
            {
                [MsiVector(0)] void OnDone(in Interrupt irq) { }
                {{nameless}}
            }
            """);
        Assert.Equal(["MyDriver.g.cs"], run.Files.Select(static f => f.HintName));
    }

    [Fact]
    public void Two_drivers_that_differ_in_what_is_around_them()
    {
        GeneratorRun run = GeneratorRun.Of("""
            using TopHalf;
            partial class Outer { [InterruptDriver] partial class D { [MsiVector(0)] void OnDone(in Interrupt irq) { } } }
            partial class Outer<T> { [InterruptDriver] partial class D { [MsiVector(0)] void OnDone(in Interrupt irq) { } } }
            partial class Outer_1 { [InterruptDriver] partial class D { [MsiVector(0)] void OnDone(in Interrupt irq) { } } }
            namespace Space { [InterruptDriver] partial class D { [MsiVector(0)] void OnDone(in Interrupt irq) { } } }
            """);
        Assert.Equal(
            ["Outer-1.D.g.cs", "Outer.D.g.cs", "Outer_1.D.g.cs", "Space.D.g.cs"],
            run.Files.Select(static f => f.HintName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Two_drivers_whose_names_differ_in_case_only()
    {
        GeneratorRun run = GeneratorRun.Of("""
            using TopHalf;
            namespace Space { [InterruptDriver] partial class NetDriver { [MsiVector(0)] void OnDone(in Interrupt irq) { } } }
            namespace Space { [InterruptDriver] partial class Netdriver { [MsiVector(0)] void OnDone(in Interrupt irq) { } } }
            namespace space { [InterruptDriver] partial class Netdriver { [MsiVector(0)] void OnDone(in Interrupt irq) { } } }
            namespace Space { [InterruptDriver] partial class Disk { [MsiVector(0)] void OnDone(in Interrupt irq) { } } }
            """);
        Assert.Equal(
            ["-uSpace.-uNet-uDriver.g.cs", "-uSpace.-uNetdriver.g.cs", "Space.Disk.g.cs", "space.-uNetdriver.g.cs"],
            run.Files.Select(static f => f.HintName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("Obsolete")]
    [InlineData("Obsolete(\"Called by the device only.\", true)")]
    [InlineData("Obsolete(\"Called by the device only.\", DiagnosticId = \"MINE1\")")]
    public void A_handler_that_is_obsolete_for_all_others(string obsolete)
    {
        GeneratorRun run = GeneratorRun.Of(
            $$"""
            using System;
            using TopHalf;
            abstract class Base { [{{obsolete}}] protected virtual void OnOther(in Interrupt irq) { } }
            [InterruptDriver] partial class Single { [MsiVector(0)] [{{obsolete}}] void OnDone(in Interrupt irq) { } }
            [InterruptDriver] partial class Many { [MsiVector(0, Count = 80)] [{{obsolete}}] static void OnDone(in Interrupt irq) { } }
            #pragma warning disable CS0672
            [InterruptDriver] partial class Derived : Base { [MsiVector(0)] protected override void OnOther(in Interrupt irq) { } }
            [{{obsolete}}] partial class Outer { [InterruptDriver] partial class Inner { [MsiVector(0)] void OnDone(in Interrupt irq) { } } }
            """,
            new ProjectOptions { AllowUnsafe = true });
        Assert.Equal(4, run.Files.Length);
    }

    [Theory]
    [InlineData("Obsolete")]
    [InlineData("Obsolete(\"Of the card's.\")")]
    [InlineData("Obsolete(\"Of the card's.\", true)")]
    [InlineData("Obsolete(\"Of the card's.\", DiagnosticId = \"MINE1\")")]
    public void A_member_of_an_address_that_is_obsolete_for_all_others(string obsolete)
    {
        const string Handler = "[MsiVector(0)] [IrqAck(RegisterType.Mmio32, 0, 4, 1, OffsetFrom = \"Start\")] void OnDone(in Interrupt irq) { }";
        GeneratorRun run = GeneratorRun.Of(
            $$"""
            using System;
            using TopHalf;
            [InterruptDriver] partial class Field { [{{obsolete}}] readonly uint Start = 8; {{Handler}} }
            [InterruptDriver] partial class Static { [{{obsolete}}] static uint Start => 8; {{Handler}} }
            [InterruptDriver] partial class Getter { uint Start { [{{obsolete}}] get => 8; } {{Handler}} }
            [InterruptDriver] partial class Stride { [{{obsolete}}] uint Start => 8; [MsiVector(0, Count = 2)] [IrqAck(RegisterType.Mmio32, 0, 4, 1, StrideFrom = "Start")] void OnDone(in Interrupt irq) { } }
            abstract class Base { [{{obsolete}}] protected virtual uint Start => 8; }
            [InterruptDriver] partial class Inherits : Base { {{Handler}} }
            #pragma warning disable CS0672
            [InterruptDriver] partial class Overrides : Base { protected override uint Start => 4; {{Handler}} }
            """);
        Assert.Equal(6, run.Files.Length);
    }

    [Fact]
    public void A_project_without_nullable_gets_the_same_text()
    {
        const string Source = """
            using TopHalf;
            [InterruptDriver] public partial class MyDriver { [MsiVector(0)] void OnDone(in Interrupt irq) { } }
            """;
        Assert.Equal(
            GeneratorRun.Of(Source).Text,
            GeneratorRun.Of(Source, new ProjectOptions { Nullable = false }).Text);
    }

    private static IEnumerable<IMethodSymbol> CallsOf(GeneratorRun run, string name)
    {
        SyntaxTree tree = run.Files.Single().SyntaxTree;
        SemanticModel model = run.Output.GetSemanticModel(tree);
        return tree.GetRoot().DescendantNodes()
            .Select(node => model.GetSymbolInfo(node).Symbol)
            .OfType<IMethodSymbol>()
            .Where(method => method.Name == name)
            .Distinct<IMethodSymbol>(SymbolEqualityComparer.Default);
    }
}
