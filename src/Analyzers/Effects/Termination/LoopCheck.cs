using Microsoft.CodeAnalysis;

namespace TopHalf.Analyzers.Effects;

/// <summary>Reports the loops of a function that nothing bounds.</summary>
internal static class LoopCheck
{
    public static void Visit(IOperation function, Body body)
    {
        if (!body.HasLoops || FlowGraphs.Of(function, body.Cancellation) is not { } graph)
        {
            return;
        }

        MethodUses uses = body.Model.Uses;
        var told = new HashSet<Place>();
        foreach (Cycle cycle in Termination.Find(graph, uses, body.Cancellation))
        {
            Place place = LoopPlaces.Of(cycle, function.Syntax);
            if (told.Add(place))
            {
                (DiagnosticDescriptor rule, string what) = LoopKinds.Of(cycle, uses);
                body.Report(rule, place, what);
            }
        }
    }
}
