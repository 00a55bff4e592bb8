using Microsoft.CodeAnalysis;
using TopHalf.CompilerTesting;
using TopHalf.Declarations;

namespace TopHalf.Analyzers.Tests;

/// <summary>What a project may silence and what it may not.</summary>
public sealed class SeverityTests
{
    private const string Unused = "IrqAck(RegisterType.Mmio8, 0, 0, 1)";
    private const string Own = "[MsiVector(0), IrqAck(RegisterType.Mmio8, 0, 1, 1)] void OnDone(in Interrupt irq) { }";

    [Fact]
    public Task A_warning_is_silenced_by_a_pragma() => AnalyzerTest.Verify($$"""
        using TopHalf;
        #pragma warning disable TH1310
        [InterruptDriver, {{Unused}}] partial class First { {{Own}} }
        #pragma warning restore TH1310
        [InterruptDriver, {|TH1310:{{Unused}}|}] partial class Second { {{Own}} }
        """);

    [Fact]
    public Task A_warning_is_silenced_by_the_project() => AnalyzerTest.Verify(
        $$"""using TopHalf; [InterruptDriver, {{Unused}}] partial class MyDriver { {{Own}} }""",
        new ProjectOptions { Severities = new Dictionary<string, ReportDiagnostic> { [DeclarationRules.SharedUnused.Id] = ReportDiagnostic.Suppress } });

    [Fact]
    public Task An_error_is_not_silenced() => AnalyzerTest.Verify(
        """
        using TopHalf;
        #pragma warning disable TH1001
        [InterruptDriver] class {|TH1001:MyDriver|} { [MsiVector(0)] void OnDone(in Interrupt irq) { } }
        """,
        new ProjectOptions { Severities = new Dictionary<string, ReportDiagnostic> { [DeclarationRules.ClassNotPartial.Id] = ReportDiagnostic.Suppress } });
}
