using Microsoft.CodeAnalysis;

namespace TopHalf.Analyzers.Effects;

/// <summary>All that is to be told of one root.</summary>
internal static class RootEffects
{
    /// <summary>Diagnostics in a fixed order, whatever was asked of the model before.</summary>
    public static IEnumerable<Diagnostic> Find(IMethodSymbol method, EffectModel model, CancellationToken cancellation)
    {
        Code root = model.GetCode(method, Env.Empty);
        Reachability.Compute(root, model, cancellation);
        return new Search(root, cancellation).Run()
            .Where(finding => finding.Made is not { } made || !model.WarmUps.Has(method.ContainingType, made))
            .Select(finding => Reporter.ToDiagnostic(finding, root, model.Substitution));
    }
}
