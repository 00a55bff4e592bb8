using Microsoft.CodeAnalysis;

namespace TopHalf.Declarations;

/// <summary>
/// Takes the faults that the checks find. The generator needs to know only that there are some; the analyzer turns each into
/// a diagnostic. So an <see cref="Anchor"/> becomes a location where the analyzer asks for it, and nowhere else.
/// </summary>
public abstract class FaultSink
{
    /// <summary>Something is wrong with the declaration, be it reported by these checks or by the C# compiler.</summary>
    public bool IsFaulty { get; private set; }

    /// <summary>Adds a fault.</summary>
    /// <param name="rule">One of <see cref="DeclarationRules"/>.</param>
    /// <param name="anchor">The token to change.</param>
    /// <param name="arguments">What the rule's message names.</param>
    public void Add(DiagnosticDescriptor rule, Anchor anchor, params object[] arguments)
    {
        IsFaulty |= rule.DefaultSeverity == DiagnosticSeverity.Error;
        Report(rule, anchor, arguments);
    }

    /// <summary>The C# compiler rejects the declaration already; a second message would not help the author.</summary>
    public void AddRejectedByCompiler() => IsFaulty = true;

    /// <summary>What is done with a fault besides remembering that there is one.</summary>
    protected abstract void Report(DiagnosticDescriptor rule, Anchor anchor, object[] arguments);
}
