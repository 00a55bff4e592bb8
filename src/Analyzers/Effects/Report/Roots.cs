using System.Globalization;
using Microsoft.CodeAnalysis;

namespace TopHalf.Analyzers.Effects;

/// <summary>Proves one root: all that is to be told of it.</summary>
internal static class Roots
{
    /// <summary>What is found in a root and in what it reaches.</summary>
    public static IEnumerable<Finding> Find(Code root, EffectModel model, CancellationToken cancellation)
    {
        Reachability.Compute(root, model, cancellation);

        // What is run before interrupts are enabled, by the driver or by the warm-up, is not the handler's first use.
        return new Search(root, cancellation).Run()
            .Where(f => f.Made is not { } made || root.Method.ContainingType is not { } type || (!model.WarmUps.Has(type, made) && !model.WarmUps.IsRunFor(root, made)));
    }

    /// <summary>The same as diagnostics, in a fixed order, whatever was asked of the model before.</summary>
    public static IEnumerable<Diagnostic> Diagnose(Code root, EffectModel model, CancellationToken cancellation)
    {
        // Two boxes of a kind in one method look the same from here: nobody could tell which of the two is meant.
        var told = new HashSet<(string, Location, string)>();
        return Find(root, model, cancellation)
            .Select(finding => Reporter.ToDiagnostic(finding, root, model.Substitution))
            .Where(d => told.Add((d.Id, d.Location, d.GetMessage(CultureInfo.InvariantCulture))));
    }

    /// <summary>Reports all that is found.</summary>
    public static void Prove(Code root, EffectModel model, Action<Diagnostic> report, CancellationToken cancellation)
    {
        foreach (Diagnostic diagnostic in Diagnose(root, model, cancellation))
        {
            report(diagnostic);
        }
    }
}
