namespace TopHalf.Analyzers.Effects;

/// <summary>A part of a flow that can go round for ever.</summary>
/// <param name="Nodes">The part.</param>
/// <param name="Whole">The loop that it is left of.</param>
internal sealed record Cycle(List<FlowNode> Nodes, List<FlowNode> Whole);
