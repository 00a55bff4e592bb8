namespace TopHalf.Generator.Tests.Running;

/// <summary>One event of a script.</summary>
internal readonly record struct ScriptedEvent(int Vector, long Signals, long Timestamp);
