using Microsoft.CodeAnalysis;
using TopHalf.Declarations;

namespace TopHalf.Analyzers;

/// <summary>A sink that makes each fault a diagnostic on its token.</summary>
internal sealed class FaultReporter(Action<Diagnostic> report, CancellationToken cancellationToken) : FaultSink
{
    /// <inheritdoc/>
    protected override void Report(DiagnosticDescriptor rule, Anchor anchor, object[] arguments)
        => report(Diagnostic.Create(rule, anchor.Locate(cancellationToken), arguments));
}
