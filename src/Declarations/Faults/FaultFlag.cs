using Microsoft.CodeAnalysis;

namespace TopHalf.Declarations;

/// <summary>A sink for the generator: remembers that there are faults and resolves no location.</summary>
public sealed class FaultFlag : FaultSink
{
    /// <inheritdoc/>
    protected override void Report(DiagnosticDescriptor rule, Anchor anchor, object[] arguments)
    {
    }
}
