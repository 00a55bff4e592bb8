using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>The compiler's control flow graph of a function; it makes one for a member, and those of the functions in it from that.</summary>
internal static class FlowGraphs
{
    public static ControlFlowGraph? Of(IOperation function, CancellationToken cancellation)
    {
        IOperation root = function;
        var inner = new Stack<IOperation>();
        for (IOperation? up = function; up is not null; up = up.Parent)
        {
            root = up;
            if (up is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                inner.Push(up);
            }
        }

        ControlFlowGraph? graph = root switch
        {
            IMethodBodyOperation body => ControlFlowGraph.Create(body, cancellation),
            IConstructorBodyOperation body => ControlFlowGraph.Create(body, cancellation),
            IBlockOperation body => ControlFlowGraph.Create(body, cancellation),
            IFieldInitializerOperation value => ControlFlowGraph.Create(value, cancellation),
            IPropertyInitializerOperation value => ControlFlowGraph.Create(value, cancellation),
            IParameterInitializerOperation value => ControlFlowGraph.Create(value, cancellation),
            _ => null,
        };
        while (graph is not null && inner.Count > 0)
        {
            graph = inner.Pop() switch
            {
                ILocalFunctionOperation local => graph.LocalFunctions.Contains(local.Symbol, SymbolEqualityComparer.Default)
                    ? graph.GetLocalFunctionControlFlowGraph(local.Symbol, cancellation)
                    : null,
                { } lambda when Find(graph, lambda.Syntax) is { } found => graph.GetAnonymousFunctionControlFlowGraph(found, cancellation),
                _ => null,
            };
        }

        return graph;
    }

    private static IFlowAnonymousFunctionOperation? Find(ControlFlowGraph graph, SyntaxNode syntax)
        => graph.Blocks
            .SelectMany(static b => b.BranchValue is null ? b.Operations : b.Operations.Add(b.BranchValue))
            .SelectMany(static o => o.DescendantsAndSelf())
            .OfType<IFlowAnonymousFunctionOperation>()
            .FirstOrDefault(f => f.Syntax == syntax);
}
