using Microsoft.CodeAnalysis.CSharp;
using TopHalf.CompilerTesting;

namespace TopHalf.Analyzers.Tests;

/// <summary>Drivers in and among what C# 14 brought: none of it is a fault, and faults are found beside it.</summary>
public sealed class CSharp14Tests
{
    private static readonly ProjectOptions CSharp14 = new() { Language = LanguageVersion.CSharp14 };

    [Fact]
    public Task A_driver_of_new_syntax_is_fine() => AnalyzerTest.Verify(CSharp14Sources.Driver, CSharp14);

    [Fact]
    public Task A_fault_is_found_on_its_token() => AnalyzerTest.Verify(
        CSharp14Sources.Driver.Replace("[MsiVector(1)]", "[MsiVector({|TH1201:9999|})]", StringComparison.Ordinal), CSharp14);

    [Fact]
    public Task A_vector_in_an_extension_block_is_outside_of_a_driver() => AnalyzerTest.Verify(
        """
        using TopHalf;
        static class Extensions
        {
            extension(string text)
            {
                [{|TH1012:MsiVector(0)|}] public void OnDone() { }
                public int Twice => text.Length * 2;
            }
        }
        """,
        CSharp14);

    [Fact]
    public Task A_partial_constructor_is_no_handler() => AnalyzerTest.Verify(
        """
        using TopHalf;
        [InterruptDriver]
        partial class {|TH1007:MyDriver|}
        {
            public partial MyDriver(int x);
            public partial MyDriver(int x) { }
        }
        """,
        CSharp14);
}
