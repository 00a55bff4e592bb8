using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TopHalf.Analyzers.Effects;

/// <summary>Tells loops without a bound apart: those that wait for others, those that try again, those that just go on.</summary>
internal static class LoopKinds
{
    /// <summary>The rule and the words for a cycle.</summary>
    public static (DiagnosticDescriptor Rule, string What) Of(Cycle cycle, MethodUses uses)
    {
        IInvocationOperation[] calls = [.. cycle.Nodes.SelectMany(static n => n.All).SelectMany(Operations.InFunction).OfType<IInvocationOperation>()];
        if (calls.Any(c => IsRetry(c) || uses.Of(c.TargetMethod, 0).Retries))
        {
            return (EffectRules.Retry, "retries for as long as others come first; Interlocked.Add, Or and And do not");
        }

        var within = new HashSet<FlowNode>(cycle.Nodes);
        IOperation[] tests = [.. cycle.Nodes.Where(n => n.Leaves(within) is not (false, false)).Select(static n => n.Test!)];
        if (tests.Length == 0 || tests.All(t => StaysAsItIs(t, cycle)))
        {
            return (EffectRules.Loop, "loops for ever; a budget per interrupt would bound it");
        }

        var movement = new Movement(cycle.Nodes, uses);
        return tests.All(t => movement.Read(t) is { Movers.Count: 0, IsStepped: false }) && !calls.Any(c => SharedMemory.Consumes(c.TargetMethod) && !uses.IsRead(c.TargetMethod, 0))
            ? (EffectRules.Polling, "polls until the device or another thread changes something; a count of attempts would bound it")
            : (EffectRules.Loop, "loops until something happens; a budget per interrupt would bound it");
    }

    // Nobody else changes a local, and what is left of the loop does not.
    private static bool StaysAsItIs(IOperation test, Cycle cycle) => Operations.InFunction(test).All(o => o switch
    {
        ILocalReferenceOperation { Local.IsRef: false } or IParameterReferenceOperation { Parameter.RefKind: RefKind.None }
            => Paths.Of(o) is { } path && !cycle.Nodes.Any(n => n.Writes.Any(w => w.Path == path)),
        ILiteralOperation or IBinaryOperation { OperatorMethod: null } or IUnaryOperation { OperatorMethod: null } or IConversionOperation { OperatorMethod: null }
            or IParenthesizedOperation => true,
        _ => false,
    });

    /// <summary>Whether a call swaps a value if it is still what was read; to set a constant one is to wait for a lock.</summary>
    public static bool IsRetry(IInvocationOperation call)
        => call.TargetMethod is { Name: "CompareExchange", ContainingType.Name: "Interlocked" }
            && call.Arguments.FirstOrDefault(static a => a.Parameter?.Name == "comparand")?.Value.ConstantValue.HasValue == false;
}
