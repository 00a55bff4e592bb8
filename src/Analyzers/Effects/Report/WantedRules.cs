using Microsoft.CodeAnalysis;

namespace TopHalf.Analyzers.Effects;

/// <summary>
/// What is still to be told of one call of a root. Of each rule the first few are enough to know what to mend; what is off or a mere
/// information must not hide what is not.
/// </summary>
internal sealed class WantedRules
{
    private const int MaximalFindings = 8;

    private readonly int[] _counts = new int[EffectRules.All.Length];
    private RuleSet _wanted = RuleSet.All;

    /// <summary>Whether there is a rule in the set that is still to be told.</summary>
    public bool Overlaps(RuleSet rules) => _wanted.Overlaps(rules);

    /// <summary>Whether one more is to be told.</summary>
    public bool Take(DiagnosticDescriptor rule)
    {
        int index = RuleSet.IndexOf(rule);
        if (_counts[index] == MaximalFindings)
        {
            return false;
        }

        if (++_counts[index] == MaximalFindings)
        {
            _wanted = _wanted.Without(rule);
        }

        return true;
    }
}
