namespace TopHalf.Analyzers.Effects;

/// <summary>When a member has an effect.</summary>
internal enum EffectCondition
{
    /// <summary>At every call.</summary>
    Always,

    /// <summary>At the first call only.</summary>
    First,

    /// <summary>Unless an argument is a certain constant.</summary>
    UnlessArgument,

    /// <summary>Unless what is waited for is known to be completed.</summary>
    UnlessCompleted,

    /// <summary>Unless the object that it is given first is a number or an enumeration in a box.</summary>
    UnlessNumber,

    /// <summary>Unless there is an overload for what is in the box that it is given first, and that has no such effect.</summary>
    UnlessOverload,
}
