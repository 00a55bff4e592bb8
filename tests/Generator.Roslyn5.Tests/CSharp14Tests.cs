using Microsoft.CodeAnalysis.CSharp;
using TopHalf.CompilerTesting;

namespace TopHalf.Generator.Tests;

/// <summary>Drivers in and among what C# 14 brought: they are generated, and compile without a warning in our text.</summary>
public sealed class CSharp14Tests
{
    private static readonly ProjectOptions CSharp14 = new() { Language = LanguageVersion.CSharp14 };

    [Fact]
    public void A_driver_of_new_syntax() => Snapshot.Match(GeneratorRun.Of(CSharp14Sources.Driver, CSharp14));

    [Fact]
    public void A_driver_of_old_syntax_is_generated_as_ever()
    {
        const string Source = "using TopHalf; [InterruptDriver] partial class MyDriver { [MsiVector(0)] void OnDone(in Interrupt irq) { } }";
        Assert.Equal(GeneratorRun.Of(Source).Text, GeneratorRun.Of(Source, CSharp14).Text);
    }

    [Theory]
    [InlineData("field")]
    [InlineData("extension")]
    [InlineData("allows")]
    [InlineData("scoped")]
    [InlineData("record")]
    public void New_keywords_are_names_of_handlers_and_around_drivers(string name) => GeneratorRun.Of(
        $$"""
        using TopHalf;
        namespace @{{name}};
        partial class Outer { [InterruptDriver] partial class MyDriver { [MsiVector(0)] void @{{name}}(in Interrupt irq) { } } }
        """,
        CSharp14);
}
