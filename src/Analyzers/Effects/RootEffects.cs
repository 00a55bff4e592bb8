using Microsoft.CodeAnalysis;

namespace TopHalf.Analyzers.Effects;

/// <summary>All that is to be told of one root.</summary>
internal static class RootEffects
{
    /// <summary>Diagnostics in a fixed order, whatever was asked of the model before.</summary>
    public static IEnumerable<Diagnostic> Find(IMethodSymbol method, EffectModel model, CancellationToken cancellation)
        => Find(model.GetCode(method, Env.Empty), model, cancellation);

    /// <summary>The same of a lambda, or of a method that is made into a delegate.</summary>
    public static IEnumerable<Diagnostic> Find(Code root, EffectModel model, CancellationToken cancellation)
        => Search(root, model, cancellation).Select(finding => Reporter.ToDiagnostic(finding, root, model.Substitution));

    /// <summary>What is found, before it is put into words.</summary>
    public static IEnumerable<Finding> Search(Code root, EffectModel model, CancellationToken cancellation)
    {
        Reachability.Compute(root, model, cancellation);

        // What the driver runs before interrupts are enabled is not the handler's first use.
        return new Search(root, cancellation).Run()
            .Where(finding => finding.Made is not { } made || root.Method.ContainingType is not { } type || !model.WarmUps.Has(type, made));
    }
}
