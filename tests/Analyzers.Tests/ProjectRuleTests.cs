using Microsoft.CodeAnalysis.CSharp;
using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>TH1009 to TH1011: the project that a driver is in.</summary>
public sealed class ProjectRuleTests
{
    private const string Users = """
        class User
        {
            static void Use(MyDriver driver, PciDevice device)
            {
                driver.EnableInterrupts(device).Dispose();
                driver.RunInterrupts(device);
                System.Console.WriteLine(MyDriver.Manifest);
            }
        }
        """;

    [Theory]
    [InlineData("[MsiVector(0, Count = 64)]")]
    [InlineData("[MsiVector(0, Count = 32)] [MsiVector(2000, Count = 32)]")]
    public Task Up_to_64_vectors_need_nothing(string vectors) => AnalyzerTest.Verify(
        DriverSource.WithMembers(vectors + " void OnDone(in Interrupt irq) { }"));

    [Fact]
    public Task TH1009_more_vectors_need_unsafe_code() => AnalyzerTest.Verify(
        $$"""
        using TopHalf;
        [{|TH1009:InterruptDriver|}]
        partial class MyDriver { [MsiVector(0, Count = 60)] [MsiVector(100, Count = 5)] void OnDone(in Interrupt irq) { } }
        {{Users}}
        """,
        "Set <AllowUnsafeBlocks>true</AllowUnsafeBlocks> in the project: the 65 vectors of 'MyDriver' are dispatched through a table of function pointers, as are all drivers with more than 64");

    [Fact]
    public Task More_vectors_with_unsafe_code() => AnalyzerTest.Verify(
        DriverSource.WithMembers("[MsiVector(0, Count = 65)] void OnDone(in Interrupt irq) { }"),
        new ProjectOptions { AllowUnsafe = true });

    [Theory]
    [InlineData(LanguageVersion.CSharp7_3)]
    [InlineData(LanguageVersion.CSharp11)]
    public Task TH1010_language_before_12(LanguageVersion version) => AnalyzerTest.Verify(
        $$"""
        using TopHalf;
        [{|TH1010:InterruptDriver(VendorId = 1)|}]
        partial class MyDriver { [MsiVector(0)] void OnDone(in Interrupt irq) { } }
        {{Users}}
        """,
        new ProjectOptions { Language = version, Nullable = false },
        "Set <LangVersion>12</LangVersion> or later in the project: the members generated for 'MyDriver' are written in C# 12");

    [Theory]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.CSharp13)]
    [InlineData(LanguageVersion.Preview)]
    public Task Language_from_12_on(LanguageVersion version) => AnalyzerTest.Verify(
        DriverSource.WithMembers("[MsiVector(0)] void OnDone(in Interrupt irq) { }"), new ProjectOptions { Language = version });

    [Theory]
    [InlineData("")]
    [InlineData("public class GeneratedContract { }")]
    [InlineData("public class GeneratedContract { public const int Version1 = 1; }")]
    [InlineData("public class GeneratedContract { public const int Version5 = 5; }")]
    [InlineData("public class GeneratedContract { [System.Obsolete(\"\", true)] public const int Version6 = 2; }")]
    public Task TH1011_runtime_without_the_contract(string contract) => AnalyzerTest.Verify(
        $$"""
        using TopHalf;
        [{|TH1011:InterruptDriver|}]
        partial class MyDriver { [MsiVector(0)] void OnDone(in Interrupt irq) { } }
        {{Users}}
        """,
        new ProjectOptions { RuntimeSource = RuntimeDouble.With(contract) },
        "Update the package TopHalf so that the compiler and the program use one version of it: 'MyDriver' cannot be generated, since the referenced TopHalf.dll lacks TopHalf.CompilerServices.GeneratedContract.Version6");

    [Fact]
    public Task TH1011_runtime_without_even_the_public_types() => AnalyzerTest.Verify(
        """
        using TopHalf;
        [{|TH1011:InterruptDriver|}]
        partial class MyDriver { [MsiVector(0)] void OnDone(in Interrupt irq) { } }
        """,
        new ProjectOptions { RuntimeSource = RuntimeDouble.Bare });
}
